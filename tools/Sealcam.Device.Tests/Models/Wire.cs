using System;
using System.Collections.Generic;

namespace Sealcam.Esp32;

/// <summary>
/// The server's side of one connection: what it answers to the dial and the handshake, then what it sends and takes.
/// </summary>
internal sealed class Wire
{
    private readonly Queue<Record> _sent = new();

    public bool Refuses { get; set; }

    public bool IsSilent { get; set; }

    /// <summary>The server hangs up between TCP and TLS.</summary>
    public bool HangsUpEarly { get; set; }

    /// <summary>What the handshake throws, or null.</summary>
    public Exception Handshake { get; set; }

    /// <summary>The context cannot be made: nothing was sent yet.</summary>
    public Exception SetUp { get; set; }

    /// <summary>Bytes that the server's window still takes.</summary>
    public int Window { get; set; } = int.MaxValue;

    public List<byte> Taken { get; } = [];

    /// <summary>Told of each write.</summary>
    public Action<byte[]> Took { get; init; }

    public SslStream Client { get; set; }

    public bool WasToldGoodbye { get; set; }

    public bool IsReadable => _sent.Count > 0;

    public Record Next => _sent.Peek();

    public void Take(byte[] data)
    {
        Taken.AddRange(data);
        Took?.Invoke(data);
    }

    public void Send(params byte[] data) => _sent.Enqueue(new Record { Data = data });

    /// <summary>The first bytes of a record; the rest comes with <see cref="Complete"/>.</summary>
    public void SendBegin(params byte[] data) => _sent.Enqueue(new Record { Data = data, IsPartial = true });

    public void Complete(byte[] data) => _sent.Enqueue(new Record { Data = data });

    /// <summary>TLS 1.3 sends these after the handshake; they hold nothing for the reader.</summary>
    public void SendTicket() => _sent.Enqueue(new Record { Data = [] });

    public void SayGoodbye() => _sent.Enqueue(new Record { End = 0 });

    /// <summary>FIN without close_notify, or a reset.</summary>
    public void Break() => _sent.Enqueue(new Record { End = -1 });

    /// <summary>The record is out of the socket, its bytes are decrypted.</summary>
    public void Done() => _sent.Dequeue();

    internal sealed class Record
    {
        public byte[] Data { get; init; }

        public bool IsPartial { get; init; }

        /// <summary>What SSL_Read answers at the end: 0 for close_notify, -1 for a break; 1: no end.</summary>
        public int End { get; init; } = 1;
    }
}
