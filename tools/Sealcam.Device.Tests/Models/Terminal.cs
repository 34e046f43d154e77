using System.Collections.Generic;
using System.IO.Ports;
using System.Text;

namespace Sealcam.Esp32;

/// <summary>A terminal at a port: what is typed arrives at the line's speed, as far as the receive buffer has room.</summary>
internal sealed class Terminal : ISerialEnd
{
    private readonly Queue<(byte Value, long Us)> _typed = new();
    private readonly List<byte> _arrived = [];
    private readonly List<(byte Value, int Baud, long Us)> _sent = [];
    private int _room, _baud;
    private long _typedUs, _sentUs;

    /// <summary>Bytes that found the receive buffer full.</summary>
    public int Lost { get; private set; }

    /// <summary>All that came out, changed where the speed changed under way.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach ((byte value, int baud, _) in _sent)
            {
                text.Append(baud == Listens ? (char)value : '?');
            }

            return text.ToString();
        }
    }

    /// <summary>bit/s at which it listens and types.</summary>
    public int Listens { get; set; } = 115200;

    public int Waiting
    {
        get
        {
            Arrive();
            return _arrived.Count;
        }
    }

    public void Type(string text)
    {
        _typedUs = System.Math.Max(_typedUs, Device.Time.Us);
        foreach (byte value in Encoding.UTF8.GetBytes(text))
        {
            _typedUs += 10000000L / Listens;
            _typed.Enqueue((value, _typedUs));
        }
    }

    public void Forget() => _sent.Clear();

    public void Open(int roomBytes, int baud)
    {
        _room = roomBytes;
        _baud = baud;
        _arrived.Clear();
        _typed.Clear();
        _typedUs = _sentUs = 0;
    }

    /// <summary>What has not left the FIFO leaves it at the new speed.</summary>
    public void SetSpeed(int baud)
    {
        _baud = baud;
        for (int i = 0; i < _sent.Count; i++)
        {
            if (_sent[i].Us > Device.Time.Us)
            {
                _sent[i] = (_sent[i].Value, baud, _sent[i].Us);
            }
        }
    }

    public int Take(byte[] buffer, int offset, int count)
    {
        _arrived.CopyTo(0, buffer, offset, count);
        _arrived.RemoveRange(0, count);
        return count;
    }

    public void Send(byte[] buffer, int offset, int count)
    {
        _sentUs = System.Math.Max(_sentUs, Device.Time.Us);
        for (int i = 0; i < count; i++)
        {
            _sentUs += 10000000L / _baud;
            _sent.Add((buffer[offset + i], _baud, _sentUs));
        }
    }

    private void Arrive()
    {
        while (_typed.TryPeek(out var next) && next.Us <= Device.Time.Us)
        {
            _typed.Dequeue();
            if (_arrived.Count < _room)
            {
                _arrived.Add(_baud == Listens ? next.Value : (byte)0x80);
            }
            else
            {
                Lost++;
            }
        }
    }
}
