using System.Text;

namespace Sealcam.Tool.Flashing;

/// <summary>A network to join.</summary>
/// <param name="Ssid">Its name.</param>
/// <param name="Password">"" for an open network, null in a dry run, which asks for none.</param>
/// <param name="IsOpen">It has no password.</param>
internal sealed record WifiNetwork(string Ssid, string? Password, bool IsOpen)
{
    /// <summary>Checks name and password (IEEE 802.11: 1 to 32 bytes, 8 to 63 characters).</summary>
    /// <exception cref="UsageException">One of them is not possible.</exception>
    public static WifiNetwork Check(string ssid, string? password, bool open)
    {
        if (Encoding.UTF8.GetByteCount(ssid) is < 1 or > 32)
        {
            throw new UsageException("--wifi takes a network's name of 1 to 32 bytes.");
        }

        return open || password is null or { Length: >= 8 and <= 63 } ? new WifiNetwork(ssid, open ? "" : password, open)
            : throw new UsageException("A Wi-Fi password has 8 to 63 characters; --wifi-open is for a network without one.");
    }
}
