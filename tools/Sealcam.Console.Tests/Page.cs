using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Tool.Tests;

/// <summary>The technician's page, Firmware/Agent/Console/README.md.</summary>
internal static class Page
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(Folder, "README.md"));

    /// <summary>The folder of the console's sources.</summary>
    public static string Folder
    {
        get
        {
            string? at = AppContext.BaseDirectory;
            while (at != null && !File.Exists(Path.Combine(at, "nf.sln")))
            {
                at = Path.GetDirectoryName(at);
            }

            return Path.Combine(at ?? throw new AssertFailedException("not within the repository"), "Firmware", "Agent", "Console");
        }
    }

    /// <summary>The cells of a table's rows, by the beginning of its heading.</summary>
    public static IEnumerable<string[]> Rows(string heading) =>
        Text.Split('\n').SkipWhile(line => !line.StartsWith(heading, StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim().Replace("\\", "")).ToArray());
}
