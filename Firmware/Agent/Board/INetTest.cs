namespace Sealcam;

/// <summary>
/// The steps of a connection one by one, for <c>net test</c>; apart from the uplink's connection, which goes on, or is given up
/// for the while on a board with memory for one.
/// </summary>
/// <remarks>
/// Each step may freeze a board as those of <see cref="ILink"/> do, and throws <see cref="LinkException"/> with the reason. They
/// are called in this order.
/// </remarks>
public interface INetTest
{
    /// <summary>Looks the name up and returns an address.</summary>
    string Resolve(string host);

    /// <summary>Connects by TCP and hangs up.</summary>
    void Dial(int port);

    /// <summary>
    /// Connects again, with the TLS handshake that the uplink makes, and returns what was agreed ("TLS 1.3") or "".
    /// </summary>
    string Handshake(int port);

    /// <summary>The connection that <see cref="Handshake"/> opened, to read and write.</summary>
    ILink Link { get; }

    /// <summary>Hangs up. Never throws.</summary>
    void Close();
}
