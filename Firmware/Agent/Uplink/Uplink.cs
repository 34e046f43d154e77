using System;

namespace Sealcam;

/// <summary>
/// Ships the oldest still over one kept-alive TLS connection and acts on the answer. One Step makes at most one call that may freeze the
/// board: a resolve, a connect with its handshake, or one write.
/// </summary>
public sealed partial class Uplink
{
    private const int Down = 0, Resolved = 1, Ready = 2, Sending = 3, Awaiting = 4;

    private readonly ILink _link;
    private readonly IClock _clock;
    private readonly ILog _log;
    private readonly Settings _settings;
    private readonly WallClock _wall;
    private readonly IOutbox _outbox;
    private readonly Counters _counters;
    private readonly RetryGate _retry;
    private readonly StillPost _post;
    private readonly ReplyParser _reply = new ReplyParser();
    private readonly Receipt _receipt = new Receipt();
    private readonly byte[] _received = new byte[256];
    private int _state;
    private long _deadlineMs;  // of the reply
    private string _waitsFor;  // said once, not at every look

    public Uplink(Parts parts, Settings settings, WallClock wall, IOutbox outbox, Counters counters)
    {
        _link = parts.Link;
        _clock = parts.Clock;
        _log = parts.Log;
        _settings = settings;
        _wall = wall;
        _outbox = outbox;
        _counters = counters;
        _retry = new RetryGate(parts.Clock, parts.Entropy, settings.ReconnectWindowMs);
        _post = new StillPost(outbox, settings);
    }

    /// <summary>Nonce of a still that the last receipt asked for, or null. Taking it clears it.</summary>
    public byte[] TakeRequest()
    {
        var request = _receipt.Request;
        _receipt.Forget();
        return request;
    }

