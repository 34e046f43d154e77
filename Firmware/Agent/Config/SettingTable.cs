namespace Sealcam;

/// <summary>
/// Every setting of a device, in one table. <c>help config</c>, the documentation and the validation all come from it.
/// </summary>
public static class SettingTable
{
    /// <summary>Places in <see cref="Names"/>.</summary>
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

    /// <summary>
    /// The names, in the order of the file and of the help. Not to be written to. Names alone stay in memory: whole rows would
    /// take 6 KB of a heap of 64 KB, and are wanted only while a person or a file sets something.
    /// </summary>
    public static readonly string[] Names =
    {
        "version", "name", "wifi-ssid", "wifi-password", "host", "port", "path", "interval", "outbox-kb", "outbox-full",
        "reconnect-window", "log-level", "unlock-minutes", "camera-size", "camera-quality", "sleep", "trigger-gap", "lamp",
        "keep", "storage-kb", "storage-stills", "spill-after", "requests", "trigger-bound", "request-every", "health",
        "uplink", "uplink-query", "header-1", "header-2", "header-3", "header-4", "s3-region", "s3-key-id",
        "s3-secret",
    };

    /// <summary>How many there are.</summary>
    public static int Count => Names.Length;

    /// <summary>Whether this one is never shown. Allocates nothing: it is asked at each key.</summary>
    public static bool IsSecret(int setting) =>
        setting == WifiPassword || setting == UplinkQuery || setting == S3Secret
        || setting >= Header1 && setting < Header1 + Headers;

    /// <summary>A line of the table, made anew.</summary>
    public static Setting Row(int setting) =>
        setting < CameraSize ? Basic(setting, Names[setting])
        : setting < Uplink ? Work(setting, Names[setting])
        : Store(setting, Names[setting]);

    /// <summary>Place of a name, -1 if there is none such.</summary>
    public static int Find(string name)
    {
        for (int i = 0; i < Count; i++)
        {
            if (Names[i] == name)
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
        for (int i = 0; i < Count; i++)
        {
            int distance = EditDistance.Of(name, Names[i]);
            if (distance < least)
            {
                least = distance;
                best = Names[i];
            }
        }

        return best;
    }

    private static Setting Basic(int setting, string name)
    {
        switch (setting)
        {
            case Version:
                return new Setting(name, Setting.Number, 1, FormatVersion, "", "1", NextStart, "format of this file");
            case Name:
                return new Setting(name, Setting.Text, 0, 32, "", "", AtOnce,
                    "what people call this camera; shown, never signed");
            case WifiSsid:
                return new Setting(name, Setting.Text, 0, 32, "", "", NextStart,
                    "network to join; empty: the one that the firmware stores");
            case WifiPassword:
                return new Setting(name, Setting.Secret, 0, 63, "", "", NextStart, "its password; empty for an open network");
            case Host:
                return new Setting(name, Setting.HostName, 0, 128, "", "", NextStart,
                    "the server, as its certificate names it");
            case Port:
                return new Setting(name, Setting.Number, 1, 65535, "", "8443", NextStart, "the server's port");
            case Path:
                return new Setting(name, Setting.Path, 1, 128, "", "/v1/stills", NextStart, "where stills are posted to");
            case Interval:
                return new Setting(name, Setting.Number, 0, 86400, "s", "60", NextStart,
                    "time between two stills; 0: only when asked");
            case OutboxKb:
                return new Setting(name, Setting.Number, 64, 4096, "KB", "512", NextStart,
                    "RAM for stills that wait to be shipped");
            case OutboxFull:
                return new Setting(name, Setting.Choice, 0, 0, "", "drop-oldest", NextStart, "what a full outbox gives up",
                    "drop-oldest|refuse-newest");
            case ReconnectWindow:
                return new Setting(name, Setting.Number, 0, 60000, "ms", "5000", NextStart,
                    "spread of the first try after a lost connection");
            case LogLevel:
                return new Setting(name, Setting.Choice, 0, 0, "", "info", AtOnce, "least level that the log keeps",
                    "debug|info|warning|error");
            default:
                return new Setting(name, Setting.Number, 1, 60, "min", "10", AtOnce,
                    "time without a command after which the console locks");
        }
    }

    private static Setting Work(int setting, string name)
    {
        switch (setting)
        {
            case CameraSize:
                return new Setting(name, Setting.Text, 0, 16, "", "", NextStart,
                    "size of stills, as 'camera set' names it; empty: the driver's");
            case CameraQuality:
                return new Setting(name, Setting.Text, 0, 16, "", "", NextStart,
                    "JPEG quality, as 'camera set' names it; empty: the driver's");
            case Sleep:
                return new Setting(name, Setting.Choice, 0, 0, "", "no", NextStart,
                    "deep sleep between stills, on boards that can", "no|yes");
            case TriggerGap:
                return new Setting(name, Setting.Number, 0, 86400, "s", "10", NextStart,
                    "least time between two stills that the trigger pin asks for");
            case Lamp:
                return new Setting(name, Setting.Number, 0, LitCamera.OnMostMs / 2, "ms", "0", NextStart,
                    "light before the exposure, on boards with a lamp; 0: none");
            case Keep:
                return new Setting(name, Setting.Choice, 0, 0, "", "hybrid", NextStart,
                    "where stills wait; hybrid: on storage only while the server is away", "ram|hybrid|storage");
            case StorageKb:
                return new Setting(name, Setting.Number, 64, 1048576, "KB", "1024", NextStart,
                    "storage for stills that wait; no more than the board has");
            case StorageStills:
                return new Setting(name, Setting.Number, 1, Settings.StorageStillsMost, "", "128", NextStart,
                    "stills on storage at most; each takes 25 bytes of RAM");
            case SpillAfter:
                return new Setting(name, Setting.Number, 0, 600000, "ms", "15000", NextStart,
                    "time that a still waits in RAM before it goes to storage");
            case Requests:
                return new Setting(name, Setting.Choice, 0, 0, "", "yes", NextStart,
                    "ask the server whether somebody wants a still", "no|yes");
            case TriggerBound:
                return new Setting(name, Setting.Number, 200, Limits.PollWaitMs, "ms", "2000", NextStart,
                    "a triggered still starts to leave in this time; less: more round trips");
            case RequestEvery:
                return new Setting(name, Setting.Number, 0, 3600000, "ms", "2000", NextStart,
                    "least time between two stills that the server asks for");
            default:
                return new Setting(name, Setting.Number, 0, 86400, "s", "300", NextStart,
                    "time between two health reports; 0: none");
        }
    }

    private static Setting Store(int setting, string name)
    {
        switch (setting)
        {
            case Uplink:
                return new Setting(name, Setting.Text, 0, 200, "", "", NextStart,
                    "a receiver if empty, or put https://host/path/{device}/{order}.jpg");
            case UplinkQuery:
                return new Setting(name, Setting.Secret, 0, 220, "", "", NextStart,
                    "what follows ? in the plain store's address, such as an Azure SAS");
            case S3Region:
                return new Setting(name, Setting.Text, 0, 32, "", "", NextStart,
                    "region of the bucket, if the plain store is S3");
            case S3KeyId:
                return new Setting(name, Setting.Text, 0, 128, "", "", NextStart, "id of the access key for it");
            case S3Secret:
                return new Setting(name, Setting.Secret, 0, 128, "", "", NextStart, "that key's secret");
            default:
                return new Setting(name, Setting.Secret, 0, 200, "", "", NextStart, "fixed header for the plain store, 'Name: value'");
        }
    }
}
