[assembly: Parallelize(Scope = ExecutionScope.ClassLevel)]

namespace Sealcam.Verify.Tests;

/// <summary>Where the sources are: tests hold page and code against each other.</summary>
internal static class Tree
{
    public static string Root { get; } = Find();

    public static string Vectors => Path.Combine(Root, "Firmware.Tests", "Vectors");

    public static string ProtocolPage { get; } = File.ReadAllText(Path.Combine(Root, "Firmware", "PROTOCOL.md"));

    /// <summary>The text of a numbered section, up to the next heading of the same or a higher level.</summary>
    public static string Section(string number)
    {
        string[] lines = ProtocolPage.Split('\n');
        int level = number.Contains('.') ? 3 : 2;
        string heading = new string('#', level) + " " + number + (level == 2 ? ". " : " ");
        int start = Array.FindIndex(lines, line => line.StartsWith(heading, StringComparison.Ordinal));
        Assert.IsGreaterThanOrEqualTo(0, start, $"PROTOCOL.md has no section {number}.");
        // A line of a script may begin with a single '#'; only headings of the page have two or more.
        int end = Array.FindIndex(lines, start + 1, line => line.StartsWith("##", StringComparison.Ordinal)
            && line.TakeWhile(c => c == '#').Count() <= level);
        return string.Join('\n', lines[start..(end < 0 ? lines.Length : end)]);
    }

    /// <summary>The first fenced block of that kind.</summary>
    public static string Block(string section, string kind)
    {
        int start = section.IndexOf($"\n```{kind}\n", StringComparison.Ordinal) + kind.Length + 5;
        return section[start..section.IndexOf("\n```", start, StringComparison.Ordinal)] + "\n";
    }

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Versions.props")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("The tests must run within the source tree.");
    }
}
