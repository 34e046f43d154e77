using Sealcam.Verify;

namespace Sealcam.Ingest;

/// <summary>
/// A health report as the API tells it. Names are the JSON's in camel case; null is what the camera cannot tell.
/// </summary>
internal sealed record HealthView(
    long ReceivedMs,
    uint Boot,
    uint Counter,
    uint? IssuedAt,
    uint Uptime,
    uint Interval,
    int ClockQuality,
    int WakeCause,
    bool? LastStopClean,
    uint? HeapFree,
    uint? LargestBlock,
    int? SignalDbm,
    uint Waiting,
    uint? OutboxPerMille,
    uint Captured,
    uint Sealed,
    uint Receipted,
    uint RefusedByAgent,
    uint RefusedByServer,
    uint Dropped,
    uint Retried,
    uint Handshakes,
    uint CameraFaults)
{
    public static HealthView Of(long receivedMs, HealthReport report) => new(
        receivedMs,
        report.BootCount,
        report.Counter,
        report.IssuedAt,
        report.Uptime,
        report.Interval,
        report.ClockQuality,
        report.WakeCause,
        report.LastStopClean,
        report.HeapFree,
        report.LargestBlock,
        report.SignalDbm,
        report.Waiting,
        report.OutboxPerMille,
        report.Captured,
        report.Sealed,
        report.Receipted,
        report.RefusedByAgent,
        report.RefusedByServer,
        report.Dropped,
        report.Retried,
        report.Handshakes,
        report.CameraFaults);
}

/// <summary>When a camera last reported and when it should have. Beyond three intervals of silence it says so.</summary>
internal sealed record HeartView(long ReceivedMs, long SilentAfterMs, long Missing)
{
    private const int Intervals = 3;

    public static HeartView? Of(HealthIndex index, string device) =>
        index.Newest(device, 1) is [(long received, HealthReport report)]
            ? new HeartView(received, received + report.Interval * 1000L * Intervals, index.Missing(device))
            : null;
}
