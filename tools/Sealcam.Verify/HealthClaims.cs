namespace Sealcam.Verify;

/// <summary>Reads the claims of a health report (PROTOCOL.md 5.5) in their one allowed form.</summary>
internal static class HealthClaims
{
    /// <summary>The claims as a report, or null if anything is not as it must be. They are not proved yet.</summary>
    public static HealthReport? Read(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> kid)
    {
        CborCursor cursor = new(bytes);
        uint pairs = cursor.ReadMap();
        long key = cursor.ReadKey();
        uint? issued = null;
        if (key == Protocol.ClaimIssuedAt)
        {
            issued = cursor.ReadUnsigned(1);
            key = cursor.ReadKey();
        }

        bool keys = pairs == (issued is null ? 3 : 4) && key == Protocol.ClaimUptime;
        uint uptime = cursor.ReadUnsigned();
        keys &= cursor.ReadKey() == Protocol.ClaimBootCount;
        uint boot = cursor.ReadUnsigned(1);
        keys &= cursor.ReadKey() == Protocol.ClaimHealth;
        uint elements = cursor.ReadArray();
        if (!keys || elements < Protocol.HealthElements || elements > Protocol.HealthElements + Protocol.ExtraElementsMax)
        {
            return null;
        }

        HealthReport report = ReadElements(ref cursor, kid, boot, uptime, issued);
        for (uint i = Protocol.HealthElements; i < elements; i++)
        {
            cursor.SkipExtra();
        }

        bool timed = issued is null == (report.ClockQuality == Protocol.ClockNone);
        return cursor.Done && timed ? report : null;
    }

    private static HealthReport ReadElements(
        ref CborCursor cursor, ReadOnlySpan<byte> kid, uint boot, uint uptime, uint? issued) => new()
    {
        DeviceId = kid.ToArray(),
        BootCount = boot,
        Uptime = uptime,
        IssuedAt = issued,
        Counter = cursor.ReadUnsigned(1),
        Interval = cursor.ReadUnsigned(1),
        ClockQuality = (int)cursor.ReadUnsigned(Protocol.ClockNone, Protocol.ClockReceipt),
        WakeCause = (int)cursor.ReadUnsigned(0, Protocol.WakeCauseMax),
        LastStopClean = cursor.ReadUnsignedOrNull(1) is { } clean ? clean == 1 : null,
        HeapFree = cursor.ReadUnsignedOrNull(),
        LargestBlock = cursor.ReadUnsignedOrNull(),
        SignalDbm = cursor.ReadNegativeOrNull(Protocol.SignalMin),
        Waiting = cursor.ReadUnsigned(),
        OutboxPerMille = cursor.ReadUnsignedOrNull(1000),
        Captured = cursor.ReadUnsigned(),
        Sealed = cursor.ReadUnsigned(),
        Receipted = cursor.ReadUnsigned(),
        RefusedByAgent = cursor.ReadUnsigned(),
        RefusedByServer = cursor.ReadUnsigned(),
        Dropped = cursor.ReadUnsigned(),
        Retried = cursor.ReadUnsigned(),
        Handshakes = cursor.ReadUnsigned(),
        CameraFaults = cursor.ReadUnsigned(),
    };
}
