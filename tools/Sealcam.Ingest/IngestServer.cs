using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sealcam.Ingest;

/// <summary>
/// The ingest server: takes sealed stills from devices, verifies each one before it stores anything, and shows them in a gallery.
/// The file to read first.
/// </summary>
public sealed class IngestServer : IAsyncDisposable
{
    private readonly IngestOptions _options;
    private readonly ILogger _log;
    private readonly IngestFeed _feed;
    private readonly StillRequests _requests;
    private readonly CancellationTokenSource _stop = new();
    private DataFolder? _data;
    private WebApplication? _devices, _gallery;
    private Task _retention = Task.CompletedTask;
    private bool _disposed;

    /// <exception cref="IngestException">The options contradict the rules of what may be reached from where.</exception>
    public IngestServer(IngestOptions options)
    {
        GalleryRules.Check(options);
        _options = options;
        _log = options.Log.CreateLogger("Sealcam.Ingest");
        _feed = new IngestFeed(Counters);
        _requests = new StillRequests(options.Limits, options.Time);
    }

    public IngestCounters Counters { get; } = new();

    /// <summary>Port of the devices' listener once started.</summary>
    public int DevicesPort { get; private set; }

    /// <summary>Port of the gallery once started.</summary>
    public int GalleryPort { get; private set; }

    /// <summary>Where a browser on this machine finds the gallery, once started.</summary>
    public Uri GalleryAddress => GalleryRules.AddressOf(_options, GalleryPort);

    /// <summary>
    /// A still was acknowledged; true if it had been before. Raised on the threads that serve devices: return at once.
    /// </summary>
    public event Action<StillRow, bool> StillKept
    {
        add => _feed.StillKept += value;
        remove => _feed.StillKept -= value;
    }

    /// <summary>A request of a device was refused. Raised as <see cref="StillKept"/> is.</summary>
    public event Action<Refusal> Refused
    {
        add => _feed.Refused += value;
        remove => _feed.Refused -= value;
    }

    /// <summary>An alarm was raised, or once more. Raised as <see cref="StillKept"/> is.</summary>
    public event Action<Alarm> AlarmRaised
    {
        add => _feed.AlarmRaised += value;
        remove => _feed.AlarmRaised -= value;
    }

    /// <summary>The stores, for the tests.</summary>
    internal DataFolder Data => _data!;

    internal IngestFeed Feed => _feed;

    internal StillRequests Requests => _requests;

    /// <summary>Opens and repairs the data folder, then listens.</summary>
    /// <exception cref="IngestException">The folder or a port cannot be used.</exception>
    public async Task StartAsync(CancellationToken stop = default)
    {
        _data = new DataFolder(_options, _log);
        try
        {
            _devices = new DeviceHost(_options, _data, _feed, _requests, Counters, _log).Build();
            _gallery = new GalleryHost(_options, _data, _feed, _requests, _log).Build();
            DevicesPort = await ListenAsync(_devices, _options.DevicesAddress, _options.DevicesPort, stop);
            GalleryPort = await ListenAsync(_gallery, _options.GalleryAddress, _options.GalleryPort, stop);
        }
        catch
        {
            await StopAsync(CancellationToken.None);
            throw;
        }

        Retention retention = new(_data.Archive, _data.Stills, _options.Retention, _options.Time, _log);
        _feed.StillKept += (_, _) => retention.Look();
        _retention = Task.Run(() => retention.RunAsync(_stop.Token), CancellationToken.None);
        _log.LogInformation("Devices at port {Devices}, gallery at {Gallery}.", DevicesPort, GalleryAddress);
    }

    /// <summary>Stops listening, lets running requests end for up to five seconds each side, and closes the data folder. A
    /// stopped server does not start again; make a new one.</summary>
    public async Task StopAsync(CancellationToken stop = default)
    {
        await _stop.CancelAsync();
        foreach (WebApplication? app in new[] { _devices, _gallery })
        {
            if (app is not null)
            {
                await app.StopAsync(stop);
                await app.DisposeAsync();
            }
        }

        await _retention;
        _devices = _gallery = null;
        _data?.Dispose();
        _data = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await StopAsync();
        _stop.Dispose();
    }

    private static async Task<int> ListenAsync(WebApplication app, IPAddress address, int port, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new IngestException($"Port {port} of {address} is in use.", fault);
        }
        catch (Exception fault) when (fault is IOException or System.Net.Sockets.SocketException)
        {
            throw new IngestException($"Port {port} of {address} cannot be opened: {fault.Message}", fault);
        }

        string bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new Uri(bound).Port;
    }
}
