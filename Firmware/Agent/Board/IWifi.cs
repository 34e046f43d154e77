namespace Sealcam;

/// <summary>
/// The board's Wi-Fi as the console needs it. No call waits: a scan and a join go on by themselves and are asked after.
/// </summary>
public interface IWifi
{
    /// <summary>Joined, with an address.</summary>
    bool IsUp { get; }

    /// <summary>The address, or null while there is none.</summary>
    string Address { get; }

    /// <summary>Name of the network in use or being joined, or null.</summary>
    string Ssid { get; }

    /// <summary>Signal of the network in use in dBm, 0 if unknown.</summary>
    int Rssi { get; }

    /// <summary>Begins a scan. Returns false if the radio is busy.</summary>
    bool StartScan();

    /// <summary>Networks found; -1 while the scan goes on, -2 if it failed.</summary>
    int ScanCount { get; }

    /// <summary>One network of the last scan: name, signal in dBm, and whether it wants a password.</summary>
    void ScanResult(int index, out string ssid, out int rssi, out bool isSecured);

    /// <summary>Leaves the network in use and begins to join this one; an empty password is for an open network.</summary>
    void StartJoin(string ssid, string password);

    /// <summary>One of the constants of <see cref="WifiJoin"/>.</summary>
    int JoinState { get; }

    /// <summary>Why the last join failed, in a sentence without the password; null if it did not.</summary>
    string JoinFault { get; }

    /// <summary>Leaves the network.</summary>
    void Leave();
}

/// <summary>How the last join that somebody began stands.</summary>
public static class WifiJoin
{
    public const int None = 0, Joining = 1, Joined = 2, Failed = 3;
}
