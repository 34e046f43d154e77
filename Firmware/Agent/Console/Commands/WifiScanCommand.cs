namespace Sealcam;

public sealed class WifiScanCommand : ConsoleCommand
{
    public WifiScanCommand() : base("wifi scan", "", "list the networks in reach, strongest first", 0, 0)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        var wifi = s.Console.Wifi;
        if (wifi == null)
        {
            return s.FailAbsent("Wi-Fi");
        }

        if (slice == 0)
        {
            return s.TakeRadio(this) && wifi.StartScan() ? More : s.Fail(ConsoleError.Busy, "the radio is busy: try again");
        }

        int count = wifi.ScanCount;
        if (count < 0)
        {
            return count == -1 ? s.WaitAtMost(ConsoleLimits.WifiMs, "the scan") : s.Fail(ConsoleError.Failed, "the scan failed");
        }

        if (slice == 1)
        {
            s.Reply.List("networks");
            return More;
        }

        if (slice - 2 == count)
        {
            s.Reply.EndList();
            return Done;
        }

        wifi.ScanResult(slice - 2, out string ssid, out int rssi, out bool secured);
        s.Reply.Row();
        s.Reply.Cell("ssid", ssid, 32);
        s.Reply.Cell("rssi", rssi, 4);
        s.Reply.Cell("secured", secured ? "password" : "open");
        s.Reply.EndRow();
        return More;
    }

    public override void End(ConsoleSession s) => s.LeaveRadio(this);
}
