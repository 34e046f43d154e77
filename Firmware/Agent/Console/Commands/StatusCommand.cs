namespace Sealcam;

/// <summary>How the camera is, on one screen. While the console is locked it names no network and no server.</summary>
public sealed class StatusCommand : ConsoleCommand
{
    public StatusCommand() : base("status", "", "how the camera is, on one screen", 0, 0, isOpen: true)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        bool open = s.Lock.IsOpen(s.NowMs);
        switch (slice)
        {
            case 0:
                Device(s, open);
                return More;
            case 1:
                Network(s, open);
                return More;
            default:
                Stills(s);
                return Done;
        }
    }

    private static void Device(ConsoleSession s, bool open)
    {
        var r = s.Reply;
        r.Field("device", s.Agent.DeviceId == null ? "no identity: nothing is captured" : DeviceId.Fingerprint(s.Agent.DeviceId));
        r.Field("uptime", s.NowMs / 1000);
        r.Field("boot", s.Agent.BootCount);
        r.Field("clock", Timestamp.Quality(s.Agent.Clock.Quality));
        r.Field("time", s.Agent.Clock.Quality == WallClock.None ? "unknown" : Timestamp.Text(s.Agent.Clock.UnixSeconds));
        r.Field("heap-free", s.Console.Board == null ? -1 : s.Console.Board.FreeBytes);
        r.Flag("locked", !open);
        r.Field("settings", s.Config.Fault != null ? s.Config.Fault : s.Config.IsBackup
            ? "the file before the last, because " + s.Config.BadFile
            : s.Config.NeedsRestart ? "changed: they count from the next start" : "good");
    }

    private static void Network(ConsoleSession s, bool open)
    {
        var r = s.Reply;
        var wifi = s.Console.Wifi;
        r.Field("wifi", wifi == null ? "this board has none" : wifi.IsUp ? "up" : wifi.JoinState == WifiJoin.Joining
            ? "joining" : "down");
        if (open && wifi != null)
        {
            r.Field("wifi-ssid", wifi.Ssid ?? "");
            r.Field("wifi-rssi", wifi.Rssi);
            r.Field("address", wifi.Address ?? "");
        }

        r.Field("uplink", s.Agent.Uplink.State);
        if (open)
        {
            r.Field("server", StoreSettings.Server(s.Config.Current, out int port) + ":" + port);
            r.Field("last-fault", s.Agent.Uplink.LastFault ?? "");
        }
    }

    private static void Stills(ConsoleSession s)
    {
        var r = s.Reply;
        var c = s.Agent.Counters;
        r.Field("outbox", s.Agent.Waiting);
        r.Field("last-receipt", c.LastReceiptMs < 0 ? "none" : (s.NowMs - s.Agent.Uplink.ReceiptedAtMs) / 1000 + " s ago, "
            + c.LastReceiptMs + " ms after its trigger");
        r.Field("captured", c.Captured);
        r.Field("receipted", c.Receipted);
        r.Field("dropped", c.Dropped);
        r.Field("refused", c.RefusedByAgent + c.RefusedByServer);
        r.Field("retried", c.Retried);
        r.Field("handshakes", c.Handshakes);
        r.Field("camera-faults", c.CameraFaults);
    }
}
