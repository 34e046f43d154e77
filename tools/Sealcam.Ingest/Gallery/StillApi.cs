using Microsoft.AspNetCore.Http;
using Sealcam.Verify;

namespace Sealcam.Ingest;

/// <summary>GET /v1/stills/{device}/{order}.jpg: the bytes exactly as received.</summary>
internal sealed class StillApi(DataFolder data)
{
    private const string Suffix = ".jpg";

    public async Task GetAsync(HttpContext context)
    {
        // Both parts are parsed to values, looked up in the index, and the path is made from what the index knows.
        StillRow? row = context.Request.RouteValues["device"] is string device
            && context.Request.RouteValues["name"] is string name
            && DeviceId.TryParse(device, out byte[] id)
            && name.EndsWith(Suffix, StringComparison.Ordinal)
            && StillOrder.TryParse(name[..^Suffix.Length], out StillOrder order)
                ? data.Stills.Find(DeviceId.ToText(id), order)
                : null;
        await using FileStream? file = row is { State: StillState.Kept } ? data.Files.Open(row.Device, row.Order) : null;
        if (file is null)
        {
            await Json.ErrorAsync(context, 404, "There is no such still.");
            return;
        }

        HttpResponse response = context.Response;
        response.ContentType = "image/jpeg";
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = $"inline; filename=\"{row!.Device}-{row.Order}.jpg\"";

        // No cache anywhere may hold a still: one that mixed up its keys is why this product exists. The page keeps what it shows
        // in its own memory.
        response.Headers.CacheControl = "no-store";
        await file.CopyToAsync(response.Body, context.RequestAborted);
    }
}
