namespace Sealcam;

/// <summary>
/// Takes a whole file of settings, line by line, and puts it in the place of the old one only if all of it is right.
/// </summary>
public sealed class ConfigImportCommand : ConsoleCommand
{
    private const int LinesMost = 100;

    private ConfigText _text;

    public ConfigImportCommand()
        : base("config import", "", "take a file of settings, then a line 'end'; ******** keeps one", 0, 0)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        s.Question = "config> ";
        if (slice == 0)
        {
            _text = new ConfigText(s.Config.Current);
            return Ask;
        }

        if (s.Answer == null)
        {
            return s.Fail(ConsoleError.Input, "a line is too long or not UTF-8: nothing is changed");
        }

        if (s.Answer.Trim() != "end" && slice <= LinesMost)
        {
            _text.Take(s.Answer);
            return Ask;
        }

        _text.Finish();
        string fault = slice > LinesMost ? "more than " + LinesMost + " lines" : _text.Fault
            ?? CameraSettings.Fault(s.Console.Camera, _text.Config) ?? s.Config.Save(_text.Config);
        if (fault != null)
        {
            return s.Fail(ConsoleError.Invalid, fault + "; nothing is changed");
        }

        SettingEffect.Apply(s);
        s.Reply.Field("counts", s.Config.NeedsRestart ? "from the next start: 'reboot'" : "at once");
        return Done;
    }

    public override void End(ConsoleSession s) => _text = null;
}
