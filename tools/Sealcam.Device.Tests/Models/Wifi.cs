namespace Sealcam.Esp32
{
    /// <summary>The access point with the network behind it, and the interface that the firmware shows.</summary>
    internal static class Air
    {
        private static bool s_isUp;

        /// <summary>There is an address. SNTP begins with it, by itself (targetHAL_Network.cpp, initialize_sntp).</summary>
        public static bool IsUp
        {
            get => s_isUp;
            set
            {
                if (value && !s_isUp)
                {
                    Cpu.Later(SntpMs, AnswerTime);
                }

                s_isUp = value;
            }
        }

        /// <summary>What the time server says (Unix seconds); 0: nothing. It is asked again each hour.</summary>
        public static long NetworkTime { get; set; }

        /// <summary>ms from the address to the time.</summary>
        public static int SntpMs { get; set; }

        public static int Joins { get; set; }

        public static int Scans { get; set; }

        /// <summary>Whether the event comes that ends a scan.</summary>
        public static bool ScansEnd { get; set; }

        /// <summary>What joining comes to.</summary>
        public static System.Device.Wifi.WifiConnectionStatus Status { get; set; }

        /// <summary>What asking the interface throws, or null.</summary>
        public static System.Exception Fault { get; set; }

        public static void Clear()
        {
            s_isUp = false;
            Fault = null;
            SntpMs = 800;
        }

        private static void AnswerTime()
        {
            if (NetworkTime != 0)
            {
                Device.Rtc = System.DateTime.UnixEpoch.AddSeconds(NetworkTime);
            }

            Cpu.Later(3600000, AnswerTime);
        }
    }

    internal sealed class NetworkInterface
    {
        public string IPv4Address => Air.IsUp ? "192.0.2.7" : "0.0.0.0";

        public System.Net.NetworkInformation.NetworkInterfaceType NetworkInterfaceType =>
            System.Net.NetworkInformation.NetworkInterfaceType.Wireless80211;

        public static bool GetIsNetworkAvailable() => Air.Fault == null ? Air.IsUp : throw Air.Fault;

        public static NetworkInterface[] GetAllNetworkInterfaces() => [new()];
    }
}

namespace System.Device.Wifi
{
    public enum WifiReconnectionKind
    {
        Automatic,
        Manual,
    }

    public enum WifiConnectionStatus
    {
        AccessRevoked,
        InvalidCredential,
        NetworkNotAvailable,
        Success,
        Timeout,
        UnspecifiedFailure,
        UnsupportedAuthenticationProtocol,
    }

    public sealed class WifiConnectionResult
    {
        public WifiConnectionStatus ConnectionStatus { get; init; }
    }

    public sealed class WifiAvailableNetwork
    {
        public string Ssid { get; init; }

        public double NetworkRssiInDecibelMilliwatts { get; init; }
    }

    public sealed class WifiNetworkReport
    {
        public WifiAvailableNetwork[] AvailableNetworks { get; init; }
    }

    public delegate void AvailableNetworksChangedEventHandler(WifiAdapter sender, object e);

    public sealed class WifiAdapter
    {
        public event AvailableNetworksChangedEventHandler AvailableNetworksChanged;

        public WifiNetworkReport NetworkReport { get; } =
            new() { AvailableNetworks = [new() { Ssid = "home", NetworkRssiInDecibelMilliwatts = -61 }] };

        /// <summary>Ends by an event, which does not always come.</summary>
        public void ScanAsync()
        {
            Sealcam.Esp32.Air.Scans++;
            if (Sealcam.Esp32.Air.ScansEnd)
            {
                AvailableNetworksChanged?.Invoke(this, null);
            }
        }

        public static WifiAdapter[] FindAllAdapters() => [new()];

        public void Disconnect() => Sealcam.Esp32.Air.IsUp = false;

        public WifiConnectionResult Connect(string ssid, WifiReconnectionKind kind, string password)
        {
            Sealcam.Esp32.Air.Joins++;
            Sealcam.Esp32.Air.IsUp = Sealcam.Esp32.Air.Status == WifiConnectionStatus.Success;
            return new WifiConnectionResult { ConnectionStatus = Sealcam.Esp32.Air.Status };
        }
    }
}
