namespace Sealcam.Verify;

/// <summary>Gives the verdict for one still (PROTOCOL.md 4.1 and 4.2).</summary>
public static class StillVerifier
{
    /// <summary>
    /// Verifies a file. Never throws whatever the bytes are, allocates no more than a few KB, and reads the file twice at most.
    /// </summary>
    public static Finding Verify(ReadOnlySpan<byte> file, Question? question = null)
    {
        Finding finding = Authenticate(file);
        return finding.Token is null || question is null ? finding : Judge(finding, question, false);
    }

    /// <summary>Rules X, U and N: whether the file proves its claims.</summary>
    internal static Finding Authenticate(ReadOnlySpan<byte> file)
    {
        JpegWalk walk = JpegWalk.Over(file);
        if (walk.Fault is not null)
        {
            return new Finding(Verdict.Unreadable, walk.Fault, null);
        }

        if (walk.Seals == 0)
        {
            return new Finding(Verdict.Unsigned, "The still carries no token.", null);
        }

        string? fault = Prove(file, walk, out Token? token);
        return fault is null
            ? new Finding(Verdict.Authentic, "The still is authentic.", token)
            : new Finding(Verdict.NotAuthentic, fault, null);
    }

    /// <summary>Rules C, F, R and S for a still that is authentic.</summary>
    internal static Finding Judge(Finding finding, Question question, bool conflict)
    {
        Token token = finding.Token!;
        byte[]? accepted = question.Memory?.AcceptedDigest(token);
        bool known = accepted is not null && accepted.AsSpan().SequenceEqual(token.Digest);
        if (conflict || accepted is not null && !known)
        {
            return Other(Verdict.Conflict, "Another authentic still has the same device ID and order.");
        }

        if (question.Device is not null && !question.Device.AsSpan().SequenceEqual(token.DeviceId))
        {
            return Other(Verdict.Foreign, "The still is from another device than the one asked for.");
        }

        if (known)
        {
            return Other(Verdict.Replayed, "This still was accepted before.");
        }

        string? stale = Freshness.Fault(token, question);
        return stale is null ? finding : Other(Verdict.Stale, stale);

        Finding Other(char verdict, string reason) => new(verdict, reason, token);
    }

    /// <summary>The MUSTs of PROTOCOL.md 4.2, in their order; null if all hold.</summary>
    private static string? Prove(ReadOnlySpan<byte> file, JpegWalk walk, out Token? token)
    {
        token = null;
        if (walk.Seals > 1)
        {
            return "The still carries more than one token.";
        }

        if (walk.Marker != 2 || file[3] != Protocol.App11)
        {
            return "The token is not at the beginning of the still.";
        }

        ReadOnlySpan<byte> segment = file.Slice(walk.Marker, walk.Length);
        if (segment.Length > Protocol.SegmentMax)
        {
            return "The token's segment is too long.";
        }

        if (!Segment.IsCanonical(segment))
        {
            return "The boxes around the token are not as they must be.";
        }

        ReadOnlySpan<byte> bytes = segment[Protocol.CoseOffset..];
        if (!Cose.TryRead(bytes, out Cose cose))
        {
            return "The token is not a COSE_Sign1 of the allowed form.";
        }

        Token? claims = Claims.Read(cose.Claims, cose.Kid, bytes);
        if (claims is null)
        {
            return "The token's claims are not of the allowed form.";
        }

        if (SignatureFault(cose) is { } fault)
        {
            return fault;
        }

        if (!Digest.Of(file, walk.Marker, walk.Length).AsSpan().SequenceEqual(claims.Digest))
        {
            return "The still is not the one that the token was made for.";
        }

        token = claims;
        return null;
    }

    private static string? SignatureFault(Cose cose)
    {
        if (!P256.IsInRange(cose.Signature))
        {
            return "The token's signature is out of range.";
        }

        using PublicKey? key = PublicKey.Of(cose.Kid);
        if (key is null)
        {
            return "The token's device ID is not a public key.";
        }

        return key.Verify(cose.SignedBytes(), cose.Signature) ? null : "The token's signature is not valid.";
    }
}
