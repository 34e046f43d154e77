namespace Sealcam;

/// <summary>A still and the answer of a Sealcam receiver (PROTOCOL.md 5.1): only a receipt for it releases it.</summary>
public sealed class ReceiptExchange : StillExchange
{
    private readonly WallClock _wall;
    private readonly RetryGate _retry;
    private readonly Receipt _receipt;

    public ReceiptExchange(
        Parts parts, Settings settings, WallClock wall, IOutbox outbox, Counters counters, RetryGate retry, Receipt receipt)
        : base(parts, outbox, counters, retry, new PostHead(settings))
    {
        _wall = wall;
        _retry = retry;
        _receipt = receipt;
    }

    protected override int OutcomeOf(KeptStill still, ReplyParser reply, out string why)
    {
        bool readable = !reply.IsGarbage;
        int status = readable ? reply.Head.Status : 0;
        bool hasReceipt = readable && IsWhole && _receipt.IsFor(still, reply.BodyBytes, reply.BodyCount);
        bool hasError = readable && !hasReceipt && _receipt.IsError(reply.BodyBytes, reply.BodyCount);
        int outcome = Outcome.Of(status, hasReceipt, hasError);
        why = outcome == Outcome.Refused ? status + ", " + _receipt.Sentence
            : reply.Head.Status == 0 ? "the answer is not HTTP as it should be"
            : hasError ? "answer " + status + ", " + _receipt.Sentence
            : "answer " + reply.Head.Status + " without a receipt for this still";
        if (outcome == Outcome.Unreachable)
        {
            _receipt.Forget();
        }

        return outcome;
    }

    protected override void Heed()
    {
        _wall.Offer(_receipt.Time, WallClock.Receipt);
        if (_receipt.HasWindow)
        {
            _retry.Shorten(_receipt.WindowMs);
        }
    }
}
