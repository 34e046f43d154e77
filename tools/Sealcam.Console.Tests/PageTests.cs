using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Tool.Terminals;

namespace Sealcam.Tool.Tests;

/// <summary>What the technician's page lists is what the console has, no more and no less.</summary>
[TestClass]
public partial class PageTests
{
    [TestMethod]
    public void EveryErrorCodeIsInThePageWithItsExitCode()
    {
        string[] codes = [.. typeof(ConsoleError).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!).Order()];
        var rows = Page.Rows("| code |").ToList();
        CollectionAssert.AreEqual(codes, rows.Select(row => row[0]).Order().ToArray());
        foreach (string[] row in rows)
        {
            Assert.AreEqual(ScriptRunner.CodeOf(row[0]), int.Parse(row[3]), row[0]);
        }
    }

    [TestMethod]
    public void EveryReasonOfNetTestIsInThePage()
    {
        string source = File.ReadAllText(Path.Combine(Page.Folder, "NetTrial.cs"));
        string[] reasons = [.. Quoted().Matches(source).Select(match => match.Groups[1].Value).Distinct().Order()];
        CollectionAssert.Contains(reasons, "unknown-ca");
        string[] listed = [.. Page.Rows("| reason |").Select(row => row[0]).Order()];
        CollectionAssert.AreEqual(reasons.Union(["expired", "refused", "timeout", "lost", "failed"]).Order().ToArray(), listed);
    }

    [TestMethod]
    public void EverySettingIsInThePageAsTheTableHasIt()
    {
        string[] rows = [.. Page.Rows("| name |").Select(row => string.Join(" | ", row))];
        string[] table = [.. Enumerable.Range(0, SettingTable.Count).Select(SettingTable.Row).Select(setting => string.Join(" | ", $"`{setting.Name}`",
            setting.Range.Replace("|", " or "), setting.Default.Length == 0 ? "-" : $"`{setting.Default}`",
            setting.NeedsRestart ? "next start" : "at once", setting.Effect))];
        string page = string.Concat(table.Select(row => $"| {row} |\n"));
        CollectionAssert.AreEqual(table, rows, $"the page's table should be\n{page}");
    }

    [TestMethod]
    public void EveryCommandIsInThePage()
    {
        var table = new CommandTable();
        string[] missing = [.. Enumerable.Range(0, table.Count).Select(i => table[i].Name)
            .Where(name => !Page.Text.Contains($"`{name}"))];
        Assert.IsEmpty(missing, string.Join(", ", missing));
    }

    [GeneratedRegex("\"([a-z]+-[a-z-]+)\"")]
    private static partial Regex Quoted();
}
