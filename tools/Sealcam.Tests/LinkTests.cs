using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Tool.Tests.Support;

namespace Sealcam.Tool.Tests;

/// <summary>What documents and comments point to is there: files, headings, numbered sections.</summary>
[TestClass]
public partial class LinkTests
{
    [TestMethod]
    public void EveryLinkLeadsToAFileAndToAHeadingInIt()
    {
        string[] dead = [.. Pages.All.SelectMany(page => Link().Matches(string.Join('\n', page.Value))
            .Select(link => link.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !Leads(page.Key, target))
            .Select(target => $"{page.Key}: {target}"))];
        Assert.IsEmpty(dead, string.Join('\n', dead));
    }

    [TestMethod]
    public void EverySectionThatIsNamedByNumberExists()
    {
        IEnumerable<string> pages = Pages.All.Keys.Select(page => Path.Combine(Pages.Root, page));
        string[] sources = [.. pages, .. Sources("*.cs"), .. Sources("*.js")];
        string[] dead = [.. sources.SelectMany(file => Section().Matches(File.ReadAllText(file))
            .Where(named => !Numbers(named.Groups[1].Value).Contains(named.Groups[2].Value))
            .Select(named => $"{file}: {named.Value}"))];
        Assert.IsEmpty(dead, string.Join('\n', dead));
        CollectionAssert.Contains(Numbers("PROTOCOL").ToArray(), "9.1");
    }

    private static IEnumerable<string> Sources(string pattern) =>
        new[] { "Firmware", "Firmware.Tests", "boards", "tools" }.SelectMany(folder => Directory.EnumerateFiles(
            Path.Combine(Pages.Root, folder), pattern, SearchOption.AllDirectories));

    private static bool Leads(string page, string target)
    {
        string[] parts = target.Split('#');
        string from = Path.GetDirectoryName(page)!;
        string full = parts[0].Length == 0 ? Path.Combine(Pages.Root, page)
            : Path.GetFullPath(Path.Combine(Pages.Root, from, parts[0]));
        if (parts.Length == 1 || !File.Exists(full))
        {
            return parts.Length == 1 && (File.Exists(full) || Directory.Exists(full));
        }

        return Headings(Path.GetRelativePath(Pages.Root, full).Replace('\\', '/')).Any(heading => Anchor(heading) == parts[1]);
    }

    private static IEnumerable<string> Headings(string page)
    {
        bool code = false;
        foreach (string line in Pages.All[page])
        {
            code ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!code && line.StartsWith('#'))
            {
                yield return line.TrimStart('#').Trim();
            }
        }
    }

    /// <summary>As GitHub makes it: lower case, letters, digits, dashes and underscores alone, blanks as dashes.</summary>
    private static string Anchor(string heading) => NotInAnchors().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    private static IEnumerable<string> Numbers(string page) => Headings($"Firmware/{page}.md")
        .Select(heading => heading.Split(' ')[0].TrimEnd('.'));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex(@"\b(PROTOCOL|DESIGN|SECURITY)\.md(?:\]\([^)]*\))?,?\s(?:///\s|//\s)?(?:section\s)?(\d+(?:\.\d+)*)\b")]
    private static partial Regex Section();
}
