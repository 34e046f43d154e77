namespace Sealcam;

/// <summary>
/// The idle long poll (PROTOCOL.md 5.4): asks the server whether somebody wants a still, and lets it take its time. While it is
/// open nothing else can leave, so it asks for no longer a wait than a still may have to stand behind it.
/// </summary>
/// <remarks>
/// A still that comes meanwhile waits the poll out instead of breaking it off: HTTP/1.1 has no way to take a request back but to
/// close the connection, and a handshake freezes an ESP32 for longer than the poll would last.
/// </remarks>
public sealed class RequestPoll : Exchange
{
    /// <summary>ms: what a round trip is taken for before the first was measured.</summary>
    private const int FirstTripMs = 200;

    private readonly IClock _clock;
    private readonly ILog _log;
    private readonly WallClock _wall;
    private readonly Receipt _receipt;
    private readonly RequestGate _requests;
    private readonly RetryGate _gate;  // its own: a server without requests still takes stills
    private readonly byte[] _head;
    private readonly string _target, _rest;
    private readonly int _boundMs;
    private int _headBytes;
    private bool _out;
    private int _waitMs;
    private int _tripMs = FirstTripMs;
    private long _startedMs, _nextMs;

    public RequestPoll(Parts parts, Settings settings, WallClock wall, Receipt receipt, RequestGate requests)
    {
        _clock = parts.Clock;
        _log = parts.Log;
        _wall = wall;
        _receipt = receipt;
        _requests = requests;
        _gate = new RetryGate(parts.Clock, parts.Entropy, settings.ReconnectWindowMs);
        _target = "GET " + settings.RequestPath + "?wait=";
        _rest = " HTTP/1.1\r\nHost: " + StillPost.HostOf(settings) + "\r\n\r\n";
        _head = new byte[_target.Length + 11 + _rest.Length];
        _boundMs = Limits.Least(settings.TriggerBoundMs, Limits.PollWaitMs);
    }

    public override bool IsWhole => _out;

    public override int LookMs => Limits.PollLookMs;

    /// <summary>
    /// Makes a poll if one is worth it now. <paramref name="quietMs"/>: ms until the next still is due. What a round trip costs
    /// comes off the wait, so that the answer, not the question, is there in time.
    /// </summary>
    public bool TryStart(int quietMs)
    {
        long now = _clock.UptimeMs;
        int quiet = quietMs - _tripMs;
        if (quiet < Limits.PollWaitLeastMs || now < _nextMs || !_requests.IsOpen || _gate.WaitMs > 0)
        {
            return false;
        }

        int bound = _boundMs - _tripMs;
        _waitMs = Limits.Least(quiet, bound < Limits.PollWaitLeastMs ? Limits.PollWaitLeastMs : bound);
        _headBytes = Ascii.Copy(_target, _head, 0);
        _headBytes += Ascii.Copy(_waitMs.ToString(), _head, _headBytes);
        _headBytes += Ascii.Copy(_rest, _head, _headBytes);
        _out = false;
        _startedMs = now;
        return true;
    }

    public override int Next(out byte[] buffer, out int offset)
    {
        _out = true;
        buffer = _head;
        offset = 0;
        return _headBytes;
    }

    public override int PatienceMs(bool stillWaits) => _waitMs + (stillWaits ? Limits.PollGraceMs : Limits.ReplyTimeoutMs);

    public override int Judge(ReplyParser reply)
    {
        long now = _clock.UptimeMs;
        if (reply.IsGarbage || reply.Head.Status != 200 || !_receipt.IsRequest(reply.BodyBytes, reply.BodyCount))
        {
            _gate.Failed(reply.IsGarbage ? 0 : reply.Head.RetryAfterSeconds);
            _log.Write(LogLevel.Warning, "uplink", "answer " + reply.Head.Status + " when asked for requests: asked again in "
                + (_gate.WaitMs + 999) / 1000 + " s");
            return Outcome.Unreachable;
        }

        _gate.Succeeded();
        _wall.Offer(_receipt.Time, WallClock.Receipt);
        int took = (int)(now - _startedMs);
        if (took >= _waitMs)
        {
            int trip = took - _waitMs;
            _tripMs = trip > _tripMs ? trip : (_tripMs * 7 + trip) / 8;
        }
        else if (_receipt.Request == null && took < Limits.PollGapMs && took < _waitMs / 2)
        {
            _nextMs = now + Limits.PollGapMs;  // the server does not hold polls: asking at once again would only burn time
        }

        return Outcome.Accepted;
    }

    public override void Abandon()
    {
    }
}
