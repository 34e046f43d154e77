using System.Runtime.CompilerServices;

namespace Sealcam.Boards.Tests;

/// <summary>Where the source lies that these tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
