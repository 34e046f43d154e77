namespace Sealcam.Verify;

/// <summary>What the one who verifies a report knows. Everything may be left out.</summary>
public sealed record HealthQuestion
{
    /// <summary>32 bytes: the device that must have signed it.</summary>
    public byte[]? Device { get; init; }

    /// <summary>
    /// Boot count and counter of the newest report accepted from this device: one that is not newer is replayed.
    /// </summary>
    public (uint Boot, uint Counter)? Newest { get; init; }
}

/// <summary>What a verifier found about a health report.</summary>
/// <param name="Verdict">X, N, F, R or '.' of <see cref="Verify.Verdict"/>.</param>
/// <param name="Reason">A sentence.</param>
/// <param name="Report">The proved report, or null for X and N.</param>
public sealed record HealthFinding(char Verdict, string Reason, HealthReport? Report);

/// <summary>Gives the verdict for one health report (PROTOCOL.md 5.5).</summary>
public static class HealthVerifier
{
    /// <summary>Verifies a report as it came over the wire. Never throws whatever the bytes are.</summary>
    public static HealthFinding Verify(ReadOnlySpan<byte> bytes, HealthQuestion? question = null)
    {
        HealthReport? report = Parse(bytes, out Cose cose);
        if (report is null)
        {
            return new HealthFinding(Verdict.Unreadable, "The report is not a COSE_Sign1 with claims of the allowed form.", null);
        }

        if (!P256.TryEvenY(cose.Kid, out byte[] y) || !P256.IsInRange(cose.Signature)
            || !P256.Verify(cose.Kid, y, cose.SignedBytes(Protocol.HealthAad), cose.Signature))
        {
            return new HealthFinding(Verdict.NotAuthentic, "The report's signature is not valid.", null);
        }

        if (question?.Device is { } device && !device.AsSpan().SequenceEqual(report.DeviceId))
        {
            return new HealthFinding(Verdict.Foreign, "The report is another device's.", report);
        }

        return question?.Newest is { } newest && (report.BootCount, report.Counter).CompareTo(newest) <= 0
            ? new HealthFinding(Verdict.Replayed, "This report, or a later one, was accepted before.", report)
            : new HealthFinding(Verdict.Authentic, "The report is authentic.", report);
    }

    /// <summary>
    /// The claims of a report that was verified before, without proving them again; null if they are not of the form.
    /// </summary>
    public static HealthReport? Read(ReadOnlySpan<byte> bytes) => Parse(bytes, out _);

    private static HealthReport? Parse(ReadOnlySpan<byte> bytes, out Cose cose) =>
        bytes.Length <= Protocol.HealthMax && Cose.TryRead(bytes, out cose)
            ? HealthClaims.Read(cose.Claims, cose.Kid) : None(out cose);

    private static HealthReport? None(out Cose cose)
    {
        cose = default;
        return null;
    }
}
