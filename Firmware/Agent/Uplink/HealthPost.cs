namespace Sealcam;

/// <summary>
/// Sends a health report (PROTOCOL.md 5.5) and holds it until the server has it or refuses it. Never stands before a still.
/// </summary>
public sealed class HealthPost : Exchange
{
    private readonly ILog _log;
    private readonly WallClock _wall;
    private readonly Receipt _receipt;
    private readonly HealthStage _health;
    private readonly RetryGate _gate;  // its own: a server that takes no reports still takes stills
    private readonly byte[] _bytes;
    private readonly string _head;
    private int _count;
    private bool _out;

    public HealthPost(Parts parts, Settings settings, WallClock wall, Receipt receipt, HealthStage health)
    {
        _log = parts.Log;
        _wall = wall;
        _receipt = receipt;
        _health = health;
        _gate = new RetryGate(parts.Clock, parts.Entropy, settings.ReconnectWindowMs);
        _head = "POST " + settings.HealthPath + " HTTP/1.1\r\nHost: " + StillPost.HostOf(settings)
            + "\r\nContent-Type: application/cose\r\nContent-Length: ";
        _bytes = new byte[_head.Length + 11 + Limits.HealthBytes];
    }

    /// <summary>A report is due or on its way, whether or not the server may be asked again yet.</summary>
    public bool IsOwed => _health.IsOwed;

    /// <summary>ms until a report wants to be sent, 0 if one does.</summary>
    public int WaitMs => (int)Limits.Greatest(_health.WaitMs, _gate.WaitMs);

    public override bool IsWhole => _out;

    public void Start()
    {
        _health.Make();
        _count = Ascii.Copy(_head, _bytes, 0);
        _count += Ascii.Copy(_health.SealedCount + "\r\n\r\n", _bytes, _count);
        System.Array.Copy(_health.Sealed, 0, _bytes, _count, _health.SealedCount);
        _count += _health.SealedCount;
        _out = false;
    }

    public override int Next(out byte[] buffer, out int offset)
    {
        _out = true;
        buffer = _bytes;
        offset = 0;
        return _count;
    }

    public override int Judge(ReplyParser reply)
    {
        bool readable = !reply.IsGarbage;
        int status = readable ? reply.Head.Status : 0;
        bool has = readable
            && _receipt.IsForHealth(_health.BootCount, _health.Counter, reply.BodyBytes, reply.BodyCount);
        bool error = readable && !has && _receipt.IsError(reply.BodyBytes, reply.BodyCount);
        int outcome = Outcome.Of(status, has, error);
        if (outcome == Outcome.Unreachable)
        {
            _gate.Failed(reply.Head.RetryAfterSeconds);
            _log.Write(LogLevel.Warning, "health", "answer " + reply.Head.Status + " to report " + _health.Counter + ": held");
            return outcome;
        }

        _gate.Succeeded();
        _health.Release();
        if (outcome == Outcome.Accepted)
        {
            _wall.Offer(_receipt.Time, WallClock.Receipt);
        }
        else
        {
            _log.Write(LogLevel.Error, "health", "report " + _health.Counter + " refused, " + status + ", " + _receipt.Sentence);
        }

        return outcome;
    }

    public override void Abandon()
    {
    }
}
