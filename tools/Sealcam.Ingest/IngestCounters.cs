using Sealcam.Verify;

namespace Sealcam.Ingest;

/// <summary>What the server did since it started. Safe to read at any time from any thread.</summary>
public sealed class IngestCounters
{
    private readonly long[] _refused = new long[(int)ErrorCode.Other + 1];
    private long _stored, _again, _alarms, _turnedAway;

    /// <summary>Stills stored.</summary>
    public long Stored => Interlocked.Read(ref _stored);

    /// <summary>Stills that came once more and were acknowledged again.</summary>
    public long Again => Interlocked.Read(ref _again);

    /// <summary>Stills acknowledged, each found authentic before: <see cref="Stored"/> and <see cref="Again"/>.</summary>
    public long Verified => Stored + Again;

    /// <summary>Times that an alarm was raised, repetitions included.</summary>
    public long Alarms => Interlocked.Read(ref _alarms);

    /// <summary>Connections that brought no certificate of a known authority.</summary>
    public long TurnedAway => Interlocked.Read(ref _turnedAway);

    /// <summary>Requests refused for any reason.</summary>
    public long Refused => _refused.Sum();

    public long RefusedFor(ErrorCode code) => Interlocked.Read(ref _refused[(int)code]);

    /// <summary>Stills refused with a verdict of <see cref="Verdict"/>: X, U, N, C or F.</summary>
    public long RefusedAs(char verdict) => verdict switch
    {
        Verdict.Unreadable => RefusedFor(ErrorCode.Unreadable),
        Verdict.Unsigned => RefusedFor(ErrorCode.Unsigned),
        Verdict.NotAuthentic => RefusedFor(ErrorCode.NotAuthentic),
        Verdict.Conflict => RefusedFor(ErrorCode.Conflict),
        Verdict.Foreign => RefusedFor(ErrorCode.Foreign),
        _ => 0,
    };

    internal void CountStored() => Interlocked.Increment(ref _stored);

    internal void CountAgain() => Interlocked.Increment(ref _again);

    internal void CountAlarm() => Interlocked.Increment(ref _alarms);

    internal void CountTurnedAway() => Interlocked.Increment(ref _turnedAway);

    internal void CountRefused(ErrorCode code) => Interlocked.Increment(ref _refused[(int)code]);
}
