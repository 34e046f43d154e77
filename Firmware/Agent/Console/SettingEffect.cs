namespace Sealcam;

/// <summary>Puts those settings into force that count at once.</summary>
public static class SettingEffect
{
    public static void Apply(ConsoleSession s)
    {
        var config = s.Config.Current;
        s.Log.Level = SettingTable.Row(SettingTable.LogLevel).ChoiceAt(config[SettingTable.LogLevel]);
        s.Lock.OpenMs = config.Number(SettingTable.UnlockMinutes) * 60000;
    }
}
