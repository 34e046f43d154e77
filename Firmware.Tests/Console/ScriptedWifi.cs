namespace Sealcam.Tests;

/// <summary>Two networks; a join takes 100 ms and works with the password "right-password" alone.</summary>
public sealed class ScriptedWifi : IWifi
{
    private readonly IClock _clock;
    private long _doneMs;
    private bool _right;

    public ScriptedWifi(IClock clock)
    {
        _clock = clock;
    }

    /// <summary>Name of the second network.</summary>
    public string Second = "a \"quoted\" one";

    public bool IsUp => JoinState == WifiJoin.Joined;

    public bool IsWorking => JoinState == WifiJoin.Joining;

    public string Address => IsUp ? "10.0.0.9" : null;

    public string Ssid { get; private set; }

    public int Rssi => -50;

    public int ScanCount => 2;

    public int JoinState => Ssid == null ? WifiJoin.None : _clock.UptimeMs < _doneMs ? WifiJoin.Joining
        : _right ? WifiJoin.Joined : WifiJoin.Failed;

    public string JoinFault => JoinState == WifiJoin.Failed ? "wrong password" : null;

    public bool StartScan() => true;

    public void ScanResult(int index, out string ssid, out int rssi, out bool isSecured)
    {
        ssid = index == 0 ? "work" : Second;
        rssi = -50 - index;
        isSecured = index == 0;
    }

    public void StartJoin(string ssid, string password)
    {
        Ssid = ssid;
        _right = password == "right-password";
        _doneMs = _clock.UptimeMs + 100;
    }

    public void Leave() => Ssid = null;
}
