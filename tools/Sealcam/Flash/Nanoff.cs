using System.Text.RegularExpressions;

namespace Sealcam.Tool.Flashing;

/// <summary>Finds nanoff, nanoFramework's flashing program, and judges its version.</summary>
internal static partial class Nanoff
{
    public const string Program = "nanoff";

    /// <summary>
    /// The major version whose command line this program speaks. nanoff 3 (preview since August 2026) has verbs in the place of
    /// options, and refuses these.
    /// </summary>
    public const int Major = 2;

    /// <summary>Without a version 'dotnet tool' takes the newest, which may be of another major.</summary>
    public const string InstallCommand = "dotnet tool install -g nanoff --version \"2.*\"";

    /// <summary>Also goes back from a newer major.</summary>
    public const string UpdateCommand = "dotnet tool update -g nanoff --version \"2.*\" --allow-downgrade";

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

        return version.Major > Major
                ? $"nanoff {version} has another command line: this program speaks that of nanoff {Major}. Run: {UpdateCommand}"
            : version >= FlashPins.NanoffLeast ? null
            : $"nanoff {version} is too old: files cannot be written to firmware {FlashPins.Firmware} with it, it takes "
                + $"{FlashPins.NanoffLeast} or newer. Run: {UpdateCommand}";
    }

    [GeneratedRegex(@"\d+\.\d+\.\d+")]
    private static partial Regex VersionText();
}
