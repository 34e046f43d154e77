namespace Sealcam.Tool.Tests.Support;

/// <summary>The documents of the source tree.</summary>
internal static class Pages
{
    private static readonly string[] Aside = [".git", "bin", "obj"];

    public static string Root { get; } = Find();

    /// <summary>Every Markdown file: its path below the root, with slashes, and its lines.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } = Below(Root)
        .ToDictionary(file => Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllLines);

    private static IEnumerable<string> Below(string folder) => Directory.GetFiles(folder, "*.md").Concat(
        Directory.GetDirectories(folder).Where(one => !Aside.Contains(Path.GetFileName(one))).SelectMany(Below));

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder != null && !File.Exists(Path.Combine(folder, "Versions.props")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("The tests must run within the source tree.");
    }
}
