namespace Sealcam.Verify;

/// <summary>What a device says about itself (PROTOCOL.md 5.5). Null stands for what its board cannot tell.</summary>
public sealed class HealthReport
{
    internal HealthReport()
    {
    }

    /// <summary>32 bytes: the X coordinate of the device's public key, from the report's kid.</summary>
    public required byte[] DeviceId { get; init; }

    /// <summary>The device ID as 52 characters of base32.</summary>
    public string Device => Verify.DeviceId.ToText(DeviceId);

    public required uint BootCount { get; init; }

    /// <summary>1 for the first report of a boot, then one more for each. Order is (boot count, counter).</summary>
    public required uint Counter { get; init; }

    /// <summary>Unix seconds by the device's clock; null if that had no time.</summary>
    public uint? IssuedAt { get; init; }

    /// <summary>Seconds since boot.</summary>
    public required uint Uptime { get; init; }

    /// <summary>Seconds between two reports.</summary>
    public required uint Interval { get; init; }

    /// <summary>0 none, 1 stored, 2 operator, 3 network, 4 receipt.</summary>
    public required int ClockQuality { get; init; }

    /// <summary>0 unknown, 1 power on, 2 restart, 3 watchdog, 4 brown-out, 5 timer, 6 pin, 7 other.</summary>
    public required int WakeCause { get; init; }

    /// <summary>Whether the boot before ended by a clean stop, as far as is known; null in the first boot.</summary>
    public bool? LastStopClean { get; init; }

    /// <summary>Bytes free in the memory that runs out first on this board.</summary>
    public uint? HeapFree { get; init; }

    /// <summary>Bytes.</summary>
    public uint? LargestBlock { get; init; }

    /// <summary>dBm, -127 to -1.</summary>
    public int? SignalDbm { get; init; }

    /// <summary>Stills that wait to be shipped.</summary>
    public required uint Waiting { get; init; }

    /// <summary>Thousandths of the outbox's bytes in use.</summary>
    public uint? OutboxPerMille { get; init; }

    public required uint Captured { get; init; }

    public required uint Sealed { get; init; }

    public required uint Receipted { get; init; }

    public required uint RefusedByAgent { get; init; }

    public required uint RefusedByServer { get; init; }

    public required uint Dropped { get; init; }

    public required uint Retried { get; init; }

    public required uint Handshakes { get; init; }

    public required uint CameraFaults { get; init; }
}