    /// <summary>One slice of work; returns ms until the next is wanted.</summary>
    public int Step()
    {
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
            return Lost(e.Message);
        }
    }

    private int Resolve()
    {
        if (_outbox.Oldest() == null)
        {
            return int.MaxValue;
        }

        int wait = _retry.WaitMs;
        if (wait > 0)
        {
            return wait;
        }

        if (_settings.Host == null || _settings.Host.Length == 0)
        {
            return WaitFor("a server: none is set");
        }

        if (!_link.IsUp)
        {
            return WaitFor("the network");
        }

        if (_wall.Quality == WallClock.None)
        {
            return WaitFor("the time, without which the server's certificate cannot be checked");
        }

        _waitsFor = null;
        _log.Write(LogLevel.Debug, "uplink", "resolving " + _settings.Host);
        _link.Resolve(_settings.Host);
        _state = Resolved;
        return 0;
    }

    private int Connect()
    {
        _log.Write(LogLevel.Debug, "uplink", "connecting to port " + _settings.Port);
        _link.Connect(_settings.Port);
        _counters.Handshakes++;
        _log.Write(LogLevel.Info, "uplink", "connected to " + _settings.Host);
        _state = Ready;
        return 0;
    }

    /// <summary>On an open connection with nothing on the wire. The idle long poll will have its place here.</summary>
    private int Begin()
    {
        int got = _link.Read(_received, 0, _received.Length);
        if (got != 0)
        {
            return Lost(got < 0 ? "the server closed the idle connection" : "the server spoke without being asked");
        }

        int wait = _retry.WaitMs;
        var still = _outbox.Oldest();
        if (still == null || wait > 0)
        {
            return still == null ? Limits.IdleMs : Limits.Least(wait, Limits.IdleMs);
        }

        still.IsShipping = true;
        _post.Start(still);
        _reply.Clear();
        _state = Sending;
        return 0;
    }

    private int Send()
    {
        // A server that refuses answers before it has read everything; going on would end in a reset that hides the answer.
        Receive();
        if (!_reply.HasBegun)
        {
            int count = _post.Next(out byte[] buffer, out int offset);
            _link.Write(buffer, offset, count);
        }

        if (_reply.HasBegun || _post.IsWhole)
        {
            _deadlineMs = _clock.UptimeMs + Limits.ReplyTimeoutMs;
            _state = Awaiting;
        }

        return 0;
    }

    private int Await()
    {
        bool progress = Receive();
        if (_reply.IsDone)
        {
            return Judge();
        }

        if (_clock.UptimeMs >= _deadlineMs)
        {
            return Lost("no answer within " + Limits.ReplyTimeoutMs / 1000 + " s");
        }

        return progress ? 0 : Limits.PollMs;
    }

    private bool Receive()
    {
        int got = _link.Read(_received, 0, _received.Length);
        if (got < 0)
        {
            if (!_reply.HasBegun)
            {
                throw new LinkException(LinkFault.Lost, "the server closed the connection without an answer");
            }

            _reply.Closed();
        }
        else
        {
            _reply.Feed(_received, 0, got);
        }

        return got != 0;
    }

    private int Judge()
    {
        var still = _post.Still;
        bool readable = !_reply.IsGarbage;
        int status = readable ? _reply.Head.Status : 0;
        bool hasReceipt = readable && _receipt.IsFor(still, _reply.BodyBytes, _reply.BodyCount);
        bool hasError = readable && !hasReceipt && _receipt.IsError(_reply.BodyBytes, _reply.BodyCount);
        int outcome = Outcome.Of(status, hasReceipt, hasError);
        still.IsShipping = false;
        switch (outcome)
        {
            case Outcome.Accepted:
                Accept(still);
                break;
            case Outcome.Refused:
                _counters.RefusedByServer++;
                _log.Write(LogLevel.Error, "uplink",
                    "still " + still.BootCount + "-" + still.Sequence + " refused, " + status + ", " + _receipt.Sentence);
                _retry.Succeeded();
                _outbox.SetAside(still);
                break;
            default:
                _receipt.Forget();
                _counters.Retried++;
                _retry.Failed(_reply.Head.RetryAfterSeconds);
                _log.Write(LogLevel.Warning, "uplink", !readable ? "the answer is not HTTP as it should be: held"
                    : hasError ? "answer " + status + ", " + _receipt.Sentence + ": held"
                    : "answer " + status + " without a receipt for this still: held");
                break;
        }

        return EndExchange(outcome != Outcome.Unreachable);
    }

    private void Accept(KeptStill still)
    {
        _counters.Receipted++;
        ReceiptedAtMs = _clock.UptimeMs;
        _counters.LastReceiptMs = (int)(_clock.UptimeMs - still.TriggeredMs);
        _log.Write(LogLevel.Debug, "uplink", "still " + still.BootCount + "-" + still.Sequence + " receipted");
        _wall.Offer(_receipt.Time, WallClock.Receipt);
        if (_receipt.HasWindow)
        {
            _retry.Shorten(_receipt.WindowMs);
        }

        _retry.Succeeded();
        _outbox.Release(still);
    }

    private int EndExchange(bool worked)
    {
        if (_reply.CanGoOn && _post.IsWhole)
        {
            _state = Ready;
            return 0;
        }

        // The server closes, or half a still is still on its way into a connection that nobody reads.
        _link.Close();
        _state = Down;
        if (worked)
        {
            _retry.Failed(0);
        }

        return 0;
    }

    private int Lost(string why)
    {
        if (_state >= Sending)
        {
            _post.Still.IsShipping = false;
            _counters.Retried++;
        }

        LastFault = why;
        _log.Write(LogLevel.Warning, "uplink", why);
        _link.Close();
        _state = Down;
        _retry.Failed(0);
        return 0;
    }

    private int WaitFor(string what)
    {
        if (_waitsFor != what)
        {
            _waitsFor = what;
            _log.Write(LogLevel.Warning, "uplink", "waiting for " + what);
        }

        return Limits.IdleMs;
    }
}
