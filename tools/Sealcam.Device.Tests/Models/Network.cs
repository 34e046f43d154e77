using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace Sealcam.Esp32;

/// <summary>lwIP's socket numbers, Mbed TLS' contexts, and the servers that the next dials meet.</summary>
internal static class Network
{
    public const int Numbers = 16;
    private static readonly Queue<Wire> s_wires = new();
    private static readonly List<WeakStream> s_streams = [];

    /// <summary>Who has which number; null: nobody.</summary>
    public static Wire[] Open { get; } = new Wire[Numbers];

    public static int Contexts { get; set; }

    public static int MostContexts { get; set; }

    /// <summary>Arrays of certificates that the firmware has pinned for good.</summary>
    public static HashSet<byte[]> Pinned { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Who answers dials that no test expects; null: nobody.</summary>
    public static Func<Wire> Server { get; set; }

    public static int OpenCount => Open.Count(wire => wire != null);

    public static void Clear()
    {
        Array.Clear(Open);
        s_wires.Clear();
        s_streams.Clear();
        Pinned.Clear();
        Contexts = MostContexts = 0;
        Server = null;
    }

    public static Wire Expect(Wire wire = null)
    {
        wire ??= new Wire();
        s_wires.Enqueue(wire);
        return wire;
    }

    public static Wire Dial() => s_wires.Count > 0 ? s_wires.Dequeue() : Server?.Invoke() ?? new Wire { Refuses = true };

    /// <summary>The way to all servers is cut.</summary>
    public static void Break()
    {
        foreach (Wire wire in Open)
        {
            wire?.Break();
        }
    }

    public static void Made(SslStream stream) => s_streams.Add(new WeakStream(stream));

    /// <summary>
    /// The garbage collector runs the finalizers of all streams that nobody holds; here: of all but the current one.
    /// </summary>
    public static void CollectAllBut(Wire current)
    {
        foreach (WeakStream stream in s_streams.Where(s => s.Stream.Wire != current))
        {
            stream.Stream.Dispose();
        }
    }

    private sealed record WeakStream(SslStream Stream);
}

internal static class Dns
{
    public static IPHostEntry GetHostEntry(string host) => host switch
    {
        "ingest.test" => new IPHostEntry { AddressList = [IPAddress.Loopback] },
        "empty.test" => new IPHostEntry { AddressList = [] },
        _ => throw new SocketException((int)SocketError.HostNotFound),
    };
}

internal sealed class SocketException(int code) : Exception
{
    public int ErrorCode { get; } = code;
}

/// <summary>The firmware's; its number has no getter.</summary>
internal sealed class CryptographicException(int code) : Exception
{
    private readonly int _errorCode = code;

    public override string Message => "Exception was thrown: CryptographicException " + (_errorCode == 0 ? "" : null);
}

[Flags]
internal enum SslProtocols
{
    None = 0,
    Tls12 = 3072,
    Tls13 = 12288,
}

internal enum SslVerification
{
    NoVerification = 1,
    VerifyPeer = 2,
    CertificateRequired = 4,
}
