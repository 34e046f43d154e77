namespace Sealcam;

/// <content>What answers ask for.</content>
public sealed partial class Uplink
{
    /// <summary>
    /// Nonce of a still that the last answer asked for, or null. Taking it clears it, and uses up one of the requests allowed.
    /// </summary>
    public byte[] TakeRequest()
    {
        var request = _receipt.Request;
        _receipt.Forget();
        if (request != null && !_requests.Take())
        {
            _log.Write(LogLevel.Warning, "uplink", "a request too soon after the last ones is not answered");
            return null;
        }

        return request;
    }
}
