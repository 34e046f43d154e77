using Sealcam.Verify;

namespace Sealcam.Ingest;

/// <summary>A still as the API tells it. Names are the JSON's in camel case.</summary>
internal sealed record StillView(
    string Device,
    string Order,
    string Verdict,
    int Bytes,
    long ReceivedMs,
    uint? IssuedAt,
    uint Uptime,
    int FrameAgeMs,
    int ClockQuality,
    uint Dropped,
    uint? PreviousLast,
    bool Requested,
    bool Simulated,
    string Digest,
    string Address)
{
    public static StillView Of(StillRow row, bool simulated) => new(
        row.Device,
        row.Order.ToString(),
        row.Verdict.ToString(),
        row.Bytes,
        row.ReceivedMs,
        row.IssuedAt,
        row.Uptime,
        row.FrameAgeMs,
        row.ClockQuality,
        row.Dropped,
        row.PreviousLast,
        row.Requested,
        simulated,
        Convert.ToHexStringLower(row.Digest),
        AddressOf(row.Device, row.Order));

    public static string AddressOf(string device, StillOrder order) => $"/v1/stills/{device}/{order}.jpg";
}

/// <summary>A camera as the API tells it.</summary>
internal sealed record CameraView(
    string Device,
    string Fingerprint,
    bool Simulated,
    bool Suspended,
    long Stills,
    long HeardMs,
    long Missing,
    long Dropped,
    long UnknownTails,
    StillView? Newest,
    HeartView? Heart)
{
    public static CameraView Of(Camera camera, StillRow? newest, HeartView? heart) => new(
        camera.Device,
        FingerprintOf(camera.Device),
        camera.Simulated,
        camera.Suspended,
        camera.Stills,
        camera.HeardMs,
        camera.Missing,
        camera.Dropped,
        camera.UnknownTails,
        newest is { State: StillState.Kept } ? StillView.Of(newest, camera.Simulated) : null,
        heart);

    public static string FingerprintOf(string device) =>
        DeviceId.TryParse(device, out byte[] id) ? DeviceId.Fingerprint(id) : "";
}

/// <summary>An alarm as the API tells it.</summary>
internal sealed record AlarmView(
    long Id, string Kind, string? Device, string? Order, string Sentence, long FirstMs, long LastMs, int Times)
{
    public static AlarmView Of(Alarm alarm) => new(
        alarm.Id, alarm.Kind, alarm.Device, alarm.Order?.ToString(), alarm.Sentence, alarm.FirstMs, alarm.LastMs, alarm.Times);
}
