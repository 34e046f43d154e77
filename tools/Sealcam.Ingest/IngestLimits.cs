namespace Sealcam.Ingest;

/// <summary>Every bound of the server, with its unit and its reason.</summary>
public sealed record IngestLimits
{
    /// <summary>Bytes: the largest sealed still. A device keeps at most 1 MB (Limits.StillBytes of the agent).</summary>
    public int StillBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>Bytes: all stills that are being received together; beyond it a device is told to come again (503).</summary>
    public long BytesInFlight { get; init; } = 256L * 1024 * 1024;

    /// <summary>Connections of devices at once. Each idle one costs some 30 KB.</summary>
    public int DeviceConnections { get; init; } = 4096;

    /// <summary>Connections of browsers at once. A browser opens up to six, and one of them stays for the live updates.</summary>
    public int GalleryConnections { get; init; } = 256;

    /// <summary>Live update streams at once.</summary>
    public int EventStreams { get; init; } = 64;

    /// <summary>How long one still may take to arrive: 1 MB over GPRS takes four minutes.</summary>
    public TimeSpan StillTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Bytes a second that a body must reach, after <see cref="DataRateGrace"/>. GPRS at its worst does 600.</summary>
    public double DataRate { get; init; } = 240;

    /// <summary>How long a body may be slower than <see cref="DataRate"/>.</summary>
    public TimeSpan DataRateGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a TLS handshake may take: an ESP32 computes for seconds.</summary>
    public TimeSpan HandshakeTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the head of a request may take.</summary>
    public TimeSpan HeadTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a connection may be idle. Long, because a handshake freezes a small device for seconds and captures may be ten
    /// minutes apart; dead peers are found sooner by TCP keep-alive.
    /// </summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a device waits before it tries again after 503 and 507.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait of a camera's poll. What lies between may cut a connection that is silent for 30 s.</summary>
    public TimeSpan PollTime { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>How long a request for a still waits for its answer.</summary>
    public TimeSpan RequestTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Requests that wait for one camera at once.</summary>
    public int RequestsWaiting { get; init; } = 4;

    /// <summary>Requests for one camera in a row, before <see cref="RequestEvery"/> counts.</summary>
    public int RequestBurst { get; init; } = 8;

    /// <summary>One request for a camera in this time; a camera keeps to the same by itself.</summary>
    public TimeSpan RequestEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Health reports kept of each camera: a week of one each five minutes, some 600 KB.</summary>
    public int HealthReports { get; init; } = 2016;

    /// <summary>Rows of alarms that are kept; the oldest go first.</summary>
    public int Alarms { get; init; } = 10_000;
}
