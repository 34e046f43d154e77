using System;
using System.Text;

namespace Sealcam.Esp32;

/// <summary>
/// The deployed file I:\settings.txt: lines "key = value", UTF-8; empty lines and lines that start with # are skipped. Keys:
/// host, port, path, interval (seconds), wifi-ssid, wifi-password, sleep (yes or no), trigger-gap (seconds), lamp (ms). Only
/// host is required; without wifi-ssid the network that the firmware stores is used.
/// </summary>
public sealed class BoardSettings
{
    public const string FileName = "settings.txt";

    private const int FileMax = 2048;
    private const int SecondsPerDay = 86400;

    /// <summary>What the agent gets; good only if <see cref="Fault"/> is null.</summary>
    public readonly Settings Agent = new Settings();

    /// <summary>Null if the file names none.</summary>
    public string WifiSsid;
    public string WifiPassword = "";

    /// <summary>Deep sleep between stills, for boards on a battery.</summary>
    public bool Sleeps;

    /// <summary>ms from one still that the trigger pin asks for to the next, at least.</summary>
    public int TriggerGapMs = 10000;

    /// <summary>ms that the lamp is lit before the exposure; 0: no lamp.</summary>
    public int LampMs;

    /// <summary>
    /// What is wrong with the file, in a sentence that never holds a value (one may be the password); null if nothing is.
    /// </summary>
    public string Fault;

    /// <summary>Never throws: what is wrong stands in <see cref="Fault"/>.</summary>
    public static BoardSettings Read(FlashStore store)
    {
        var settings = new BoardSettings();
        try
        {
            var bytes = store.ReadWhole(FileName, FileMax);
            if (bytes == null)
            {
                settings.Fault = FileName + " is missing";
                return settings;
            }

            settings.TakeLines(Encoding.UTF8.GetString(bytes, 0, bytes.Length).Split('\n'));
        }
        catch (Exception e)
        {
            settings.Fault = FileName + " cannot be read: " + e.Message;
        }

        if (settings.Fault == null && settings.Agent.Host == null)
        {
            settings.Fault = FileName + " has no host";
        }

        return settings;
    }

    private void TakeLines(string[] lines)
    {
        for (int i = 0; i < lines.Length && Fault == null; i++)
        {
            string line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            int equals = line.IndexOf('=');
            if (equals < 1 || !Take(line.Substring(0, equals).Trim(), line.Substring(equals + 1).Trim()))
            {
                Fault = FileName + " line " + (i + 1) + " is not understood";
            }
        }
    }

    private bool Take(string key, string value)
    {
        switch (key)
        {
            case "host":
                Agent.Host = value;
                return value.Length > 0;

            case "path":
                Agent.Path = value;
                return value.Length > 0 && value[0] == '/';

            case "port":
                return Number(value, 1, 65535, out Agent.Port);

            case "interval":
                bool good = Number(value, 1, SecondsPerDay, out int seconds);
                Agent.IntervalMs = seconds * 1000;
                return good;

            case "wifi-ssid":
                WifiSsid = value;
                return value.Length > 0 && value.Length <= 32;

            case "wifi-password":
                WifiPassword = value;
                return value.Length <= 63;

            case "sleep":
                Sleeps = value == "yes";
                return Sleeps || value == "no";

            case "trigger-gap":
                bool inRange = Number(value, 0, SecondsPerDay, out int gap);
                TriggerGapMs = gap * 1000;
                return inRange;

            case "lamp":
                return Number(value, 0, LitCamera.OnMostMs / 2, out LampMs);

            default:
                return false;
        }
    }

    private static bool Number(string text, int min, int max, out int number) =>
        int.TryParse(text, out number) && number >= min && number <= max;
}
