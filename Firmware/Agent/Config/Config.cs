using System;

namespace Sealcam;

/// <summary>
/// The values of all settings, one string for each line of <see cref="SettingTable"/>. Every single one is in its range.
/// </summary>
public sealed class Config
{
    /// <summary>What a secret looks like when it is shown, and what it is given as to keep it.</summary>
    public const string Masked = "********";

    private readonly string[] _values = new string[SettingTable.Count];

    public Config()
    {
        for (int i = 0; i < _values.Length; i++)
        {
            _values[i] = SettingTable.Row(i).Default;
        }
    }

    public string this[int setting] => _values[setting];

    public Config Copy()
    {
        var copy = new Config();
        Array.Copy(_values, copy._values, _values.Length);
        return copy;
    }

    /// <summary>Sets a value if it is in its range. Returns what is wrong with it, or null.</summary>
    public string Set(int setting, string value)
    {
        if (SettingTable.IsSecret(setting) && value == Masked)
        {
            return null;  // an exported file that comes back: the secret stays
        }

        int query = setting == SettingTable.Uplink ? value.IndexOf('?') : -1;
        if (query >= 0)
        {
            // The address as a portal shows it: what stands behind the question mark gives access: kept apart and masked.
            string wrong = SettingTable.Row(setting).Check(value.Substring(0, query))
                ?? Set(SettingTable.UplinkQuery, value.Substring(query + 1));
            return wrong ?? Set(setting, value.Substring(0, query));
        }

        string fault = SettingTable.Row(setting).Check(value);
        if (fault == null)
        {
            _values[setting] = value;
        }

        return fault;
    }

    public void Reset(int setting) => _values[setting] = SettingTable.Row(setting).Default;

    /// <summary>What is wrong with the values taken together; null if nothing is.</summary>
    public string CheckWhole()
    {
        if (_values[SettingTable.WifiSsid].Length == 0 && _values[SettingTable.WifiPassword].Length > 0)
        {
            return "wifi-password is set and wifi-ssid is not";
        }

        int password = Utf8.Count(_values[SettingTable.WifiPassword]);
        if (password > 0 && password < 8)
        {
            return "wifi-password is 8 to 63 bytes, or empty (IEEE 802.11)";
        }

        StoreSettings.Read(this, out string fault);
        return fault;
    }

    /// <summary>As it may be shown: a secret is masked.</summary>
    public string Shown(int setting) =>
        SettingTable.IsSecret(setting) && _values[setting].Length > 0 ? Masked : _values[setting];

    public int Number(int setting)
    {
        Digits.TryParse(_values[setting], 0, int.MaxValue, out int value);
        return value;
    }

    /// <summary>What the agent gets. Call it only when <see cref="CheckWhole"/> finds nothing.</summary>
    public Settings ToSettings()
    {
        int health = Number(SettingTable.Health) * 1000;
        var settings = new Settings
        {
            Host = _values[SettingTable.Host],
            Port = Number(SettingTable.Port),
            Path = _values[SettingTable.Path],
            IntervalMs = Number(SettingTable.Interval) * 1000,
            OutboxBytes = Number(SettingTable.OutboxKb) * 1024,
            RefuseNewest = _values[SettingTable.OutboxFull] == "refuse-newest",
            ReconnectWindowMs = Number(SettingTable.ReconnectWindow),
            Keep = SettingTable.Row(SettingTable.Keep).ChoiceAt(_values[SettingTable.Keep]),
            StorageBytes = Number(SettingTable.StorageKb) * 1024,
            StorageStills = Number(SettingTable.StorageStills),
            SpillAfterMs = Number(SettingTable.SpillAfter),
            TriggerBoundMs = Number(SettingTable.TriggerBound),
            RequestEveryMs = Number(SettingTable.RequestEvery),
        };
        settings.RequestPath = _values[SettingTable.Requests] == "yes" ? settings.RequestPath : null;
        settings.HealthPath = health > 0 ? settings.HealthPath : null;
        settings.HealthIntervalMs = health > 0 ? health : settings.HealthIntervalMs;
        StoreSettings.Read(this, out _)?.Apply(settings);
        return settings;
    }
}
