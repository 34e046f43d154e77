using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Sealcam.Ingest;

/// <summary>The listener of the browsers: pages, API and live updates.</summary>
internal sealed class GalleryHost(IngestOptions options, DataFolder data, IngestFeed feed, StillRequests requests, ILogger log)
{
    private const int TokenBodyMax = 1024;

    private readonly OwnerAccess _owner = new(options.OwnerToken, options.Time);

    public WebApplication Build()
    {
        WebApplication app = Hosting.Create(options.Log, kestrel =>
        {
            Hosting.Bound(kestrel, options.Limits, options.Limits.GalleryConnections);
            kestrel.Listen(options.GalleryAddress, options.GalleryPort, listen =>
            {
                // HTTP/2 only comes with TLS; it lifts the browser's bound of six connections, of which each tab's live view
                // takes one.
                listen.Protocols = options.GalleryCertificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
                if (options.GalleryCertificate is { } certificate)
                {
                    listen.UseHttps(certificate);
                }
            });
        });
        GalleryGuard guard = new(options, _owner, log);
        app.Use(next => context => guard.InvokeAsync(context, next));
        Map(app);
        return app;
    }

    private void Map(WebApplication app)
    {
        CameraApi cameras = new(data, feed, options.Time, log);
        StillApi stills = new(data);
        HealthApi health = new(data, options.Time);
        RequestApi asking = new(data, requests, options.Limits, options.Time, log);
        EventStream events = new(feed, options.Limits.EventStreams, app.Lifetime);
        app.MapGet("/v1/cameras", (RequestDelegate)cameras.ListAsync);
        app.MapGet("/v1/cameras/{device}", (RequestDelegate)cameras.OneAsync);
        app.MapGet("/v1/cameras/{device}/stills", (RequestDelegate)cameras.StillsAsync);
        app.MapPut("/v1/cameras/{device}/suspension", (RequestDelegate)cameras.SuspendAsync);
        app.MapDelete("/v1/cameras/{device}/suspension", (RequestDelegate)cameras.ResumeAsync);
        app.MapGet("/v1/cameras/{device}/health", (RequestDelegate)health.GetAsync);
        app.MapPost("/v1/cameras/{device}/requests", (RequestDelegate)asking.AskAsync);
        app.MapGet("/v1/alarms", (RequestDelegate)cameras.AlarmsAsync);
        app.MapDelete("/v1/alarms/{id}", (RequestDelegate)cameras.PutAwayAsync);
        app.MapGet("/v1/stills/{device}/{name}", (RequestDelegate)stills.GetAsync);
        app.MapGet("/v1/events", (RequestDelegate)events.GetAsync);
        app.MapGet(GalleryGuard.SessionPath, (RequestDelegate)SessionAsync);
        app.MapPost(GalleryGuard.SessionPath, (RequestDelegate)SignInAsync);
        app.MapDelete(GalleryGuard.SessionPath, (RequestDelegate)SignOutAsync);
        app.MapFallback("{*path}", (RequestDelegate)new Assets().GetAsync);
    }

    private Task SessionAsync(HttpContext context) => Json.WriteAsync(
        context, new { ownerNeeded = _owner.IsNeeded, signedIn = _owner.IsOwner(context.Request) });

    private async Task SignInAsync(HttpContext context)
    {
        TokenBody? body = await Json.ReadAsync<TokenBody>(context.Request, TokenBodyMax);
        if (!_owner.IsToken(body?.Token))
        {
            log.LogWarning("A browser at {Address} said a wrong owner token.", context.Connection.RemoteIpAddress);
            await Json.ErrorAsync(context, 401, "That is not the owner token.");
            return;
        }

        _owner.SignIn(context);
        context.Response.StatusCode = 204;
    }

    private static Task SignOutAsync(HttpContext context)
    {
        OwnerAccess.SignOut(context);
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private sealed record TokenBody(string? Token);
}
