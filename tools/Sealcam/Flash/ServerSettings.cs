using System.Globalization;
using System.Text;

namespace Sealcam.Tool.Flashing;

/// <summary>The board's settings.txt with the server in it, made and checked by the firmware's own classes.</summary>
internal static class ServerSettings
{
    /// <summary>The address of an ingest server. The path may be left out.</summary>
    /// <exception cref="UsageException">It is not one that a board can use.</exception>
    public static Uri Parse(string text)
    {
        if (text.StartsWith("put ", StringComparison.Ordinal))
        {
            throw new UsageException($"--server takes a Sealcam receiver. A plain store stands in {ConfigFile.Name} of the "
                + "device's folder, with its keys: a command line is no place for them.");
        }

        return Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme == Uri.UriSchemeHttps
            && url.UserInfo.Length + url.Query.Length + url.Fragment.Length == 0
                ? url
                : throw new UsageException("--server takes an address such as https://ingest.example.org:8443, with "
                    + "nothing but host, "
                    + "port and path: a board talks TLS or not at all.");
    }

    /// <summary>New settings.</summary>
    /// <param name="old">What they start from; null for the defaults.</param>
    /// <param name="server">
    /// Null to leave it as it is. Else nothing of the old one stays: not its path, and not a plain store, which would go before
    /// it.
    /// </param>
    /// <param name="clearWifi">The network goes into the firmware's own configuration: this file must not name another.</param>
    public static DeployedFile Make(DeployedFile? old, Uri? server, bool clearWifi)
    {
        Config config = old == null ? new Config() : Read(old);
        if (server != null)
        {
            Put(config, SettingTable.Host, server.IdnHost);
            Put(config, SettingTable.Port, server.Port.ToString(CultureInfo.InvariantCulture));
            config.Reset(SettingTable.Path);
            if (server.AbsolutePath != "/")
            {
                Put(config, SettingTable.Path, server.AbsolutePath);
            }

            foreach (int setting in PlainStore())
            {
                config.Reset(setting);
            }
        }

        if (clearWifi)
        {
            config.Reset(SettingTable.WifiSsid);
            config.Reset(SettingTable.WifiPassword);
        }

        byte[] made = Encoding.UTF8.GetBytes(Text(config, masked: false));
        if (made.Length > ConfigText.FileBytes)
        {
            throw new UsageException($"{ConfigFile.Name} would be longer than the {ConfigText.FileBytes} bytes that a board reads.");
        }

        return new DeployedFile(ConfigFile.Name, ConfigFile.Name, made, Text(config, masked: true));
    }

    /// <summary>The settings of a file.</summary>
    /// <exception cref="UsageException">The board would not take it.</exception>
    public static Config Read(DeployedFile file)
    {
        byte[] bytes = File.ReadAllBytes(file.Path);
        var text = new ConfigText(new Config());
        text.TakeFile(bytes, bytes.Length);
        text.Finish();
        return bytes.Length > ConfigText.FileBytes
            ? throw new UsageException($"{file.Path} is longer than {ConfigText.FileBytes} bytes.")
            : text.Fault == null ? text.Config : throw new UsageException($"{file.Path}: {text.Fault}.");
    }

    /// <summary>Every setting of a plain store.</summary>
    private static IEnumerable<int> PlainStore() =>
    [
        SettingTable.Uplink, SettingTable.UplinkQuery, .. Enumerable.Range(SettingTable.Header1, SettingTable.Headers),
        SettingTable.S3Region, SettingTable.S3KeyId, SettingTable.S3Secret,
    ];

    private static void Put(Config config, int setting, string value)
    {
        if (config.Set(setting, value) is { } fault)
        {
            throw new UsageException($"--server: {fault}.");
        }
    }

    private static string Text(Config config, bool masked) =>
        string.Concat(Enumerable.Range(0, SettingTable.Count).Select(setting => ConfigText.Line(config, setting, masked) + "\n"));
}
