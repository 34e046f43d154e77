namespace Sealcam;

/// <summary>Sends the oldest still and acts on the answer: release, set aside or hold (PROTOCOL.md 5.1).</summary>
public sealed class StillExchange : Exchange
{
    private readonly IClock _clock;
    private readonly ILog _log;
    private readonly WallClock _wall;
    private readonly IOutbox _outbox;
    private readonly Counters _counters;
    private readonly RetryGate _retry;
    private readonly Receipt _receipt;
    private readonly StillPost _post;
    private uint _doubtedBoot, _doubtedSequence;  // the still that was refused as damaged, once; 0 for none

    public StillExchange(
        Parts parts, Settings settings, WallClock wall, IOutbox outbox, Counters counters, RetryGate retry, Receipt receipt)
    {
        _clock = parts.Clock;
        _log = parts.Log;
        _wall = wall;
        _outbox = outbox;
        _counters = counters;
        _retry = retry;
        _receipt = receipt;
        _post = new StillPost(outbox, settings);
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
        bool readable = !reply.IsGarbage;
        int status = readable ? reply.Head.Status : 0;
        bool hasReceipt = readable && IsWhole && _receipt.IsFor(still, reply.BodyBytes, reply.BodyCount);
        bool hasError = readable && !hasReceipt && _receipt.IsError(reply.BodyBytes, reply.BodyCount);
        int outcome = Outcome.Of(status, hasReceipt, hasError);
        still.IsShipping = false;
        switch (outcome)
        {
            case Outcome.Accepted:
                Accept(still);
                break;
            case Outcome.Refused when status == 422 && !IsDoubted(still):
                // It may have been damaged between outbox and TLS, which nothing checks. What is wrong in itself is refused again.
                _doubtedBoot = still.BootCount;
                _doubtedSequence = still.Sequence;
                _counters.Retried++;
                _log.Write(LogLevel.Warning, "uplink",
                    "still " + still.BootCount + "-" + still.Sequence + " refused, " + _receipt.Sentence + ": sent once more");
                break;
            case Outcome.Refused:
                _counters.RefusedByServer++;
                _log.Write(LogLevel.Error, "uplink",
                    "still " + still.BootCount + "-" + still.Sequence + " refused, " + status + ", " + _receipt.Sentence);
                _outbox.SetAside(still);
                break;
            default:
                _receipt.Forget();
                _counters.Retried++;
                _retry.Failed(reply.Head.RetryAfterSeconds);
                _log.Write(LogLevel.Warning, "uplink", reply.Head.Status == 0 ? "the answer is not HTTP as it should be: held"
                    : hasError ? "answer " + status + ", " + _receipt.Sentence + ": held"
                    : "answer " + reply.Head.Status + " without a receipt for this still: held");
                break;
        }

        return outcome;
    }

    public override void Abandon()
    {
        _post.Still.IsShipping = false;
        _counters.Retried++;
    }

    private bool IsDoubted(KeptStill still) => still.BootCount == _doubtedBoot && still.Sequence == _doubtedSequence;

    private void Accept(KeptStill still)
    {
        _counters.Receipted++;
        ReceiptedAtMs = _clock.UptimeMs;
        _counters.LastReceiptMs = still.TriggeredMs < 0 ? -1 : (int)(_clock.UptimeMs - still.TriggeredMs);
        _log.Write(LogLevel.Debug, "uplink", "still " + still.BootCount + "-" + still.Sequence + " receipted");
        _wall.Offer(_receipt.Time, WallClock.Receipt);
        if (_receipt.HasWindow)
        {
            _retry.Shorten(_receipt.WindowMs);
        }

        _outbox.Release(still);
    }
}
