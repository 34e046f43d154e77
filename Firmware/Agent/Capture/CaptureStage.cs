using System;

namespace Sealcam;

/// <summary>
/// Trigger, wait for the sensor, read, seal, keep: one slice a Step, so that nothing else starves while a slow sensor delivers.
/// </summary>
public sealed class CaptureStage
{
    private const int Waiting = 0, Exposing = 1, Reading = 2, Sealing = 3;

    private readonly ICamera _camera;
    private readonly IClock _clock;
    private readonly WallClock _wall;
    private readonly IOutbox _outbox;
    private readonly Counters _counters;
    private readonly ILog _log;
    private readonly Sealer _sealer;
    private readonly OrderBook _order;
    private readonly StillReader _reader;
    private readonly Schedule _schedule;
    private readonly int _stillLimit;
    private readonly HeldRequest _request = new HeldRequest();
    private readonly Claims _claims = new Claims();
    private readonly byte[] _segment = new byte[Limits.SegmentBytes];
    private IStill _still;
    private int _state;
    private bool _ended, _borrowed;
    private long _triggeredMs;
    private long _movedMs;  // the trigger, or the last byte since
    private long _exposedMs;

    public CaptureStage(Parts parts, Settings settings, WallClock wall, IOutbox outbox, OrderBook order, Sealer sealer, Counters counters)
    {
        _camera = parts.Camera;
        _clock = parts.Clock;
        _wall = wall;
        _outbox = outbox;
        _order = order;
        _sealer = sealer;
        _counters = counters;
        _log = parts.Log;
        _stillLimit = settings.StillLimit;
        _schedule = new Schedule(settings.IntervalMs, parts.Clock.UptimeMs);
        _reader = new StillReader(outbox, new LeafDigest(parts.Mac, Limits.Least(outbox.Capacity, Limits.StillBytes)));
    }

    /// <summary>Last sequence used in this boot; 0 before the first still.</summary>
    public uint LastSequence { get; private set; }

    /// <summary>True once no still will be started any more and none is in the making.</summary>
    public bool IsFinished => _state == Waiting && (_ended || _stillLimit > 0 && _counters.Captured >= _stillLimit);

    /// <summary>
    /// ms until the sensor is wanted next; 0 while a still is in the making, -1 when none will be made any more.
    /// </summary>
    public int QuietMs
    {
        get
        {
            long now = _clock.UptimeMs;
            return IsFinished ? -1 : _state != Waiting ? 0 : Limits.Least(_schedule.WaitMs(now), _request.WaitMs(now));
        }
    }

    /// <summary>The last still's segment, of <see cref="SegmentLength"/> bytes; 0 before the first.</summary>
    public byte[] Segment => _segment;

    public int SegmentLength { get; private set; }

    /// <summary>Lends the sensor out if no still is in the making.</summary>
    public bool Borrow() => _borrowed = _state == Waiting;

    public void Return() => _borrowed = false;

    /// <summary>Starts no still any more; the one in the making is finished.</summary>
    public void End() => _ended = true;

    /// <summary>
    /// Starts no still any more and gives up the one in the making, which has no sequence yet: the sensor is free again.
    /// </summary>
    public void Stop()
    {
        _ended = true;
        if (_state != Waiting)
        {
            Reset();
        }
    }

    /// <summary>
    /// Wants a still as soon as possible. With a <paramref name="nonce"/> (16 to 64 bytes, or null) the next still answers it;
    /// the exposure then begins after this call even if a still is in the making.
    /// </summary>
    public void Ask(byte[] nonce)
    {
        if (nonce == null)
        {
            _schedule.Ask();
        }
        else
        {
            _request.Hold(nonce, _clock.UptimeMs);
        }
    }

    /// <summary>One slice of work; returns ms until the next is wanted.</summary>
    public int Step()
    {
        try
        {
            switch (_state)
            {
                case Waiting:
                    return Start();
                case Exposing:
                    return Wait();
                case Reading:
                    return Read();
                default:
                    return Seal();
            }
        }
        catch (Exception e)
        {
            // CameraException, or a bug in a driver: the next still that is due tries again.
            return _state == Sealing ? Lose(e.Message) : Fail(e.Message);
        }
    }

    private int Start()
    {
        if (IsFinished || LastSequence == 0xFFFFFFFF)
        {
            return int.MaxValue;
        }

        if (_borrowed)
        {
            return Limits.PollMs;
        }

        long now = _clock.UptimeMs;
        int wait = Limits.Least(_schedule.WaitMs(now), _request.WaitMs(now));
        if (wait > 0)
        {
            return wait;
        }

        _schedule.Started(now);
        _triggeredMs = _movedMs = now;
        _claims.Nonce = _request.Take(now);  // before the trigger: only an exposure after the request may answer it
        _camera.Trigger();
        _state = Exposing;
        return 0;
    }

