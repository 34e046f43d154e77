namespace Sealcam;

/// <summary>
/// One TLS connection to the uplink's server. The server's chain, name and dates are always verified; there is no way to ask for
/// less.
/// </summary>
/// <remarks>
/// <see cref="Resolve"/>, <see cref="Connect"/> and <see cref="Write"/> may freeze a board (on ESP32 a handshake stops every
/// managed thread for seconds), so the agent spends a Step of its own on each. Every method but Close may throw
/// <see cref="LinkException"/>; after that only Close and Resolve are called, and after a Write that threw also Read, which then
/// gives what had arrived.
/// </remarks>
public interface ILink
{
    /// <summary>False while there is no network to try (Wi-Fi not joined). Returns at once.</summary>
    bool IsUp { get; }

    /// <summary>Looks the server's name up. May block for the resolver's own timeout.</summary>
    void Resolve(string host);

    /// <summary>TCP connect and TLS handshake with the resolved server. May block for the platform's own timeout.</summary>
    void Connect(int port);

    /// <summary>
    /// Writes all of it, at most <see cref="Limits.WriteBytes"/>: a larger one spins in native code while the window is full.
    /// </summary>
    void Write(byte[] buffer, int offset, int count);

    /// <summary>Returns at once: bytes read, 0 when none are there yet, -1 when the server has closed.</summary>
    int Read(byte[] buffer, int offset, int count);

    /// <summary>Drops the connection if there is one. Never throws.</summary>
    void Close();
}
