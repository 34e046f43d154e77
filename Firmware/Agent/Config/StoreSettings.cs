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

    /// <summary>
    /// Clears what gives access to the plain store if <paramref name="uplink"/>, a new value, names another server or none: it
    /// would be sent there. What was set before there was a store stays, since it is meant for the first one. Returns the names
    /// of what was cleared and is not given anew in the address; "" for none.
    /// </summary>
    public static string ClearKeys(Config changed, string uplink)
    {
        string server = ServerOf(changed[SettingTable.Uplink]), names = "";
        if (server.Length == 0 || server == ServerOf(uplink))
        {
            return names;
        }

        for (int i = SettingTable.UplinkQuery; i <= SettingTable.S3Secret; i++)
        {
            bool anew = i == SettingTable.UplinkQuery && uplink.IndexOf('?') >= 0;
            names += changed[i].Length == 0 || anew ? "" : (names.Length > 0 ? ", " : "") + SettingTable.Names[i];
            changed.Reset(i);
        }

        return names;
    }

    /// <summary>"host:port" of an address with or without its query; "" for a receiver and for what is no address.</summary>
    public static string ServerOf(string uplink)
    {
        int query = uplink.IndexOf('?');
        var address = StoreAddress.Parse(query < 0 ? uplink : uplink.Substring(0, query), out _);
        return address == null ? "" : address.Host.ToLower() + ":" + address.Port;
    }

    /// <summary>The server that is spoken to: name, and port.</summary>
    public static string Server(Config config, out int port)
    {
        var store = Read(config, out _);
        port = store == null ? config.Number(SettingTable.Port) : store.Address.Port;
        return store == null ? config[SettingTable.Host] : store.Address.Host;
    }
}
