namespace Sealcam;

/// <summary>All settings, or the same as a file to keep: secrets are stars in both.</summary>
public sealed class ConfigListCommand : ConsoleCommand
{
    private readonly bool _asFile;

    public ConfigListCommand(bool asFile) : base(asFile ? "config export" : "config list", "",
        asFile ? "show the settings as a file; secrets are masked" : "list the settings; secrets are masked", 0, 0)
    {
        _asFile = asFile;
    }

    public override int Step(ConsoleSession s, int slice)
    {
        var config = s.Config.Current;
        if (!_asFile)
        {
            s.Reply.Field(SettingTable.Names[slice], config.Shown(slice));
            return slice + 1 < SettingTable.Count ? More : Done;
        }

        if (slice == 0)
        {
            s.Reply.List("lines");
        }

        s.Reply.Line(ConfigText.Line(config, slice, masked: true));
        if (slice + 1 < SettingTable.Count)
        {
            return More;
        }

        s.Reply.EndList();
        return Done;
    }
}

/// <summary>Reads, changes or resets one setting.</summary>
public sealed class ConfigChangeCommand : ConsoleCommand
{
    public const int Get = 0, Set = 1, Reset = 2;

    private static readonly string[] Names = { "config get", "config set", "config reset" };
    private static readonly string[] Hints = { "NAME", "NAME VALUE", "NAME | all" };

    private static readonly string[] Helps =
    {
        "show one setting", "change one setting; what is wrong is refused",
            "put one setting, or all, back to the default",
    };

    private readonly int _kind;

    public ConfigChangeCommand(int kind) : base(Names[kind], Hints[kind], Helps[kind], kind == Set ? 2 : 1, kind == Set ? 2 : 1)
    {
        _kind = kind;
    }

    public override string Choice(ConsoleSession s, int argument, int index)
    {
        if (argument == 0)
        {
            return index < SettingTable.Count ? SettingTable.Names[index] : null;
        }

        int setting = argument == 1 && _kind == Set && s.Argument(0) != null ? SettingTable.Find(s.Argument(0)) : -1;
        return setting < 0 ? null : SettingTable.Row(setting).Kind != Setting.Choice
            ? CameraSettings.Choice(s.Console.Camera, setting, index) : Of(SettingTable.Row(setting).Choices.Split('|'), index);
    }

    public override int Step(ConsoleSession s, int slice)
    {
        if (_kind == Reset && s.Argument(0) == "all")
        {
            string why = s.Config.Erase();
            return why == null ? Done : s.Fail(ConsoleError.Failed, why);
        }

        int setting = SettingTable.Find(s.Argument(0));
        if (setting < 0)
        {
            string near = SettingTable.Nearest(s.Argument(0));
            return s.Fail(ConsoleError.Invalid, "there is no such setting" + (near == null
                ? ": 'help config'" : "; the nearest is " + near));
        }

        if (_kind == Get)
        {
            s.Reply.Field(SettingTable.Names[setting], s.Config.Current.Shown(setting));
            return Done;
        }

        return Change(s, setting);
    }

    private int Change(ConsoleSession s, int setting)
    {
        var changed = s.Config.Current.Copy();
        string fault = null, value = _kind == Set ? s.Argument(1) : SettingTable.Row(setting).Default;
        string cleared = setting == SettingTable.Uplink ? StoreSettings.ClearKeys(changed, value) : "";
        if (_kind == Set)
        {
            fault = changed.Set(setting, value) ?? CameraSettings.Fault(s.Console.Camera, setting, value);
        }
        else
        {
            changed.Reset(setting);
        }

        fault = fault ?? s.Config.Save(changed);
        if (fault != null)
        {
            return s.Fail(ConsoleError.Invalid, fault);
        }

        SettingEffect.Apply(s);
        s.Reply.Field(SettingTable.Names[setting], s.Config.Current.Shown(setting));
        UplinkSetCommand.SayCleared(s, cleared);
        s.Reply.Field("counts", SettingTable.Row(setting).NeedsRestart ? "from the next start: 'reboot'" : "at once");
        return Done;
    }
}
