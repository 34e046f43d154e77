using System;

namespace Sealcam;

/// <summary>The settings camera-size and camera-quality, and the sensor's options of those names.</summary>
public static class CameraSettings
{
    private const string Prefix = "camera-";

    /// <summary>
    /// Sets the sensor as the settings say; for a board's start. What the sensor does not take is logged, and its own default
    /// stays: a setting for another sensor must not stop a camera.
    /// </summary>
    public static void Apply(ICameraControl camera, Config config, ILog log)
    {
        for (int i = 0; i < SettingTable.Count; i++)
        {
            int option = config[i].Length > 0 ? OptionOf(camera, i) : -1;
            try
            {
                if (option >= 0 && !camera.Set(option, config[i]))
                {
                    log.Write(LogLevel.Warning, "camera", SettingTable.Names[i] + " is " + camera.OptionRange(option));
                }
            }
            catch (Exception e)
            {
                log.Write(LogLevel.Warning, "camera", SettingTable.Names[i] + " is not set: " + e.Message);
            }
        }
    }

    /// <summary>The words that the sensor takes for a setting, index by index; null behind the last or for others.</summary>
    public static string Choice(ICameraControl camera, int setting, int index)
    {
        int option = OptionOf(camera, setting);
        string range = option < 0 ? "" : camera.OptionRange(option);
        var words = range.Split('|');
        return words.Length > 1 && index < words.Length ? words[index] : null;
    }

    /// <summary>What is wrong with a value for this board's sensor, a sentence; null if nothing is, or nobody can tell.</summary>
    public static string Fault(ICameraControl camera, int setting, string value)
    {
        int option = value.Length > 0 ? OptionOf(camera, setting) : -1;
        return option < 0 || Takes(camera.OptionRange(option), value) ? null
            : SettingTable.Names[setting] + " is " + camera.OptionRange(option) + " on this board, or empty";
    }

    /// <summary>The first of a whole file of settings that this board's sensor does not take, a sentence, or null.</summary>
    public static string Fault(ICameraControl camera, Config config)
    {
        string fault = null;
        for (int i = 0; i < SettingTable.Count; i++)
        {
            fault = fault ?? Fault(camera, i, config[i]);
        }

        return fault;
    }

    /// <summary>Ranges are words between bars, or "10..63"; of others nobody but the sensor can tell.</summary>
    private static bool Takes(string range, string value)
    {
        int dots = range.IndexOf("..");
        if (range.IndexOf('|') < 0)
        {
            return dots < 1 || !Digits.TryParse(range.Substring(0, dots), out long least)
                || !Digits.TryParse(range.Substring(dots + 2), out long most)
                || Digits.TryParse(value, out long number) && number >= least && number <= most;
        }

        var words = range.Split('|');
        bool takes = false;
        for (int i = 0; i < words.Length; i++)
        {
            takes |= words[i] == value;
        }

        return takes;
    }

    private static int OptionOf(ICameraControl camera, int setting)
    {
        string name = SettingTable.Names[setting];
        for (int i = 0; camera != null && i < camera.OptionCount; i++)
        {
            if (name == Prefix + camera.OptionName(i))
            {
                return i;
            }
        }

        return -1;
    }
}
