namespace Sealcam;

public sealed class WifiClearCommand : ConsoleCommand
{
    public WifiClearCommand() : base("wifi clear", "", "leave the network and forget its name and password", 0, 0)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        if (s.Console.Wifi == null)
        {
            return s.FailAbsent("Wi-Fi");
        }

        var changed = s.Config.Current.Copy();
        changed.Reset(SettingTable.WifiSsid);
        changed.Reset(SettingTable.WifiPassword);
        string fault = s.Config.Save(changed);
        if (fault != null)
        {
            return s.Fail(ConsoleError.Invalid, fault);
        }

        s.Console.Wifi.Leave();
        return Done;
    }
}
