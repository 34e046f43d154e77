using System.Net;
using System.Net.Sockets;

namespace Sealcam.Faults;

/// <summary>One connection through a <see cref="FaultyProxy"/>: two pumps, and the faults that wait for them.</summary>
internal sealed class Relay(
    Socket device, int serverPort, IWeather weather, int number, Action<ProxyFaultKind> met, CancellationToken stop)
{
    /// <summary>ms without a byte that count as between two requests, and that a side gets to read what a FIN follows.</summary>
    private const int IdleMs = 30, GraceMs = 50;

    private readonly Socket _server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly List<ProxyFault> _armed = [];
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(stop);
    private readonly long[] _passed = new long[2];
    private Way _last = Way.ToDevice;
    private long _movedAt;

    /// <summary>Everything is swallowed.</summary>
    public bool IsDeaf { get; private set; }

    public CancellationToken End { get; private set; }

    public async Task RunAsync()
    {
        End = _end.Token;
        device.NoDelay = true;
        try
        {
            _armed.AddRange(weather.Connection(number));
            if (!await GreetAsync())
            {
                return;
            }

            await _server.ConnectAsync(IPAddress.Loopback, serverPort, End);
            await Task.WhenAll(
                new Pump(this, Way.ToServer, device, _server).RunAsync(), new Pump(this, Way.ToDevice, _server, device).RunAsync());
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            Reset();
        }
        finally
        {
            device.Dispose();
            _server.Dispose();
            // Else whoever waits for an idle moment of this connection waits for ever, and keeps it.
            await _end.CancelAsync();
            _end.Dispose();
        }
    }

    /// <summary>Bytes have arrived from one side. The next fault among the next <paramref name="count"/>, or null.</summary>
    public ProxyFault? Next(Way way, long position, int count)
    {
        lock (_armed)
        {
            _movedAt = Environment.TickCount64;
            _passed[(int)way] = position;
            if (way != _last)
            {
                _last = way;
                if (way == Way.ToServer && weather.Transfer() is { } fresh)
                {
                    _armed.Add(fresh with { Offset = _passed[(int)fresh.Way] + fresh.Offset });
                }
            }

            ProxyFault? first = _armed.Where(one => one.Way == way && one.Offset < position + count).MinBy(one => one.Offset);
            if (first != null)
            {
                _armed.Remove(first);
                met(first.Kind);
            }

            return first is { } late && late.Offset < position ? late with { Offset = position } : first;
        }
    }

    /// <summary>So many bytes of this way have gone by.</summary>
    public void Passed(Way way, long position)
    {
        lock (_armed)
        {
            _passed[(int)way] = position;
            _movedAt = Environment.TickCount64;
        }
    }

    public void Deafen() => IsDeaf = true;

    /// <summary>Both sides get an end in good order behind what they were sent.</summary>
    public void Cut()
    {
        foreach (Socket side in (Socket[])[device, _server])
        {
            try
            {
                side.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // That side has gone already.
            }
        }

        Finish(GraceMs);
    }

    public void Reset()
    {
        foreach (Socket side in (Socket[])[device, _server])
        {
            try
            {
                side.LingerState = new LingerOption(true, 0);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // That side has gone already.
            }

            side.Close();
        }

        Finish(0);
    }

    public void CutWhenIdle() => _ = Task.Run(async () =>
    {
        try
        {
            bool idle;
            do
            {
                await Task.Delay(IdleMs / 2, End);
                lock (_armed)
                {
                    idle = _last == Way.ToDevice && Environment.TickCount64 - _movedAt > IdleMs;
                }
            }
            while (!idle);
            Cut();
        }
        catch (OperationCanceledException)
        {
            // It ended before it was idle.
        }
    });

    private void Finish(int graceMs)
    {
        try
        {
            _end.CancelAfter(graceMs);
        }
        catch (ObjectDisposedException)
        {
            // It was over already.
        }
    }

    /// <summary>False if the connection ends before it leads anywhere.</summary>
    private async Task<bool> GreetAsync()
    {
        ProxyFault? fault = _armed.Find(one => one.Kind is ProxyFaultKind.Refuse or ProxyFaultKind.Silent);
        if (fault == null)
        {
            return true;
        }

        met(fault.Kind);
        if (fault.Kind == ProxyFaultKind.Refuse)
        {
            Reset();
            return false;
        }

        byte[] swallowed = new byte[4096];
        while (await device.ReceiveAsync(swallowed, End) > 0)
        {
            // Nobody is there.
        }

        return false;
    }
}
