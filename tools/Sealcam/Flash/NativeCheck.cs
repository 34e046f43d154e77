using System.Text.RegularExpressions;

namespace Sealcam.Tool.Flashing;

/// <summary>Compares the native libraries that the firmware on the board names with those that the application needs.</summary>
internal static partial class NativeCheck
{
    /// <summary>What does not fit, a sentence; null if all does.</summary>
    /// <param name="details">What nanoff --nanodevice --devicedetails says.</param>
    /// <param name="wanted">What the application needs.</param>
    public static string? Fault(string details, IEnumerable<NativeAssembly> wanted)
    {
        var found = new Dictionary<string, NativeAssembly>();
        foreach (Match match in Line().Matches(details))
        {
            string name = match.Groups[1].Value;
            found[name] = new NativeAssembly(name, match.Groups[2].Value, match.Groups[3].Value);
        }

        if (found.Count == 0)
        {
            return "The board does not name its native libraries, so nobody knows whether the application starts: "
                + "press its reset "
                + "button, and run the same command again.";
        }

        string[] faults = [.. wanted.Select(one => Difference(one, found.GetValueOrDefault(one.Name))).OfType<string>()];
        return faults.Length == 0 ? null
            : $"The firmware on the board does not fit the application, which would not start: {string.Join("; ", faults)}. "
                + $"Flash firmware {FlashPins.Firmware}.";
    }

    private static string? Difference(NativeAssembly wanted, NativeAssembly? found) =>
        found == null ? $"it has no {wanted.Name}"
        : found.Checksum.Equals(wanted.Checksum, StringComparison.OrdinalIgnoreCase) ? null
        : $"it has {wanted.Name} {found.Version} ({found.Checksum}) in the place of {wanted.Version} ({wanted.Checksum})";

    [GeneratedRegex(@"(\S+) v([0-9.]+), checksum (0x[0-9A-Fa-f]{8})")]
    private static partial Regex Line();
}
