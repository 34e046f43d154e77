using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Sealcam.Ingest;

/// <summary>What both listeners have in common.</summary>
internal static class Hosting
{
    /// <summary>
    /// A web application with nothing in it: no configuration files, no environment variables that could open other addresses.
    /// </summary>
    public static WebApplication Create(ILoggerFactory log, Action<KestrelServerOptions> configure)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(log);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        // A host of our own must not answer Ctrl+C by itself: whoever embeds the server decides.
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(configure);
        return builder.Build();
    }

    /// <summary>Bounds for whatever a peer can make large or slow.</summary>
    public static void Bound(KestrelServerOptions kestrel, IngestLimits limits, int connections)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = connections;
        kestrel.Limits.MaxRequestLineSize = 2048;
        kestrel.Limits.MaxRequestHeadersTotalSize = 8192;
        kestrel.Limits.MaxRequestHeaderCount = 40;
        kestrel.Limits.RequestHeadersTimeout = limits.HeadTime;
        kestrel.Limits.KeepAliveTimeout = limits.IdleTime;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(limits.DataRate, limits.DataRateGrace);
        kestrel.Limits.MinResponseDataRate = new MinDataRate(limits.DataRate, limits.DataRateGrace);
        // Our own bound decides what is read. With Kestrel's own a device that is still sending would find the connection reset
        // before it has read the answer 413; without it what follows is thrown away for at most five seconds.
        kestrel.Limits.MaxRequestBodySize = null;
    }

    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken stop) => Task.CompletedTask;

        public Task StopAsync(CancellationToken stop) => Task.CompletedTask;
    }
}
