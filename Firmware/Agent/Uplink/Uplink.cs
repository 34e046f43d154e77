using System;

namespace Sealcam;

/// <summary>
/// One kept-alive TLS connection, and one <see cref="Exchange"/> at a time on it: the oldest still first, then a health report
/// that is due, then the idle poll for requests. One Step makes at most one call that may freeze the board: a resolve, a connect
/// with its handshake, or one write.
/// </summary>
public sealed partial class Uplink
{
    private const int Down = 0, Resolved = 1, Ready = 2, Sending = 3, Awaiting = 4;

    private readonly ILink _link;
    private readonly IClock _clock;
    private readonly ILog _log;
    private readonly Settings _settings;
    private readonly WallClock _wall;
    private readonly Parts _parts;
    private readonly IOutbox _outbox;
    private readonly Counters _counters;
    private readonly RetryGate _retry;
    private readonly RequestGate _requests;
    private readonly StillExchange _still;
    private readonly RequestPoll _poll;  // null: requests are not asked for
    private readonly ReplyParser _reply = new ReplyParser();
    private readonly Receipt _receipt = new Receipt();
    private readonly byte[] _received = new byte[256];
    private HealthPost _health;          // null: no reports
    private Exchange _exchange;          // on the wire while sending or awaiting
    private int _state;
    private int _quietMs;                // see CaptureStage.QuietMs
    private long _sentMs;
    private bool _works;                 // see IsHealthy
    private string _waitsFor;            // said once, not at every look
    private string _broken;              // a write failed: why; only the server's last word is still looked for

    public Uplink(Parts parts, Settings settings, WallClock wall, IOutbox outbox, Counters counters)
    {
        _parts = parts;
        _link = parts.Link;
        _clock = parts.Clock;
        _log = parts.Log;
        _settings = settings;
        _wall = wall;
        _outbox = outbox;
        _counters = counters;
        _retry = new RetryGate(parts.Clock, parts.Entropy, settings.ReconnectWindowMs);
        _requests = new RequestGate(parts.Clock, settings.RequestEveryMs);
        _still = settings.Target?.Exchange(parts, wall, outbox, counters, _retry)
            ?? new ReceiptExchange(parts, settings, wall, outbox, counters, _retry, _receipt);
        _poll = settings.Target != null || settings.RequestPath == null ? null : new RequestPoll(parts, settings, wall, _receipt, _requests);
    }

    /// <summary>From now on reports of this stage are sent.</summary>
    public void Tell(HealthStage health) => _health = new HealthPost(_parts, _settings, _wall, _receipt, health);

    /// <summary>
    /// The network is there and the newest thing that happened on it was an answer of our server in its own words. Any failure
    /// since then, and a boot without an answer yet, is not healthy.
    /// </summary>
    public bool IsHealthy => _works && _link.IsUp;

    /// <summary>
    /// One slice of work; returns ms until the next is wanted. <paramref name="quietMs"/>: ms until the sensor is wanted, 0 while
    /// a still is in the making, -1 when none will be made any more; then no request is asked for.
    /// </summary>
    public int Step(int quietMs)
    {
        _quietMs = quietMs;
        try
        {
            switch (_state)
            {
                case Down:
                    return Resolve();
                case Resolved:
                    return Connect();
                case Ready:
                    return Begin();
                case Sending:
                    return Send();
                default:
                    return Await();
            }
        }
        catch (Exception e)
        {
            // Whatever the link throws, a bug in a driver included: the still is held and the connection made anew.
            if (LinkFault.IsCertificate(e) && _wall.Doubt())
            {
                _log.Write(LogLevel.Warning, "uplink", "the last receipt's time is given up: the server's certificate failed under it");
            }

            return Lost(e.Message);
        }
    }

    private int Resolve()
    {
        if (_outbox.Oldest() == null && (_poll == null || _quietMs < 0))
        {
            int due = _health == null || _quietMs < 0 ? int.MaxValue : _health.WaitMs;
            if (due > 0)
            {
                return due;
            }
        }

        int wait = _retry.WaitMs;
        if (wait > 0)
        {
            return wait;
        }

        wait = Missing();
        if (wait > 0)
        {
            return wait;
        }

        _log.Write(LogLevel.Debug, "uplink", "resolving " + _settings.Host);
        _link.Resolve(_settings.Host);
        _state = Resolved;
        return 0;
    }

