using System;

namespace Sealcam;

/// <summary>
/// The settings as text: lines "key = value", UTF-8. Empty lines and lines that start with # are skipped; a value with blanks
/// at its ends stands in double quotes. Reads line by line into a copy, so that nothing counts before all of it is right.
/// </summary>
public sealed class ConfigText
{
    /// <summary>Bytes of a line (the longest is an address with its query), of a file.</summary>
    public const int LineBytes = 440, FileBytes = 4096;

    private readonly bool[] _seen = new bool[SettingTable.Count];
    private readonly Config _old;
    private int _line;
    private bool _keepsKeys;

    /// <summary>Starts from the defaults, with the secrets of <paramref name="old"/> for lines that are masked.</summary>
    public ConfigText(Config old)
    {
        Config = new Config();
        _old = old;
    }

    /// <summary>The values so far; good only while <see cref="Fault"/> is null.</summary>
    public Config Config { get; }

    /// <summary>The first thing that is wrong, with its line, in a sentence without any value; null if nothing is.</summary>
    public string Fault { get; private set; }

    /// <summary>The next line, without its line end.</summary>
    public void Take(string line)
    {
        _line++;
        line = line.Trim();
        if (Fault != null || line.Length == 0 || line[0] == '#')
        {
            return;
        }

        int equals = line.IndexOf('=');
        if (equals < 1)
        {
            Say("is not 'key = value'");
            return;
        }

        string key = line.Substring(0, equals).Trim();
        int setting = SettingTable.Find(key);
        if (setting < 0)
        {
            string near = SettingTable.Nearest(key);
            Say("there is no such setting" + (near == null ? "" : "; the nearest is " + near));
        }
        else if (_seen[setting])
        {
            Say(key + " is there twice");
        }
        else
        {
            _seen[setting] = true;
            string value = Unquote(line.Substring(equals + 1).Trim());
            bool kept = SettingTable.IsSecret(setting) && value == Sealcam.Config.Masked;
            _keepsKeys |= kept && setting > SettingTable.Uplink && _old[setting].Length > 0;
            string fault = Config.Set(setting, kept ? _old[setting] : value);
            if (fault != null)
            {
                Say(fault);
            }
        }
    }

    /// <summary>After the last line: checks the whole.</summary>
    public void Finish()
    {
        string server = StoreSettings.ServerOf(_old[SettingTable.Uplink]);
        bool moved = server.Length > 0 && server != StoreSettings.ServerOf(Config[SettingTable.Uplink]);
        Fault = Fault ?? (moved && _keepsKeys ? "uplink names another server: ******** would send it the old one's secrets"
            : Config.CheckWhole());
    }

    /// <summary>Reads a whole file.</summary>
    public void TakeFile(byte[] file, int count)
    {
        // A byte order mark (U+FEFF in UTF-8), which editors on Windows put in front.
        int start = count >= 3 && file[0] == 0xEF && file[1] == 0xBB && file[2] == 0xBF ? 3 : 0;
        for (int i = start; i <= count && Fault == null; i++)
        {
            if (i < count && file[i] != '\n')
            {
                continue;
            }

            string line = i - start > LineBytes ? null : Utf8.Text(file, start, i - start);
            if (line == null)
            {
                _line++;
                Say(i - start > LineBytes ? "is longer than " + LineBytes + " bytes" : "is not UTF-8");
            }
            else
            {
                Take(line);
            }

            start = i + 1;
        }
    }

    /// <summary>One line of the file for a setting, as it is stored or, masked, as it may be shown.</summary>
    public static string Line(Config config, int setting, bool masked)
    {
        string value = masked ? config.Shown(setting) : config[setting];
        bool quote = value.Length > 0 && (value[0] == ' ' || value[value.Length - 1] == ' ' || value[0] == '"');
        return SettingTable.Names[setting] + " = " + (quote ? "\"" + value + "\"" : value);
    }

    private static string Unquote(string value) =>
        value.Length >= 2 && value[0] == '"' && value[value.Length - 1] == '"' ? value.Substring(1, value.Length - 2) : value;

    private void Say(string what) => Fault = Fault ?? "line " + _line + ": " + what;
}
