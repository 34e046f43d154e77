using System;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Host;

/// <summary>What a <see cref="SslLink"/> needs. There is deliberately no switch that makes it check less.</summary>
public sealed class SslLinkOptions
{
    /// <summary>The CA whose servers are trusted; the machine's own list plays no part.</summary>
    public required X509Certificate2 Authority { get; init; }

    /// <summary>
    /// The CAs that count instead of <see cref="Authority"/>, asked at each Connect; null, or an answer of null, for none. A
    /// throw becomes <see cref="LinkFault.Untrusted"/>.
    /// </summary>
    public Func<X509Certificate2Collection> Authorities { get; init; }

    /// <summary>
    /// Gives the device certificate with its private key. Asked at the first Connect, not before: the agent may have taken a new
    /// identity over at boot. A throw becomes <see cref="LinkFault.Identity"/>.
    /// </summary>
    public required Func<X509Certificate2> Identity { get; init; }

    /// <summary>The time for certificate dates: the board's clock, not the machine's.</summary>
    public required Func<DateTimeOffset> Now { get; init; }

    /// <summary>ms for each of: name look-up, TCP connect over all addresses, handshake, one write.</summary>
    public int TimeoutMs { get; init; } = 10000;
}