    private int Connect()
    {
        _log.Write(LogLevel.Debug, "uplink", "connecting to port " + _settings.Port);
        // Whatever has moved the platform's clock since the agent set it: certificates are checked against the agent's time.
        _clock.Set(_wall.UnixSeconds);
        _link.Connect(_settings.Port);
        _counters.Handshakes++;
        _wall.Confirm();
        _log.Write(LogLevel.Info, "uplink", "connected to " + _settings.Host);
        _state = Ready;
        return 0;
    }

    /// <summary>On an open connection with nothing on the wire.</summary>
    private int Begin()
    {
        int got = _link.Read(_received, 0, _received.Length);
        if (got != 0)
        {
            return Lost(got < 0 ? "the server closed the idle connection" : "the server spoke without being asked");
        }

        int wait = _retry.WaitMs;
        _exchange = wait > 0 ? null : Next();
        if (_exchange == null)
        {
            return wait > 0 ? Limits.Least(wait, Limits.IdleMs) : Limits.IdleMs;
        }

        _reply.Clear();
        _state = Sending;
        return 0;
    }

    /// <summary>What wants the wire most. The health report leaves only while nothing else is due, like the poll.</summary>
    private Exchange Next()
    {
        var still = _outbox.Oldest();
        if (still != null)
        {
            _still.Start(still);
            return _still;
        }

        if (_health != null && _health.WaitMs == 0)
        {
            _health.Start();
            return _health;
        }

        return _poll != null && _poll.TryStart(_quietMs) ? _poll : null;
    }

    private int Send()
    {
        // A server that refuses answers before it has read everything; going on would end in a reset that hides the answer. An
        // interim answer (1xx) is none: the server waits for the rest.
        Receive();
        if (!_reply.IsFinal)
        {
            int count = _exchange.Next(out byte[] buffer, out int offset);
            try
            {
                _link.Write(buffer, offset, count);
            }
            catch (LinkException e)
            {
                // A server that refuses and hangs up at once: its answer may be here though the write fails. Missed, the still
                // would be sent and refused for ever.
                _broken = e.Message;
            }
        }

        if (_broken != null || _reply.IsFinal || _exchange.IsWhole)
        {
            _sentMs = _clock.UptimeMs;
            _state = Awaiting;
        }

        return 0;
    }

    private int Await()
    {
        bool progress = Receive();
        if (_reply.IsDone)
        {
            bool worked = _exchange.Judge(_reply) != Outcome.Unreachable;
            if (worked)
            {
                _retry.Succeeded();
            }

            _works = worked || _exchange != _still && _works;  // a server without polls or reports may be a good one
            return EndExchange(worked);
        }

        int patience = _broken != null ? Limits.LastWordMs : _exchange.PatienceMs(_outbox.Oldest() != null);
        if (_clock.UptimeMs - _sentMs >= patience)
        {
            return Lost("no answer within " + patience / 1000 + " s");
        }

        return progress ? 0 : _exchange.LookMs;
    }

    private bool Receive()
    {
        int got = _link.Read(_received, 0, _received.Length);
        if (got >= 0)
        {
            _reply.Feed(_received, 0, got);
            return got > 0;
        }

        if (!_reply.HasBegun)
        {
            throw new LinkException(LinkFault.Lost, "the server closed the connection without an answer");
        }

        _reply.Closed();
        return true;
    }

    private int EndExchange(bool worked)
    {
        if (_reply.CanGoOn && _exchange.IsWhole && _broken == null)
        {
            _state = Ready;
            return 0;
        }

        // The server closes, or half a still is still on its way into a connection that nobody reads.
        _broken = null;
        _link.Close();
        _state = Down;
        if (worked || _exchange != _still)
        {
            // A still that failed has seen to it. Polls and reports have gates of their own, but a server that says when to
            // come back and hangs up wants no new connection before.
            _retry.Failed(_reply.IsGarbage ? 0 : _reply.Head.RetryAfterSeconds);
        }

        return 0;
    }

    private int Lost(string why)
    {
        if (_state >= Sending)
        {
            _exchange.Abandon();
        }

        why = _broken ?? why;
        _broken = null;
        _works = false;
        LastFault = why;
        _log.Write(LogLevel.Warning, "uplink", why);
        _link.Close();
        _state = Down;
        _retry.Failed(0);
        return 0;
    }
}
