namespace Sealcam;

/// <summary>
/// What the token of the last still says, and whether it holds: the signature is always checked, the digest as long as the
/// outbox still has the bytes.
/// </summary>
public sealed class StillLastCommand : ConsoleCommand
{
    private byte[] _segment;
    private int _length;
    private LeafDigest _digest;
    private byte[] _block;

    public StillLastCommand() : base("still last", "", "what the last still's token says, and whether it holds", 0, 0)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        switch (slice)
        {
            case 0:
                return Take(s);
            case 1:
                Show(s, new TokenText(_segment, _length));
                return More;
            case 2:
                return Digest(s);
            default:
                return Judge(s);
        }
    }

    public override void End(ConsoleSession s)
    {
        _segment = _block = null;
        _digest = null;
    }

    /// <summary>A copy: the next still may be sealed between two slices.</summary>
    private int Take(ConsoleSession s)
    {
        if (s.Agent.LastSegment == null)
        {
            return s.Fail(ConsoleError.Absent, "no still was sealed since the start");
        }

        _length = s.Agent.LastSegmentLength;
        _segment = new byte[_length];
        System.Array.Copy(s.Agent.LastSegment, 0, _segment, 0, _length);
        return More;
    }

    private void Show(ConsoleSession s, TokenText token)
    {
        var r = s.Reply;
        r.Field("device", s.Agent.DeviceId);
        r.Field("order", token.BootCount + "-" + token.Sequence);
        r.Field("captured", token.Iat == 0 ? "unknown" : Timestamp.Text(token.Iat));
        r.Field("clock", Timestamp.Quality((int)token.ClockQuality));
        r.Field("uptime", token.Uptime);
        r.Field("frame-age-ms", token.FrameAge);
        r.Field("dropped", token.Dropped);
        r.Flag("nonce", token.HasNonce);
        r.Field("digest", token.Digest);
        r.Field("segment-bytes", _length);
        var kept = Find(s, token);
        r.Field("still-bytes", kept == null ? "gone from the outbox" : kept.Length.ToString());
    }

    /// <summary>One leaf a call; s.Count counts them.</summary>
    private int Digest(ConsoleSession s)
    {
        var token = new TokenText(_segment, _length);
        var kept = Find(s, token);
        if (kept == null)
        {
            s.Count = -1;
            return More;
        }

        if (_digest == null)
        {
            _digest = new LeafDigest(s.Parts.Mac, kept.Length);
            _block = new byte[Limits.LeafBytes];
        }

        int position = s.Count * Limits.LeafBytes;
        int here = Limits.Least(Limits.LeafBytes, kept.Length - position);
        for (int have = 0; have < here;)
        {
            int got = Limits.Least(s.Agent.Outbox.Look(kept, position + have, out byte[] block, out int offset), here - have);
            System.Array.Copy(block, offset, _block, have, got);
            have += got;
        }

        System.Array.Clear(_block, here, _block.Length - here);
        _digest.AddLeaf(_block);
        s.Count++;
        if (position + here < kept.Length)
        {
            return Wait;
        }

        var digest = new byte[32];
        _digest.Finish(kept.Length, digest);
        s.Count = BigEndian.Same(digest, 0, _segment, token.DigestOffset, 32) ? 1 : 0;
        return More;
    }

    private int Judge(ConsoleSession s)
    {
        bool signed = SelfCheck.IsSigned(_segment, _length, s.Agent.Identity);
        bool digestWrong = s.Count == 0;
        s.Reply.Field("signature", signed ? "good" : "wrong");
        s.Reply.Field("digest-check", s.Count < 0 ? "not done, its bytes are shipped" : digestWrong ? "wrong" : "good");
        s.Reply.Field("verdict", signed && !digestWrong ? "." : "N");
        return signed && !digestWrong ? Done : s.Fail(ConsoleError.Failed, "the still is not authentic: this board is broken");
    }

    private static KeptStill Find(ConsoleSession s, TokenText token)
    {
        var view = s.Agent.Outbox as IOutboxView;
        for (int i = 0; view != null && i < view.KeptCount; i++)
        {
            var kept = view.KeptAt(i);
            if (kept.BootCount == token.BootCount && kept.Sequence == token.Sequence && !kept.IsShipping)
            {
                return kept;
            }
        }

        return null;
    }
}
