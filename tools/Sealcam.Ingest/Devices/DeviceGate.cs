using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sealcam.Ingest;

/// <summary>Who is at the other end of a device's connection, and what holds for every request of it.</summary>
internal sealed class DeviceGate(DataFolder data, IngestFeed feed, ILogger log)
{
    /// <summary>Who the handshake proved to be at the other end; without one there is no request.</summary>
    public static DeviceIdentity IdentityOf(HttpContext context) =>
        (DeviceIdentity)context.Features.Get<IConnectionItemsFeature>()!.Items[typeof(DeviceIdentity)]!;

    /// <summary>Why this device is served nothing at all but the storing of stills, or null.</summary>
    public Refusal? Refuse(DeviceIdentity identity) => identity.Text is null
        ? new Refusal(422, ErrorCode.Foreign, "The certificate's key makes no device ID.", null) : Suspended(identity.Text);

    public Refusal? Suspended(string? device) => device is not null && data.Cameras.IsSuspended(device)
        ? new Refusal(403, ErrorCode.Suspended, "The device is suspended.", device) : null;

    public async Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        log.LogWarning(
            "Refused a request of device {Device} at {Address}: {Status}, {Sentence}",
            refusal.Device ?? "(no device key)",
            context.Connection.RemoteIpAddress,
            refusal.Status,
            refusal.Sentence);
        feed.Refuse(refusal);
        await Answers.WriteAsync(context, refusal);
    }
}
