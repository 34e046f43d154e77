namespace Sealcam;

/// <summary>The settings table as <c>help config</c> shows it.</summary>
public static class ConfigHelp
{
    public static int Step(ConsoleSession s, int slice)
    {
        if (slice == 0)
        {
            s.Reply.List("settings");
        }

        var setting = SettingTable.Row(slice);
        s.Reply.Row();
        s.Reply.Cell("name", setting.Name, 17);
        s.Reply.Cell("default", setting.Default.Length == 0 && !s.Reply.Json ? "-" : setting.Default, 12);
        s.Reply.Cell("counts", setting.NeedsRestart ? "next start" : "at once", 10);
        s.Reply.Cell("range", setting.Range);
        s.Reply.Fold(4);
        s.Reply.Cell("effect", setting.Effect);
        s.Reply.EndRow();
        if (slice + 1 < SettingTable.Count)
        {
            return ConsoleCommand.More;
        }

        s.Reply.EndList();
        return ConsoleCommand.Done;
    }
}
