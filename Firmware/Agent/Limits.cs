namespace Sealcam;

/// <summary>Every bound of the agent, with its unit and its reason.</summary>
public static class Limits
{
    /// <summary>Bytes: a leaf of the digest, a block of the RAM outbox and one read from the sensor are the same 4,096.</summary>
    public const int LeafBytes = 4096;

    /// <summary>
    /// Bytes: the largest still. 256 leaves keep the list of leaf digests at 8 KB; QSXGA stills are 600 to 800 KB.
    /// </summary>
    public const int StillBytes = 256 * LeafBytes;

    /// <summary>
    /// Bytes: how far back from the announced end EOI is looked for. Sensors pad their last transfer, none by more.
    /// </summary>
    public const int EndSearchBytes = 4096;

    /// <summary>Stills: the most that a RAM outbox keeps; each needs a segment beside its blocks (about 400 bytes).</summary>
    public const int OutboxStills = 64;

    /// <summary>Bytes: one write to the link. A TLS write larger than the TCP window spins in native code on ESP32.</summary>
    public const int WriteBytes = 2048;

    /// <summary>Bytes: the random challenge of a requester (RFC 9711 4.1 allows 8 to 64; fewer than 16 can be guessed).</summary>
    public const int NonceMin = 16, NonceMax = 64;

    /// <summary>
    /// Bytes: the whole APP11 segment, marker included, with a nonce of 64 bytes and every field at its maximum.
    /// </summary>
    public const int SegmentBytes = 312;

    /// <summary>Bytes: status line and headers of a reply. Longer ones are garbage or an attack.</summary>
    public const int ReplyHeadBytes = 2048;

    /// <summary>Bytes: body of a reply that is looked at. A receipt is about 100.</summary>
    public const int ReplyBodyBytes = 512;

    /// <summary>ms: how long an answer may take before the connection is given up.</summary>
    public const int ReplyTimeoutMs = 20000;

    /// <summary>
    /// ms: how long after a failed write the server's last word is looked for; it is there by then or never will be.
    /// </summary>
    public const int LastWordMs = 100;

    /// <summary>
    /// How often a still is sent again that the server found damaged: twice, since a second one may be damaged too. What is wrong
    /// in itself has then cost three sendings and is set aside.
    /// </summary>
    public const int DamagedTries = 2;

    /// <summary>ms: the longest wait that a server may ask for by Retry-After.</summary>
    public const int RetryAfterMs = 3600000;

    /// <summary>
    /// ms: the back-off's second window at least, and its longest. With one try in each window two are at most 120 s apart,
    /// and a fleet
    /// that has lost its server for long is back within 120 s of its return.
    /// </summary>
    public const int BackoffFirstMs = 1000, BackoffMostMs = 60000;

    /// <summary>ms: how long to wait before a failed start (no identity, store not writable) is tried again.</summary>
    public const int BootRetryMs = 10000;

    /// <summary>Stills that the server refused, kept aside at most; more make the oldest of them go, as a drop.</summary>
    public const int AsideStills = 4;

    /// <summary>ms: how long storage that failed, or is full and may not drop, is left alone.</summary>
    public const int StorageRetryMs = 10000;

    /// <summary>
    /// ms: the longest wait of a poll for requests. NAT tables and proxies forget a silent connection after 30 s or more.
    /// </summary>
    public const int PollWaitMs = 20000;

    /// <summary>ms: a poll shorter than this is not worth its round trip.</summary>
    public const int PollWaitLeastMs = 100;

    /// <summary>
    /// ms: how often the answer of an open poll is looked for; a board that can wake on its socket looks sooner.
    /// </summary>
    public const int PollLookMs = 20;

    /// <summary>
    /// ms: how long beyond its wait a poll may stay open while a still waits. A new connection costs an ESP32 about as
    /// much.
    /// </summary>
    public const int PollGraceMs = 5000;

    /// <summary>ms: between two polls when the server answers at once and has nothing to ask.</summary>
    public const int PollGapMs = 1000;

    /// <summary>Requests that are answered in a row before <see cref="Settings.RequestEveryMs"/> counts.</summary>
    public const int RequestBurst = 8;

    /// <summary>
    /// Captures that are tried for one request, ms between them, and ms after which nobody waits for it any more.
    /// </summary>
    public const int RequestTries = 3, RequestAgainMs = 1000, RequestAgeMs = 60000;

    /// <summary>ms: how long a random source that threw is left alone. Signatures are then those of RFC 6979 3.2.</summary>
    public const int EntropyRetryMs = 10000;

    /// <summary>ms: how often a link without network or a clock without time is looked at again.</summary>
    public const int IdleMs = 250;

    /// <summary>ms: how often a waiting Step wants to look at the link or the sensor again.</summary>
    public const int PollMs = 5;

    /// <summary>ms: age of the sensor frame saturates here (two CBOR bytes of value).</summary>
    public const int FrameAgeMs = 65535;

    /// <summary>ms: a sensor that has not delivered by then has failed. VC0706 at 38,400 baud needs 12 s for 50 KB.</summary>
    public const int CaptureTimeoutMs = 30000;

    /// <summary>Bytes: a signed health report with every field at its maximum.</summary>
    public const int HealthBytes = 256;

    // System.Math is a package of its own on nanoFramework, which this assembly does without.
    internal static int Least(int a, int b) => a < b ? a : b;

    internal static long Greatest(long a, long b) => a > b ? a : b;
}
