using System.Runtime.CompilerServices;

namespace Sealcam.Console.Tests;

/// <summary>The technician's page and the table of settings say the same.</summary>
[TestClass]
public class SettingsPageTests
{
    [TestMethod]
    public void ThePageHasARowForEachSettingInItsOrder()
    {
        string[] page = File.ReadAllLines(Path.Combine(Here(), "..", "..", "Firmware", "Agent", "Console", "README.md"));
        int head = Array.IndexOf(page, "| name | range | default | counts | effect |");
        Assert.IsGreaterThan(0, head, "the page has no table of settings");
        string[] rows = [.. page.Skip(head + 2).TakeWhile(line => line.StartsWith('|'))];
        CollectionAssert.AreEqual(SettingTable.All.Select(Row).ToArray(), rows, "expected:\n" + string.Join('\n', SettingTable.All.Select(Row)));
    }

    private static string Row(Setting setting)
    {
        string range = setting.Kind == Setting.Choice ? setting.Choices.Replace("|", " or ") : setting.Range;
        string byDefault = setting.Default.Length == 0 ? "-" : $"`{setting.Default}`";
        string counts = setting.NeedsRestart ? "next start" : "at once";
        return $"| `{setting.Name}` | {range} | {byDefault} | {counts} | {setting.Effect} |";
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
