namespace Sealcam;

/// <summary>Sends the oldest still and acts on the answer: release, set aside or hold. Its children say what one means.</summary>
public abstract class StillExchange : Exchange
{
    private readonly IClock _clock;
    private readonly ILog _log;
    private readonly IOutbox _outbox;
    private readonly Counters _counters;
    private readonly RetryGate _retry;
    private readonly StillPost _post;
    private uint _doubtedBoot, _doubtedSequence;  // the still that was refused as damaged last; 0 for none
    private int _doubts;                          // how often in a row

    protected StillExchange(Parts parts, IOutbox outbox, Counters counters, RetryGate retry, StillHead head)
    {
        _clock = parts.Clock;
        _log = parts.Log;
        _outbox = outbox;
        _counters = counters;
        _retry = retry;
        _post = new StillPost(outbox, head);
    }

    /// <summary>Uptime (ms) of the last receipt; 0 before the first.</summary>
    public long ReceiptedAtMs { get; private set; }

    public override bool IsWhole => _post.IsWhole;

    public void Start(KeptStill still)
    {
        still.IsShipping = true;
        _post.Start(still);
    }

    public override int Next(out byte[] buffer, out int offset) => _post.Next(out buffer, out offset);

    public override int Judge(ReplyParser reply)
    {
        var still = _post.Still;
        int outcome = OutcomeOf(still, reply, out string why);
        still.IsShipping = false;
        switch (outcome)
        {
            case Outcome.Accepted:
                Accept(still);
                break;
            case Outcome.Refused when reply.Head.Status == 422 && IsDoubted(still):
                _counters.Retried++;
                _log.Write(LogLevel.Warning, "uplink",
                    "still " + still.BootCount + "-" + still.Sequence + " refused, " + why + ": sent once more");
                break;
            case Outcome.Refused:
                _counters.RefusedByServer++;
                _log.Write(LogLevel.Error, "uplink", "still " + still.BootCount + "-" + still.Sequence + " refused, " + why);
                _outbox.SetAside(still);
                break;
            default:
                _counters.Retried++;
                _retry.Failed(reply.Head.RetryAfterSeconds);
                _log.Write(LogLevel.Warning, "uplink", why + ": held");
                break;
        }

        return outcome;
    }

    public override void Abandon()
    {
        _post.Still.IsShipping = false;
        _counters.Retried++;
    }

    /// <summary>
    /// One of <see cref="Outcome"/> for this answer, and <paramref name="why"/> a still is refused or held: the beginning of a
    /// sentence without secrets.
    /// </summary>
    protected abstract int OutcomeOf(KeptStill still, ReplyParser reply, out string why);

    /// <summary>What else an accepting answer says.</summary>
    protected virtual void Heed()
    {
    }

    /// <summary>
    /// It may have been damaged between outbox and TLS, which nothing checks. What is wrong in itself is refused again and again.
    /// </summary>
    private bool IsDoubted(KeptStill still)
    {
        if (still.BootCount != _doubtedBoot || still.Sequence != _doubtedSequence)
        {
            _doubtedBoot = still.BootCount;
            _doubtedSequence = still.Sequence;
            _doubts = 0;
        }

        return _doubts++ < Limits.DamagedTries;
    }

    private void Accept(KeptStill still)
    {
        _counters.Receipted++;
        ReceiptedAtMs = _clock.UptimeMs;
        _counters.LastReceiptMs = still.TriggeredMs < 0 ? -1 : (int)(_clock.UptimeMs - still.TriggeredMs);
        _log.Write(LogLevel.Debug, "uplink", "still " + still.BootCount + "-" + still.Sequence + " receipted");
        Heed();
        _outbox.Release(still);
    }
}
