using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sealcam.Tool.Flashing;

/// <summary>
/// The JSON that nanoff reads: --filedeployment (its FileDeploymentConfiguration.cs) and --networkdeployment
/// (NetworkDeploymentConfiguration.cs).
/// </summary>
internal static class DeploymentJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Names of networks stay readable in a dry run; nothing of it goes into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Each file is deleted before it is written (an entry without a source): firmware of July to September 2026 writes over
    /// a file without cutting it, so that a shorter one keeps the old one's end and one above 1 KB fails (nanoframework/Home
    /// issue 1840).
    /// </summary>
    public static string Files(string port, IEnumerable<DeployedFile> files) => JsonSerializer.Serialize(
        new
        {
            SerialPort = port,
            Files = files.SelectMany(file => new[]
            {
                new { DestinationFilePath = OnBoard(file), SourceFilePath = (string?)null },
                new { DestinationFilePath = OnBoard(file), SourceFilePath = (string?)file.Path },
            }),
        },
        Options);

    /// <summary>
    /// nanoff puts encryption to none when it is not given. AutoConnect makes the firmware join at boot; without it a network is
    /// stored and never used.
    /// </summary>
    /// <param name="port">The board's.</param>
    /// <param name="wifi">Its password may be null if it is masked.</param>
    /// <param name="masked">Show a mask for the password.</param>
    public static string Network(string port, WifiNetwork wifi, bool masked) => JsonSerializer.Serialize(
        new
        {
            SerialPort = port,
            WirelessClient = new
            {
                wifi.Ssid,
                Password = masked && !wifi.IsOpen ? Config.Masked : wifi.Password,
                Authentication = wifi.IsOpen ? "Open" : "WPA2",
                Encryption = wifi.IsOpen ? "None" : "WPA2_PSK2",
                ConfigurationOption = "AutoConnect",
                DhcpEnabled = true,
                AutomaticDNS = true,
            },
        },
        Options);

    private static string OnBoard(DeployedFile file) => "I:\\" + file.Name;
}
