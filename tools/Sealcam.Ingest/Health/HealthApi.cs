using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sealcam.Verify;

namespace Sealcam.Ingest;

/// <summary>GET /v1/cameras/{device}/health?limit=N: the newest reports, the oldest of them first.</summary>
internal sealed class HealthApi(DataFolder data, TimeProvider time)
{
    private const int LimitDefault = 288, LimitMax = 2016;

    public Task GetAsync(HttpContext context)
    {
        int limit = LimitDefault;
        if (context.Request.Query.TryGetValue("limit", out var text)
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > LimitMax))
        {
            return Json.ErrorAsync(context, 400, $"limit is 1 to {LimitMax}.");
        }

        if (context.Request.RouteValues["device"] is not string device || !DeviceId.TryParse(device, out byte[] id)
            || data.Cameras.Find(DeviceId.ToText(id)) is not { } camera)
        {
            return Json.ErrorAsync(context, 404, "There is no such camera.");
        }

        return Json.WriteAsync(context, new
        {
            nowMs = time.GetUtcNow().ToUnixTimeMilliseconds(),
            heart = HeartView.Of(data.Health, camera.Device),
            reports = data.Health.Newest(camera.Device, limit).Select(one => HealthView.Of(one.ReceivedMs, one.Report)),
        });
    }
}
