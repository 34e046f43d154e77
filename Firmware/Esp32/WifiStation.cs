using System;
using System.Device.Wifi;
using System.Net.NetworkInformation;
using System.Threading;

namespace Sealcam.Esp32;

/// <summary>
/// Joins a Wi-Fi network, says whether there is an address, and joins again when the firmware's own retry does not.
/// </summary>
/// <remarks>
/// WifiAdapter.Connect waits up to 20 s for its result, so it runs on a thread of its own: that wait is inside the scheduler,
/// the other threads go on (nf-interpreter:.../sys_dev_wifi_native_System_Device_Wifi_WifiAdapter.cpp). After the first Connect
/// the firmware joins again by itself at each disconnect (targetHAL_Network.cpp, WIFI_EVENT_STA_DISCONNECTED); what it cannot
/// leave is a join that hangs, hence Disconnect and Connect here after a while. WifiReconnectionKind.Manual is not used: its
/// value is the firmware's flag for writing name and password to flash at every call (nanoPAL_Sockets.h,
/// NETWORK_CONNECT_SAVE_CONFIG = 1).
/// </remarks>
public sealed class WifiStation
{
    /// <summary>
    /// ms between two looks at the interface. Each asks the file system for the stored configuration while there is no address.
    /// </summary>
    private const int LookMs = 1000;

    /// <summary>ms without an address before joining anew; doubled at each try up to the maximum.</summary>
    private const int RejoinMs = 60000, RejoinMaxMs = 480000;

    private string _ssid;
    private string _password;
    private readonly IClock _clock;
    private readonly ILog _log;
    private WifiAdapter _adapter;
    private long _lookAt;
    private long _joinAt;
    private int _waitMs = RejoinMs;
    private bool _joining, _switching;

    /// <param name="ssid">
    /// Network to join, or null: then the one that the firmware has stored, which it joins by itself at boot.
    /// </param>
    public WifiStation(string ssid, string password, IClock clock, ILog log)
    {
        _ssid = ssid;
        _password = password;
        _clock = clock;
        _log = log;
        _joinAt = clock.UptimeMs;
        if (ssid == null)
        {
            log.Write(LogLevel.Info, "wifi", "settings name no network: waiting for the one that the firmware stores");
        }
    }

    /// <summary>There is a link and an address, as of at most <see cref="LookMs"/> ago. Returns at once.</summary>
    public bool IsUp { get; private set; }

    /// <summary>The radio has been on the air in this boot: the random generator has had its noise.</summary>
    public bool HasBeenUp { get; private set; }

    /// <summary>The address, or null while there is none.</summary>
    public string Address { get; private set; }

    /// <summary>The network that is used or tried; null for the one that the firmware stores.</summary>
    public string Ssid => _ssid;

    /// <summary>A join goes on.</summary>
    public bool IsJoining => _joining;

    /// <summary>Why the last join failed, a sentence; null if it did not.</summary>
    public string Fault { get; private set; }

    /// <summary>The radio; null if the platform has none ready yet.</summary>
    public WifiAdapter Adapter
    {
        get
        {
            if (_adapter == null)
            {
                // Kept for good: each FindAllAdapters makes adapters anew, and the library's event list holds on to them.
                _adapter = WifiAdapter.FindAllAdapters()[0];
            }

            return _adapter;
        }
    }

    /// <summary>Goes over to another network at the next Tend; null leaves without joining another.</summary>
    public void Use(string ssid, string password)
    {
        _ssid = ssid;
        _password = password;
        Fault = null;
        IsUp = false;
        Address = null;
        _joinAt = _lookAt = _clock.UptimeMs;
        _waitMs = RejoinMs;
        _switching = ssid != null;
        if (ssid == null)
        {
            Adapter.Disconnect();
        }
    }

    /// <summary>Looks whether the network is up, and starts a join when it is due. Returns at once; call it often.</summary>
    public void Tend()
    {
        long now = _clock.UptimeMs;
        if (now < _lookAt)
        {
            return;
        }

        _lookAt = now + LookMs;
        if (!_switching)
        {
            Look();
        }

        if (IsUp)
        {
            _waitMs = RejoinMs;
            _joinAt = now + RejoinMs;
        }
        else if (now >= _joinAt && !_joining && _ssid != null)
        {
            _joinAt = now + _waitMs;
            _waitMs = _waitMs >= RejoinMaxMs / 2 ? RejoinMaxMs : _waitMs * 2;
            var joining = new Thread(Join);
            _joining = true;
            try
            {
                joining.Start();
            }
            catch (Exception)
            {
                _joining = false;  // no memory for it: the next try is made as after any failure
                throw;
            }
        }
    }

    private void Look()
    {
        // While up, the link alone is asked for: that allocates nothing and reads no file.
        string address = IsUp && NetworkInterface.GetIsNetworkAvailable() ? Address : FindAddress();
        if (address != null && !IsUp)
        {
            _log.Write(LogLevel.Info, "wifi", "up, address " + address);
            HasBeenUp = true;
        }
        else if (address == null && IsUp)
        {
            _log.Write(LogLevel.Warning, "wifi", "down");
        }

        Address = address;
        IsUp = address != null;
    }

    private static string FindAddress()
    {
        if (!NetworkInterface.GetIsNetworkAvailable())
        {
            return null;
        }

        var all = NetworkInterface.GetAllNetworkInterfaces();
        for (int i = 0; i < all.Length; i++)
        {
            string address = all[i].IPv4Address;
            if (all[i].NetworkInterfaceType == NetworkInterfaceType.Wireless80211 && address.Length > 0 && address != "0.0.0.0")
            {
                return address;
            }
        }

        return null;
    }

    private void Join()
    {
        try
        {
            _log.Write(LogLevel.Info, "wifi", "joining");
            Adapter.Disconnect();
            Report((int)Adapter.Connect(_ssid, WifiReconnectionKind.Automatic, _password).ConnectionStatus);
        }
        catch (Exception e)
        {
            Fail("cannot join: " + e.Message);
        }
        finally
        {
            _joining = _switching = false;
        }
    }

    private void Report(int status)
    {
        switch (status)
        {
            case (int)WifiConnectionStatus.Success:
                Fault = null;
                break;

            case (int)WifiConnectionStatus.InvalidCredential:
                // The firmware reports lost beacons and expired associations under the same number.
                Fail("the access point refuses: wrong password, or the signal is too weak");
                break;

            case (int)WifiConnectionStatus.NetworkNotAvailable:
                Fail("no network of that name in reach (ESP32 has 2.4 GHz only)");
                break;

            case (int)WifiConnectionStatus.Timeout:
                Fail("no answer within 20 s");
                break;

            default:
                Fail("not joined, status " + status);
                break;
        }
    }

    private void Fail(string why)
    {
        Fault = why;
        _log.Write(LogLevel.Error, "wifi", why);
    }
}
