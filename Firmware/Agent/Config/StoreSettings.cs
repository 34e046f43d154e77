namespace Sealcam;

/// <summary>Where stills go by the settings: a Sealcam receiver at host, port and path, or a plain store at uplink.</summary>
public static class StoreSettings
{
    /// <summary>Value of <c>uplink</c> for a Sealcam receiver, as good as none.</summary>
    private const string Receiver = "sealcam";

    /// <summary>
    /// The plain store; null for a Sealcam receiver, or with what is wrong in <paramref name="fault"/>. A store's server is that
    /// in its address: host, port and path then count for nothing, and keep their values for the way back.
    /// </summary>
    public static PlainStore Read(Config config, out string fault)
    {
        fault = null;
        string uplink = config[SettingTable.Uplink];
        if (uplink.Length == 0 || uplink == Receiver)
        {
            return null;
        }

        var headers = new string[SettingTable.Headers];
        for (int i = 0; i < headers.Length; i++)
        {
            headers[i] = config[SettingTable.Header1 + i];
        }

        return PlainStore.Parse(uplink, config[SettingTable.UplinkQuery], headers, config[SettingTable.S3Region],
            config[SettingTable.S3KeyId], config[SettingTable.S3Secret], out fault);
    }

    /// <summary>The server that is spoken to: name, and port.</summary>
    public static string Server(Config config, out int port)
    {
        var store = Read(config, out _);
        port = store == null ? config.Number(SettingTable.Port) : store.Address.Port;
        return store == null ? config[SettingTable.Host] : store.Address.Host;
    }
}
