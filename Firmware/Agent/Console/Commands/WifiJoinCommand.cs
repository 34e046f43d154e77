namespace Sealcam;

/// <summary>Joins a network: <c>wifi test</c> to see whether it works, <c>wifi set</c> to keep it if it does.</summary>
public sealed class WifiJoinCommand : ConsoleCommand
{
    private readonly bool _keeps;
    private string _password;

    public WifiJoinCommand(bool keeps) : base(keeps ? "wifi set" : "wifi test", "SSID [PASSWORD]",
        keeps ? "join a network and keep it; asks for its password"
        : "try a network, then go back to the one in use", 1, 2)
    {
        _keeps = keeps;
    }

    /// <summary>Names of the last scan.</summary>
    public override string Choice(ConsoleSession s, int argument, int index)
    {
        var wifi = s.Console.Wifi;
        if (wifi == null || argument > 0 || index >= wifi.ScanCount)
        {
            return null;
        }

        wifi.ScanResult(index, out string ssid, out _, out _);
        return ssid;
    }

    public override int Step(ConsoleSession s, int slice)
    {
        var wifi = s.Console.Wifi;
        if (wifi == null)
        {
            return s.FailAbsent("Wi-Fi");
        }

        switch (slice)
        {
            case 0:
                _password = s.Argument(1);
                s.Question = "password: ";
                return _password == null ? AskSecret : More;
            case 1:
                _password = _password ?? s.Answer;
                return IsGood(s) ? Begin(s) : Failed;
            case 2:
                if (wifi.JoinState == WifiJoin.Joining)
                {
                    return s.WaitAtMost(ConsoleLimits.WifiMs, "joining");
                }

                return wifi.JoinState == WifiJoin.Joined ? More : s.Fail(ConsoleError.Failed, wifi.JoinFault ?? "not joined");
            default:
                s.Reply.Field("address", wifi.Address ?? "none yet");
                s.Reply.Field("rssi", wifi.Rssi);
                return _keeps ? Keep(s) : Done;
        }
    }

    /// <summary>A network that was only tried, or did not work, is left for the one that the settings name.</summary>
    public override void End(ConsoleSession s)
    {
        s.LeaveRadio(this);  // first: it must be free whatever throws below
        var wifi = s.Console.Wifi;
        string kept = s.Config.Current[SettingTable.WifiSsid];
        if (wifi != null && _password != null && s.Count == 1 && kept.Length > 0)
        {
            wifi.StartJoin(kept, s.Config.Current[SettingTable.WifiPassword]);
        }

        _password = null;
    }

    private bool IsGood(ConsoleSession s)
    {
        string ssid = s.Argument(0);
        int bytes = Utf8.Count(_password);
        string fault = ssid.Length == 0 ? "SSID is empty"
            : SettingTable.Row(SettingTable.WifiSsid).Check(ssid) ?? SettingTable.Row(SettingTable.WifiPassword).Check(_password);
        fault = fault ?? (bytes > 0 && bytes < 8 ? "a password is 8 to 63 bytes, or empty" : null);
        return fault == null || s.Fail(ConsoleError.Invalid, fault) != Failed;
    }

    private int Begin(ConsoleSession s)
    {
        if (!s.TakeRadio(this))
        {
            return s.Fail(ConsoleError.Busy, "Improv is at the radio: try again");
        }

        s.Console.Wifi.StartJoin(s.Argument(0), _password);
        s.StartedMs = s.NowMs;
        s.Count = 1;  // the network in use was left
        return More;
    }

    private int Keep(ConsoleSession s)
    {
        var changed = s.Config.Current.Copy();
        changed.Set(SettingTable.WifiSsid, s.Argument(0));
        changed.Set(SettingTable.WifiPassword, _password);
        string fault = s.Config.Save(changed);
        s.Count = fault == null ? 0 : 1;
        return fault == null ? Done : s.Fail(ConsoleError.Invalid, "joined, but not kept: " + fault);
    }
}
