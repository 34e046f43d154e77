namespace Sealcam;

/// <summary>
/// Every setting of a device, in one table. <c>help config</c>, the documentation and the validation all come from it.
/// </summary>
public static class SettingTable
{
    /// <summary>Places in <see cref="All"/>.</summary>
    public const int Version = 0, Name = 1, WifiSsid = 2, WifiPassword = 3, Host = 4, Port = 5, Path = 6, Interval = 7,
        OutboxKb = 8,
        OutboxFull = 9, ReconnectWindow = 10, LogLevel = 11, UnlockMinutes = 12, CameraSize = 13, CameraQuality = 14,
        Sleep = 15, TriggerGap = 16, Lamp = 17;

    /// <summary>Storage, requests, health.</summary>
    public const int Keep = Lamp + 1, StorageKb = Keep + 1, StorageStills = Keep + 2, SpillAfter = Keep + 3, Requests = Keep + 4,
        TriggerBound = Keep + 5, RequestEvery = Keep + 6, Health = Keep + 7;

    /// <summary>Plain HTTPS stores.</summary>
    public const int Uplink = Health + 1, UplinkQuery = Uplink + 1, Header1 = Uplink + 2, S3Region = Header1 + Headers,
        S3KeyId = S3Region + 1, S3Secret = S3Region + 2;

    /// <summary>Settings from <see cref="Header1"/> on that hold a header.</summary>
    public const int Headers = 4;

    /// <summary>Version of the file's format. A file of a later one is refused whole.</summary>
    public const int FormatVersion = 1;

    private const bool AtOnce = false, NextStart = true;

    /// <summary>The table; order is that of the file and of the help. Not to be written to.</summary>
    public static readonly Setting[] All =
    {
        new Setting("version", Setting.Number, 1, FormatVersion, "", "1", NextStart, "format of this file"),
        new Setting("name", Setting.Text, 0, 32, "", "", AtOnce, "what people call this camera; shown, never signed"),
        new Setting("wifi-ssid", Setting.Text, 0, 32, "", "", NextStart,
            "network to join; empty: the one that the firmware stores"),
        new Setting("wifi-password", Setting.Secret, 0, 63, "", "", NextStart, "its password; empty for an open network"),
        new Setting("host", Setting.HostName, 0, 128, "", "", NextStart, "the server, as its certificate names it"),
        new Setting("port", Setting.Number, 1, 65535, "", "8443", NextStart, "the server's port"),
        new Setting("path", Setting.Path, 1, 128, "", "/v1/stills", NextStart, "where stills are posted to"),
        new Setting("interval", Setting.Number, 0, 86400, "s", "60", NextStart, "time between two stills; 0: only when asked"),
        new Setting("outbox-kb", Setting.Number, 64, 4096, "KB", "512", NextStart, "RAM for stills that wait to be shipped"),
        new Setting("outbox-full", Setting.Choice, 0, 0, "", "drop-oldest", NextStart, "what a full outbox gives up",
            "drop-oldest|refuse-newest"),
        new Setting("reconnect-window", Setting.Number, 0, 60000, "ms", "5000", NextStart,
            "spread of the first try after a lost connection"),
        new Setting("log-level", Setting.Choice, 0, 0, "", "info", AtOnce, "least level that the log keeps",
            "debug|info|warning|error"),
        new Setting("unlock-minutes", Setting.Number, 1, 60, "min", "10", AtOnce,
            "time without a command after which the console locks"),
        new Setting("camera-size", Setting.Text, 0, 16, "", "", NextStart,
            "size of stills, as 'camera set' names it; empty: the driver's"),
        new Setting("camera-quality", Setting.Text, 0, 16, "", "", NextStart,
            "JPEG quality, as 'camera set' names it; empty: the driver's"),
        new Setting("sleep", Setting.Choice, 0, 0, "", "no", NextStart, "deep sleep between stills, on boards that can", "no|yes"),
        new Setting("trigger-gap", Setting.Number, 0, 86400, "s", "10", NextStart,
            "least time between two stills that the trigger pin asks for"),
        new Setting("lamp", Setting.Number, 0, LitCamera.OnMostMs / 2, "ms", "0", NextStart,
            "light before the exposure, on boards with a lamp; 0: none"),
        new Setting("keep", Setting.Choice, 0, 0, "", "hybrid", NextStart,
            "where stills wait; hybrid: on storage only while the server is away", "ram|hybrid|storage"),
        new Setting("storage-kb", Setting.Number, 64, 1048576, "KB", "1024", NextStart,
            "storage for stills that wait; no more than the board has"),
        new Setting("storage-stills", Setting.Number, 1, Settings.StorageStillsMost, "", "128", NextStart,
            "stills on storage at most; each takes 25 bytes of RAM"),
        new Setting("spill-after", Setting.Number, 0, 600000, "ms", "6000", NextStart,
            "time that a still waits in RAM before it goes to storage"),
        new Setting("requests", Setting.Choice, 0, 0, "", "yes", NextStart, "ask the server whether somebody wants a still", "no|yes"),
        new Setting("trigger-bound", Setting.Number, 200, Limits.PollWaitMs, "ms", "2000", NextStart,
            "a triggered still starts to leave in this time; less: more round trips"),
        new Setting("request-every", Setting.Number, 0, 3600000, "ms", "2000", NextStart,
            "least time between two stills that the server asks for"),
        new Setting("health", Setting.Number, 0, 86400, "s", "300", NextStart, "time between two health reports; 0: none"),
        new Setting("uplink", Setting.Text, 0, 200, "", "", NextStart,
            "a receiver if empty, or put https://host/path/{device}/{order}.jpg"),
        new Setting("uplink-query", Setting.Secret, 0, 220, "", "", NextStart,
            "what follows ? in the plain store's address, such as an Azure SAS"),
        Header("header-1"),
        Header("header-2"),
        Header("header-3"),
        Header("header-4"),
        new Setting("s3-region", Setting.Text, 0, 32, "", "", NextStart, "region of the bucket, if the plain store is S3"),
        new Setting("s3-key-id", Setting.Text, 0, 128, "", "", NextStart, "id of the access key for it"),
        new Setting("s3-secret", Setting.Secret, 0, 128, "", "", NextStart, "that key's secret"),
    };

    private static Setting Header(string name) =>
        new Setting(name, Setting.Secret, 0, 200, "", "", NextStart, "fixed header for the plain store, 'Name: value'");

    /// <summary>Place of a name, -1 if there is none such.</summary>
    public static int Find(string name)
    {
        for (int i = 0; i < All.Length; i++)
        {
            if (All[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The name that a mistyped one is nearest to, or null if none is near.</summary>
    public static string Nearest(string name)
    {
        string best = null;
        int least = 4;  // more than three slips are no slip
        for (int i = 0; i < All.Length; i++)
        {
            int distance = EditDistance.Of(name, All[i].Name);
            if (distance < least)
            {
                least = distance;
                best = All[i].Name;
            }
        }

        return best;
    }
}
