using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Sealcam.Ingest;

/// <summary>
/// GET /v1/requests?wait=MS (PROTOCOL.md 5.4): the idle poll of a camera, answered as soon as somebody asks for a still.
/// </summary>
internal sealed class RequestEndpoint(DeviceGate gate, StillRequests requests, IngestOptions options, CancellationToken stopping)
{
    public async Task HandleAsync(HttpContext context)
    {
        DeviceIdentity identity = DeviceGate.IdentityOf(context);
        if (gate.Refuse(identity) is { } refusal)
        {
            await gate.RefuseAsync(context, refusal);
            return;
        }

        if (!uint.TryParse(context.Request.Query["wait"], NumberStyles.None, CultureInfo.InvariantCulture, out uint wait))
        {
            Refusal wrong = new(400, ErrorCode.Other, "wait is a number of milliseconds.", identity.Text);
            await gate.RefuseAsync(context, wrong);
            return;
        }

        byte[]? nonce = null;
        TimeSpan most = options.Limits.PollTime;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            TimeSpan asked = TimeSpan.FromMilliseconds(wait);
            nonce = await requests.Of(identity.Text!).PollAsync(asked < most ? asked : most, stop.Token);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            // The server stops: nobody asks.
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await Answers.WriteAsync(context, 200, Replies.Request(nonce, options.Time.GetUtcNow()));
    }
}
