using System.Threading;

namespace Sealcam.Esp32
{
    /// <summary>The access point, and the interface that the firmware shows.</summary>
    internal static class Air
    {
        public static volatile bool IsUp;
        public static volatile int Joins;
        public static int Scans { get; set; }

        /// <summary>Whether the event comes that ends a scan.</summary>
        public static bool ScansEnd { get; set; }

        public static readonly ManualResetEventSlim Answers = new(true);
        public static System.Device.Wifi.WifiConnectionStatus Status { get; set; }
    }

    internal sealed class NetworkInterface
    {
        public string IPv4Address => Air.IsUp ? "192.0.2.7" : "0.0.0.0";

        public System.Net.NetworkInformation.NetworkInterfaceType NetworkInterfaceType =>
            System.Net.NetworkInformation.NetworkInterfaceType.Wireless80211;

        public static bool GetIsNetworkAvailable() => Air.IsUp;

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
            Sealcam.Esp32.Air.Answers.Wait();
            Sealcam.Esp32.Air.IsUp = Sealcam.Esp32.Air.Status == WifiConnectionStatus.Success;
            return new WifiConnectionResult { ConnectionStatus = Sealcam.Esp32.Air.Status };
        }
    }
}
