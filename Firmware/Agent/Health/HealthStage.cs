namespace Sealcam;

/// <summary>
/// Says when a health report is due and makes it. A report is made when it can leave, not before: while the connection is down
/// none is made, so that a gap in the counters means a report that was kept from the receiver, and silence means silence.
/// </summary>
public sealed class HealthStage
{
    private const int IntervalLeastMs = 1000;

    private readonly IClock _clock;
    private readonly IBoardInfo _info;
    private readonly WallClock _wall;
    private readonly IOutbox _outbox;
    private readonly OrderBook _order;
    private readonly CoseSigner _signer;
    private readonly CborWriter _claims = new CborWriter(HealthReport.MaxBytes);
    private readonly HealthReport _report = new HealthReport();
    private readonly int _intervalMs;
    private long _dueMs;
    private bool _held;
    private bool _behindStill;  // the report that this boot of a sleeping board owes, as soon as its still is receipted

    public HealthStage(
        Parts parts, Settings settings, WallClock wall, IOutbox outbox, OrderBook order, ISigner signer, Counters counters)
    {
        _clock = parts.Clock;
        _info = parts.Info;
        _wall = wall;
        _outbox = outbox;
        _order = order;
        _signer = new CoseSigner(signer, order.Record.Id, HealthReport.Aad, Limits.HealthBytes);
        _report.Counters = counters;
        _report.BootCount = order.Record.BootCount;
        _intervalMs = settings.HealthIntervalMs < IntervalLeastMs ? IntervalLeastMs : settings.HealthIntervalMs;
        _dueMs = parts.Clock.UptimeMs;
        if (settings.Sleeps)
        {
            var reports = new SleepReports(settings.IntervalMs, _intervalMs);
            _intervalMs = reports.IntervalMs;
            int cause = _info == null ? WakeCause.Unknown : _info.WakeCause;
            _behindStill = reports.IsDue(order.Record.BootCount, cause);
            _dueMs += !_behindStill ? _intervalMs : reports.MakesStill(cause) ? SleepReports.BehindStillMs : 0;
        }
    }

    public uint BootCount => _report.BootCount;

    /// <summary>Of the last report made in this boot; 0 before the first. Never used twice.</summary>
    public uint Counter => _report.Counter;

    /// <summary>The signed report: its first <see cref="SealedCount"/> bytes.</summary>
    public byte[] Sealed { get; } = new byte[Limits.HealthBytes];

    public int SealedCount { get; private set; }

    /// <summary>ms until a report is due, 0 if one is due or made and not yet answered.</summary>
    public int WaitMs => _held || _behindStill && _report.Counters.Receipted > 0 ? 0 : (int)Limits.Greatest(0, _dueMs - _clock.UptimeMs);

    /// <summary>One is due, or will be in the short time that this boot lasts.</summary>
    public bool IsOwed => _behindStill || WaitMs == 0;

    /// <summary>Makes the report that is due. One that is held stays as it is, byte for byte.</summary>
    public void Make()
    {
        if (_held)
        {
            return;
        }

        _behindStill = false;
        long now = _clock.UptimeMs;
        _dueMs += ((now - _dueMs) / _intervalMs + 1) * _intervalMs;  // a poll that was open does not shift the next
        Fill(now);
        _claims.Clear();
        _report.Write(_claims);
        SealedCount = _signer.Sign(_claims, Sealed, 0);
        _held = true;
    }

    /// <summary>The server has it, or refused it for good.</summary>
    public void Release() => _held = false;

    private void Fill(long now)
    {
        _report.Counter++;
        _report.Uptime = (uint)(now / 1000);
        _report.ClockQuality = _wall.Quality;
        _report.Iat = (uint)_wall.UnixSeconds;
        _report.IntervalSeconds = (uint)((_intervalMs + 999) / 1000);
        _report.LastStopClean = _order.PreviousLast != OrderRecord.LastUnknown ? 1 : _order.Record.BootCount > 1 ? 0 : -1;
        _report.Waiting = (uint)_outbox.Count;
        var fill = _outbox as IOutboxFill;
        _report.OutboxPerMille = fill == null ? -1 : fill.FillPerMille;
        _report.WakeCause = _info == null ? WakeCause.Unknown : _info.WakeCause;
        _report.HeapFree = _info == null ? BoardInfo.Unknown : _info.HeapFree;
        _report.LargestBlock = _info == null ? BoardInfo.Unknown : _info.LargestBlock;
        _report.SignalDbm = _info == null ? 0 : _info.SignalDbm;
    }
}