    private int Wait()
    {
        _still = _camera.Poll();
        if (_still == null)
        {
            return IsLate() ? Fail("nothing from the sensor in " + Limits.CaptureTimeoutMs + " ms") : Limits.PollMs;
        }

        _exposedMs = _still.ExposedMs;
        int length = _still.Length;
        if (length <= 0 || length > Limits.Least(_outbox.Capacity, Limits.StillBytes))
        {
            return Refuse(length <= 0 ? "the sensor gave an empty still" : "a still of " + length + " bytes is larger than the outbox");
        }

        _outbox.Announce(_order.Record.BootCount, LastSequence + 1);
        if (!_outbox.Open(length))
        {
            return GiveUp();
        }

        _reader.Start(_still);
        _movedMs = _clock.UptimeMs;
        _state = Reading;
        return 0;
    }

    private int Read()
    {
        if (!_reader.Read(_claims.Digest, out bool progress))
        {
            // Bytes that come after a long freeze of the board are good: only a sensor that gives none is late.
            _movedMs = progress ? _clock.UptimeMs : _movedMs;
            return progress ? 0 : IsLate() ? Fail("the sensor stopped in the middle of a still") : Limits.PollMs;
        }

        if (_reader.Fault != null)
        {
            return Refuse(_reader.Fault);
        }

        EndLease();
        _state = Sealing;
        return 0;
    }

    private int Seal()
    {
        _counters.Captured++;
        Fill(++LastSequence);
        int length = SegmentLength = _sealer.Seal(_claims, _segment);
        if (!_outbox.Keep(_reader.Length, _claims, _segment, length, _triggeredMs))
        {
            return Lose("it could not be kept");
        }

        _state = Waiting;
        _counters.Sealed++;
        _request.Answered(_claims.Nonce);
        _log.Write(LogLevel.Debug, "seal", "still " + _claims.BootCount + "-" + _claims.Sequence + ", " + _reader.Length + " bytes");
        return 0;
    }

    private void Fill(uint sequence)
    {
        long now = _clock.UptimeMs;
        long age = now - _exposedMs;
        _claims.BootCount = _order.Record.BootCount;
        _claims.Sequence = sequence;
        _claims.Uptime = (uint)(now / 1000);
        _claims.ClockQuality = _wall.Quality;
        _claims.Iat = (uint)_wall.UnixSeconds;
        _claims.FrameAge = (uint)(age < 0 ? 0 : age > Limits.FrameAgeMs ? Limits.FrameAgeMs : age);
        _claims.Dropped = (uint)(_counters.Dropped + _counters.DroppedBefore);
        _claims.PreviousLast = _order.PreviousLast;
        _claims.PreviousLastKnown = _order.PreviousLast != OrderRecord.LastUnknown;
    }

    private bool IsLate() => _clock.UptimeMs - _movedMs > Limits.CaptureTimeoutMs;

    /// <summary>What the sensor gave is not a still: it consumes no sequence.</summary>
    private int Refuse(string why)
    {
        _counters.RefusedByAgent++;
        _log.Write(LogLevel.Warning, "capture", "refused: " + why);
        return Reset();
    }

    /// <summary>
    /// No room by the outbox's policy: the still is not read, but it consumes a sequence and the drop is declared.
    /// </summary>
    private int GiveUp()
    {
        LastSequence++;
        _counters.Captured++;
        _counters.Dropped++;
        _log.Write(LogLevel.Warning, "outbox", "full: still " + _order.Record.BootCount + "-" + LastSequence + " not taken");
        return Reset();
    }

    private int Fail(string why)
    {
        _counters.CameraFaults++;
        _log.Write(LogLevel.Error, "capture", why);
        return Reset();
    }

    /// <summary>The still has consumed its sequence and cannot be sealed or kept: a drop, and declared as one.</summary>
    private int Lose(string why)
    {
        _counters.Dropped++;
        _log.Write(LogLevel.Error, "seal", "still " + _claims.BootCount + "-" + LastSequence + " dropped: " + why);
        _request.Answered(_claims.Nonce);  // it may be the reason: the next still must not fail of it too
        return Reset();
    }

    private int Reset()
    {
        EndLease();
        if (_state >= Reading)
        {
            _outbox.Abandon();
        }

        if (_request.Failed(_claims.Nonce, _clock.UptimeMs))
        {
            _log.Write(LogLevel.Warning, "capture", "a request is given up after " + Limits.RequestTries + " tries");
        }

        _claims.Nonce = null;
        _state = Waiting;
        return 0;
    }

    private void EndLease()
    {
        _still?.Release();
        _still = null;
    }
}
