using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Sealcam.Verify;

namespace Sealcam.Ingest;

/// <summary>The API under /v1/cameras and /v1/alarms.</summary>
internal sealed class CameraApi(DataFolder data, IngestFeed feed, TimeProvider time, ILogger log)
{
    private const int PageDefault = 24, PageMax = 100, AlarmsMax = 100;

    /// <summary>GET /v1/cameras: all of them, each with its newest still.</summary>
    public Task ListAsync(HttpContext context) => Json.WriteAsync(context, new
    {
        nowMs = time.GetUtcNow().ToUnixTimeMilliseconds(),
        cameras = data.Cameras.List().Select(View),
    });

    /// <summary>GET /v1/cameras/{device}.</summary>
    public Task OneAsync(HttpContext context) => data.Cameras.Find(Device(context)) is { } camera
        ? Json.WriteAsync(context, View(camera))
        : Json.ErrorAsync(context, 404, "There is no such camera.");

    /// <summary>
    /// GET /v1/cameras/{device}/stills?before=ORDER&amp;limit=N: newest first; next is the order to go on before, or null.
    /// </summary>
    public Task StillsAsync(HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        StillOrder? before = null;
        int limit = PageDefault;
        if (query.TryGetValue("before", out var text))
        {
            if (!StillOrder.TryParse(text, out StillOrder order))
            {
                return Json.ErrorAsync(context, 400, "before is an order: boot-sequence.");
            }

            before = order;
        }

        if (query.TryGetValue("limit", out text)
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > PageMax))
        {
            return Json.ErrorAsync(context, 400, $"limit is 1 to {PageMax}.");
        }

        if (data.Cameras.Find(Device(context)) is not { } camera)
        {
            return Json.ErrorAsync(context, 404, "There is no such camera.");
        }

        List<StillRow> rows = data.Stills.Page(camera.Device, before, limit + 1);
        return Json.WriteAsync(context, new
        {
            stills = rows.Take(limit).Select(row => StillView.Of(row, camera.Simulated)),
            next = rows.Count > limit ? rows[limit - 1].Order.ToString() : null,
        });
    }

    /// <summary>
    /// PUT /v1/cameras/{device}/suspension: from now on this one camera is refused. It need not have been seen.
    /// </summary>
    public Task SuspendAsync(HttpContext context) => SetAsync(context, suspend: true);

    /// <summary>DELETE /v1/cameras/{device}/suspension.</summary>
    public Task ResumeAsync(HttpContext context) => SetAsync(context, suspend: false);

    /// <summary>GET /v1/alarms: those that nobody has put away, the latest first.</summary>
    public Task AlarmsAsync(HttpContext context) =>
        Json.WriteAsync(context, new { alarms = data.Alarms.Open(AlarmsMax).Select(AlarmView.Of) });

    /// <summary>DELETE /v1/alarms/{id}: a person has seen it. It opens anew when it happens again.</summary>
    public Task PutAwayAsync(HttpContext context)
    {
        string? text = (string?)context.Request.RouteValues["id"];
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            || !data.Alarms.PutAway(id))
        {
            return Json.ErrorAsync(context, 404, "There is no such alarm.");
        }

        feed.AlarmsChanged();
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private Task SetAsync(HttpContext context, bool suspend)
    {
        string device = Device(context);
        if (device.Length == 0)
        {
            return Json.ErrorAsync(context, 400, "A device ID is 52 characters of base32.");
        }

        if (suspend)
        {
            data.Cameras.Suspend(device, time.GetUtcNow());
        }
        else
        {
            data.Cameras.Resume(device);
        }

        log.LogWarning("The owner {What} device {Device}.", suspend ? "suspended" : "resumed", device);
        feed.Change(device);
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private CameraView View(Camera camera) => CameraView.Of(
        camera, data.Stills.Find(camera.Device, camera.Newest), HeartView.Of(data.Health, camera.Device));

    /// <summary>The device ID of the address in its one text form, or nothing.</summary>
    private static string Device(HttpContext context) =>
        context.Request.RouteValues["device"] is string text && DeviceId.TryParse(text, out byte[] id) ? DeviceId.ToText(id) : "";
}
