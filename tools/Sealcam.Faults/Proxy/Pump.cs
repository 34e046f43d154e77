using System.Net.Sockets;

namespace Sealcam.Faults;

/// <summary>One way of one connection.</summary>
internal sealed class Pump(Relay relay, Way way, Socket from, Socket to)
{
    private readonly byte[] _buffer = new byte[4096];
    private long _position;
    private int _delayMs, _bytesPerSecond, _chop;

    /// <summary>Until that side has closed, or the connection is ended.</summary>
    public async Task RunAsync()
    {
        int count;
        while ((count = await from.ReceiveAsync(_buffer, relay.End)) > 0)
        {
            int done = 0;
            while (relay.Next(way, _position + done, count - done) is { } fault)
            {
                int until = (int)(fault.Offset - _position);
                await SendAsync(done, until);
                done = until;
                if (!await MeetAsync(fault, done, count))
                {
                    return;
                }
            }

            await SendAsync(done, count);
            _position += count;
            relay.Passed(way, _position);
        }

        if (relay.IsDeaf)
        {
            relay.Reset();  // nobody is left to be kept waiting, and many such connections would fill the memory
            return;
        }

        to.Shutdown(SocketShutdown.Send);
    }

    /// <summary>False if there is nothing more to do.</summary>
    private async Task<bool> MeetAsync(ProxyFault fault, int from, int end)
    {
        switch (fault.Kind)
        {
            case ProxyFaultKind.Refuse or ProxyFaultKind.Reset:
                relay.Reset();
                return false;
            case ProxyFaultKind.Cut:
                relay.Cut();
                return false;
            case ProxyFaultKind.Silent or ProxyFaultKind.HalfOpen:
                relay.Deafen();
                break;
            case ProxyFaultKind.Stall:
                await Task.Delay(fault.Amount, relay.End);
                break;
            case ProxyFaultKind.Duplicate:
                await SendAsync(from, end);
                break;
            case ProxyFaultKind.Flip:
                _buffer[from] ^= 0x10;
                break;
            case ProxyFaultKind.Delay:
                _delayMs = fault.Amount;
                break;
            case ProxyFaultKind.Throttle:
                _bytesPerSecond = fault.Amount;
                break;
            case ProxyFaultKind.Chop:
                _chop = fault.Amount;
                break;
            case ProxyFaultKind.CloseIdle:
                relay.CutWhenIdle();
                break;
        }

        return true;
    }

    private async Task SendAsync(int start, int end)
    {
        if (start == end || relay.IsDeaf)
        {
            return;
        }

        if (_delayMs > 0)
        {
            await Task.Delay(_delayMs, relay.End);
        }

        for (; start < end && _chop > 0; _chop--)
        {
            await to.SendAsync(_buffer.AsMemory(start++, 1), relay.End);
        }

        if (start < end && _bytesPerSecond > 0)
        {
            await Task.Delay((end - start) * 1000 / _bytesPerSecond, relay.End);
        }

        while (start < end)
        {
            start += await to.SendAsync(_buffer.AsMemory(start, end - start), relay.End);
        }
    }
}
