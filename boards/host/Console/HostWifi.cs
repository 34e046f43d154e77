using System;
using System.Collections.Generic;
using System.Linq;

namespace Sealcam.Host;

/// <summary>A network that a simulated radio hears. A null password is an open one.</summary>
public sealed record HostNetwork(string Ssid, string Password, int Rssi)
{
    /// <summary>Too weak to join: the try runs into its timeout.</summary>
    public const int TooWeak = -88;
}

/// <summary>
/// A simulated radio: scans and joins take their time, wrong passwords are refused, and without a network the link is down.
/// </summary>
public sealed class HostWifi : IWifi
{
    private const string Shown = "10.77.0.23";

    private readonly IClock _clock;
    private readonly Action<bool> _link;
    private readonly HostNetwork[] _networks;
    private readonly int _scanMs, _joinMs;
    private long _scannedAtMs = -1;
    private long _joinedAtMs;
    private HostNetwork _target;
    private string _password;

    /// <param name="clock">The board's.</param>
    /// <param name="link">Told whenever the network comes or goes; null for nobody.</param>
    /// <param name="networks">What is in reach; null for three that differ.</param>
    /// <param name="scanMs">How long a scan takes.</param>
    /// <param name="joinMs">How long a join takes.</param>
    public HostWifi(IClock clock, Action<bool> link = null, IEnumerable<HostNetwork> networks = null, int scanMs = 700,
        int joinMs = 500)
    {
        _clock = clock;
        _link = link ?? (static _ => { });
        _networks = [.. (networks ?? Usual).OrderByDescending(n => n.Rssi)];
        _scanMs = scanMs;
        _joinMs = joinMs;
        _link(false);
    }

    /// <summary>One with a password, an open one with a blank in its name, one too weak.</summary>
    public static IReadOnlyList<HostNetwork> Usual { get; } =
    [
        new("workshop", "ladder-and-gloves", -48), new("Guest Lounge", null, -61), new("barn", "far-away-barn",
            HostNetwork.TooWeak),
    ];

    public bool IsUp => JoinState == WifiJoin.Joined;

    public string Address => IsUp ? Shown : null;

    public string Ssid => _target?.Ssid;

    public int Rssi => IsUp ? _target.Rssi : 0;

    public int ScanCount => _scannedAtMs < 0 ? 0 : _clock.UptimeMs < _scannedAtMs ? -1 : _networks.Length;

    public int JoinState { get; private set; }

    public string JoinFault { get; private set; }

    public bool StartScan()
    {
        if (ScanCount == -1)
        {
            return false;
        }

        _scannedAtMs = _clock.UptimeMs + _scanMs;
        return true;
    }

    public void ScanResult(int index, out string ssid, out int rssi, out bool isSecured)
    {
        ssid = _networks[index].Ssid;
        rssi = _networks[index].Rssi;
        isSecured = _networks[index].Password != null;
    }

    public void StartJoin(string ssid, string password)
    {
        Leave();
        _target = Array.Find(_networks, n => n.Ssid == ssid) ?? new HostNetwork(ssid, null, int.MinValue);
        _password = password;
        _joinedAtMs = _clock.UptimeMs + _joinMs;
        JoinState = WifiJoin.Joining;
    }

    public void Leave()
    {
        JoinState = WifiJoin.None;
        JoinFault = null;
        _target = null;
        _password = null;
        _link(false);
    }

    /// <summary>Lets time pass: the board's loop calls it.</summary>
    public void Tend()
    {
        if (JoinState != WifiJoin.Joining || _clock.UptimeMs < _joinedAtMs)
        {
            return;
        }

        JoinFault = _target.Rssi == int.MinValue ? "no network of that name in reach"
            : _target.Rssi <= HostNetwork.TooWeak ? "the signal is too weak: no answer in time"
            : (_target.Password ?? "") != _password ? "the access point refuses: wrong password, or the signal is too weak"
                : null;
        JoinState = JoinFault == null ? WifiJoin.Joined : WifiJoin.Failed;
        _password = null;
        _link(JoinFault == null);
    }
}
