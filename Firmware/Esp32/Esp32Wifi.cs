using System;
using System.Device.Wifi;

namespace Sealcam.Esp32;

/// <summary>The station as the console sees it, and the scan.</summary>
/// <remarks>A scan while joined costs the connection some beacons; the uplink outlives that.</remarks>
public sealed class Esp32Wifi : IWifi
{
    private const int NetworksMost = 20;

    /// <summary>ms after which a scan whose end was never told counts as failed: all channels take about 3 s.</summary>
    private const int ScanMs = 30000;

    private readonly WifiStation _station;
    private readonly IClock _clock;
    private WifiAvailableNetwork[] _found = new WifiAvailableNetwork[0];
    private bool _listens, _scanning, _failed;
    private long _scanStartedMs;

    public Esp32Wifi(WifiStation station, IClock clock)
    {
        _station = station;
        _clock = clock;
    }

    public bool IsUp => _station.IsUp;

    public string Address => _station.Address;

    public string Ssid => _station.Ssid;

    /// <summary>Of the last scan: the platform tells it nowhere else.</summary>
    public int Rssi
    {
        get
        {
            for (int i = 0; i < _found.Length; i++)
            {
                if (_found[i].Ssid == _station.Ssid)
                {
                    return (int)_found[i].NetworkRssiInDecibelMilliwatts;
                }
            }

            return 0;
        }
    }

    public int ScanCount => IsScanning ? -1 : _failed || _scanning ? -2 : _found.Length < NetworksMost ? _found.Length : NetworksMost;

    public int JoinState => _station.IsUp ? WifiJoin.Joined : _station.Fault != null && !_station.IsJoining ? WifiJoin.Failed
        : _station.Ssid != null ? WifiJoin.Joining : WifiJoin.None;

    public string JoinFault => _station.Fault;

    /// <summary>
    /// The event that ends a scan may not come, as when the station loses its network meanwhile; nobody would scan again.
    /// </summary>
    private bool IsScanning => _scanning && _clock.UptimeMs - _scanStartedMs <= ScanMs;

    public bool StartScan()
    {
        if (IsScanning || _station.IsJoining)
        {
            return false;
        }

        try
        {
            if (!_listens)
            {
                _station.Adapter.AvailableNetworksChanged += Found;
                _listens = true;
            }

            _scanStartedMs = _clock.UptimeMs;
            _scanning = true;
            _failed = false;
            _station.Adapter.ScanAsync();
        }
        catch (Exception)
        {
            _scanning = false;
            _failed = true;
        }

        return true;
    }

    /// <summary>The platform does not tell which networks are open: all are shown as secured.</summary>
    public void ScanResult(int index, out string ssid, out int rssi, out bool isSecured)
    {
        ssid = _found[index].Ssid;
        rssi = (int)_found[index].NetworkRssiInDecibelMilliwatts;
        isSecured = true;
    }

    public void StartJoin(string ssid, string password) => _station.Use(ssid, password);

    public void Leave() => _station.Use(null, "");

    private void Found(WifiAdapter sender, object e)
    {
        try
        {
            _found = sender.NetworkReport.AvailableNetworks;
        }
        catch (Exception)
        {
            _failed = true;
        }

        _scanning = false;
    }
}
