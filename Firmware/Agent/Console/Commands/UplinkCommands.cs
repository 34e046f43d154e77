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
        s.Reply.Field("host", config[SettingTable.Host]);
        s.Reply.Field("port", config.Number(SettingTable.Port));
        s.Reply.Field("path", config[SettingTable.Path]);
        s.Reply.Field("state", uplink.State);
        s.Reply.Field("last-fault", uplink.LastFault ?? "");
        s.Reply.Field("retry-in-ms", uplink.RetryMs);
        s.Reply.Field("waiting", s.Agent.Waiting);
        return Done;
    }
}

public sealed class UplinkSetCommand : ConsoleCommand
{
    public UplinkSetCommand() : base("uplink set", "HOST [PORT] [PATH]", "set the server; counts from the next start", 1, 3)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        var changed = s.Config.Current.Copy();
        string fault = changed.Set(SettingTable.Host, s.Argument(0));
        fault = fault ?? (s.Argument(1) == null ? null : changed.Set(SettingTable.Port, s.Argument(1)));
        fault = fault ?? (s.Argument(2) == null ? null : changed.Set(SettingTable.Path, s.Argument(2)));
        fault = fault ?? s.Config.Save(changed);
        if (fault != null)
        {
            return s.Fail(ConsoleError.Invalid, fault);
        }

        s.Reply.Field("counts", "from the next start: 'reboot'");
        return Done;
    }
}
