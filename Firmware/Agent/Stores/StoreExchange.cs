namespace Sealcam;

/// <summary>
/// A still and the answer of a plain store (PROTOCOL.md 5.6). The status is all there is: 200, 201 or 204 behind the last byte of
/// the still releases it.
/// </summary>
public sealed class StoreExchange : StillExchange
{
    private readonly bool _isS3;

    public StoreExchange(PlainStore store, Parts parts, WallClock wall, IOutbox outbox, Counters counters, RetryGate retry)
        : base(parts, outbox, counters, retry, new StoreHead(store, parts.Mac, wall))
    {
        _isS3 = store.IsS3;
    }

    protected override int OutcomeOf(KeptStill still, ReplyParser reply, out string why)
    {
        int status = reply.HasHead ? reply.Head.Status : 0;
        if ((status == 200 || status == 201 || status == 204) && IsWhole)
        {
            why = null;
            return Outcome.Accepted;
        }

        why = status == 0 ? "the answer is not HTTP as it should be" : "answer " + status + Meaning(status);
        return status == 413 ? Outcome.Refused : Outcome.Unreachable;
    }

    /// <summary>What a status means here, to append to it.</summary>
    private string Meaning(int status)
    {
        if (status < 300)
        {
            return IsWhole ? " is not 200, 201 or 204" : " before the still was through";
        }

        if (status < 400)
        {
            return ", a redirect, which is never followed: set uplink to where the store is";
        }

        switch (status)
        {
            case 401:
            case 403:
                return _isS3 ? ", not allowed: check s3-key-id, s3-secret, s3-region, the bucket's rights and this device's clock"
                    : ", not allowed: check header-1 to header-4 and uplink-query";
            case 404:
            case 409:
                return ", no such place: the folder or bucket must exist";
            case 405:
                return ", the store takes no PUT there";
            case 413:
                return ", too large for the store";
            case 500:
                return ", the store failed: nginx says so if the folder is not there (create_full_put_path on) or not writable";
            case 507:
                return ", the store is full";
            default:
                return "";
        }
    }
}
