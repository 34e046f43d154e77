using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Sealcam.Faults;

/// <summary>
/// A TCP proxy on loopback between devices and a server, which does to the bytes of TLS what <see cref="IWeather"/> says. It
/// cannot read or forge them: what gets past TLS is the matter of ScriptedLink and LyingServer.
/// </summary>
public sealed class FaultyProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IWeather _weather;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<int, Relay> _relays = new();
    private readonly int[] _met = new int[Enum.GetValues<ProxyFaultKind>().Length];
    private readonly Task _accepting;
    private int _connections;

    /// <summary>Listens at once; the server need not be there yet.</summary>
    public FaultyProxy(int serverPort, IWeather weather)
    {
        ServerPort = serverPort;
        _weather = weather;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>Where devices connect.</summary>
    public int Port { get; }

    /// <summary>Where the next connections lead, on loopback.</summary>
    public int ServerPort { get; set; }

    /// <summary>Connections taken.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Faults that happened, all kinds together.</summary>
    public int Faults => Enum.GetValues<ProxyFaultKind>().Sum(Met);

    /// <summary>How often a fault of this kind happened.</summary>
    public int Met(ProxyFaultKind kind) => Volatile.Read(ref _met[(int)kind]);

    /// <summary>Closes all connections that are open now, in good order.</summary>
    public void CloseAll()
    {
        foreach (Relay relay in _relays.Values)
        {
            relay.Cut();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        foreach (Relay relay in _relays.Values)
        {
            relay.Reset();
        }

        while (!_relays.IsEmpty)
        {
            await Task.Delay(5);
        }

        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket device = await _listener.AcceptSocketAsync(_stop.Token);
                int number = Interlocked.Increment(ref _connections);
                var relay = new Relay(device, ServerPort, _weather, number, kind => Interlocked.Increment(ref _met[(int)kind]), _stop.Token);
                _relays[number] = relay;
                _ = Task.Run(async () =>
                {
                    await relay.RunAsync();
                    _relays.TryRemove(number, out _);
                });
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }
}
