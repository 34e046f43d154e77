using System.Text.RegularExpressions;

namespace Sealcam.Tool.Flashing;

/// <summary>Finds nanoff, nanoFramework's flashing program, and judges its version.</summary>
internal static partial class Nanoff
{
    public const string Program = "nanoff";
    public const string InstallCommand = "dotnet tool install -g nanoff";
    public const string UpdateCommand = "dotnet tool update -g nanoff";

    /// <summary>Path of the program: in PATH, else where 'dotnet tool' puts it. Null if it is not there.</summary>
    /// <param name="path">The variable PATH.</param>
    /// <param name="home">The user's folder; null to look in PATH only.</param>
    public static string? Find(string? path, string? home)
    {
        string[] names = OperatingSystem.IsWindows() ? [Program + ".exe", Program + ".cmd"] : [Program];
        IEnumerable<string> folders = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Concat(home == null ? [] : [Path.Combine(home, ".dotnet", "tools")])
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>What is wrong with the version that nanoff says; null if nothing is.</summary>
    public static string? VersionFault(string said)
    {
        Match match = VersionText().Match(said);
        if (!match.Success || !Version.TryParse(match.Value, out Version? version))
        {
            return $"nanoff does not say its version; install it anew: {UpdateCommand}";
        }

        return version >= FlashPins.NanoffLeast ? null
            : $"nanoff {version} is too old: files cannot be written to firmware {FlashPins.Firmware} with it, it takes "
                + $"{FlashPins.NanoffLeast} or newer. Run: {UpdateCommand}";
    }

    [GeneratedRegex(@"\d+\.\d+\.\d+")]
    private static partial Regex VersionText();
}
