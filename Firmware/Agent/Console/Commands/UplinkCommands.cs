namespace Sealcam;

public sealed class UplinkShowCommand : ConsoleCommand
{
    public UplinkShowCommand() : base("uplink show", "", "show the server and how the connection is", 0, 0)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        var config = s.Config.Current;
        var uplink = s.Agent.Uplink;
        bool plain = StoreSettings.Read(config, out _) != null;
        s.Reply.Field("host", StoreSettings.Server(config, out int port));
        s.Reply.Field("port", port);
        s.Reply.Field("path", plain ? config[SettingTable.Uplink] : config[SettingTable.Path]);
        if (plain)
        {
            s.Reply.Field("query", config.Shown(SettingTable.UplinkQuery));
        }

        s.Reply.Field("state", uplink.State);
        s.Reply.Field("last-fault", uplink.LastFault ?? "");
        s.Reply.Field("retry-in-ms", uplink.RetryMs);
        s.Reply.Field("waiting", s.Agent.Waiting);
        return Done;
    }
}

public sealed class UplinkSetCommand : ConsoleCommand
{
    public UplinkSetCommand() : base("uplink set", "HOST [PORT] [PATH] | put ADDRESS",
        "set the server, or a plain store; counts from the next start", 1, 3)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        bool put = s.Argument(0) == "put";
        if (put && s.ArgumentCount != 2)
        {
            return s.Fail(ConsoleError.Usage, "uplink set put takes one address");
        }

        var changed = s.Config.Current.Copy();
        string uplink = put ? "put " + s.Argument(1) : "";
        string cleared = StoreSettings.ClearKeys(changed, uplink);
        string fault = put ? changed.Set(SettingTable.Uplink, uplink) : Receiver(s, changed);
        fault = fault ?? s.Config.Save(changed);
        if (fault != null)
        {
            return s.Fail(ConsoleError.Invalid, fault);
        }

        SayCleared(s, cleared);
        s.Reply.Field("counts", "from the next start: 'reboot'");
        return Done;
    }

    /// <summary>The secrets of one store are not sent to another.</summary>
    public static void SayCleared(ConsoleSession s, string names)
    {
        if (names.Length > 0)
        {
            s.Reply.Field("cleared", names);
        }
    }

    private static string Receiver(ConsoleSession s, Config changed)
    {
        changed.Reset(SettingTable.Uplink);
        return changed.Set(SettingTable.Host, s.Argument(0))
            ?? (s.Argument(1) == null ? null : changed.Set(SettingTable.Port, s.Argument(1)))
            ?? (s.Argument(2) == null ? null : changed.Set(SettingTable.Path, s.Argument(2)));
    }
}
