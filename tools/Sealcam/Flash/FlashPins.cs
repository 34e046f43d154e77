using System.Reflection;

namespace Sealcam.Tool.Flashing;

/// <summary>The native half of a library, as firmware declares it and packages ask for it.</summary>
/// <param name="Name">"System.Net".</param>
/// <param name="Version">"100.2.0.14".</param>
/// <param name="Checksum">"0x8EFB9944": what the runtime compares.</param>
internal sealed record NativeAssembly(string Name, string Version, string Checksum);

/// <summary>The versions of Versions.props that this program was built with.</summary>
internal static class FlashPins
{
    /// <summary>The native half of the DVP driver (Firmware/Esp32/Native/Cpp).</summary>
    public static readonly NativeAssembly Dvp = new("Sealcam.Esp32.Dvp", "100.1.0.0", "0xF6C328F4");

    /// <summary>Firmware that goes with the packages.</summary>
    public static Version Firmware { get; } = Version.Parse(Value("NanoFirmware"));

    /// <summary>The oldest nanoff that can write files to that firmware.</summary>
    public static Version NanoffLeast { get; } = Version.Parse(Value("NanoffLeast"));

    /// <summary>What the packages ask of the firmware.</summary>
    public static IReadOnlyList<NativeAssembly> Natives { get; } =
    [
        .. Value("NanoNative").Split(';').Select(one => one.Split(','))
            .Select(parts => new NativeAssembly(parts[0], parts[1], parts[2])),
    ];

    /// <summary>
    /// The firmware to write. Refuses what cannot run the packages: older than the pin, or of another major version, whose
    /// programs have another format.
    /// </summary>
    /// <param name="asked">What the user asks for; null for the pin.</param>
    /// <param name="warning">A sentence if the version is newer than what was checked; else null.</param>
    /// <exception cref="UsageException">Refused; the sentence says why.</exception>
    public static Version Choose(string? asked, out string? warning)
    {
        warning = null;
        if (asked == null)
        {
            return Firmware;
        }

        if (!Version.TryParse(asked, out Version? version) || version.Revision < 0)
        {
            throw new UsageException($"--fwversion takes four numbers such as {Firmware}, not '{asked}'.");
        }

        if (version < Firmware)
        {
            throw new UsageException($"Firmware {version} is older than {Firmware}, which the application's packages "
                + $"need: its native "
                + "libraries do not match, and the runtime would not start the application.");
        }

        if (version.Major != Firmware.Major)
        {
            throw new UsageException($"Firmware {version} runs applications of nanoFramework {version.Major}.x only; this one is "
                + $"{Firmware.Major}.x.");
        }

        warning = version > Firmware
            ? $"Firmware {version} is newer than {Firmware}, which the packages were checked against; the native "
                + $"libraries are compared "
                + "before files are written."
            : null;
        return version;
    }

    private static string Value(string key) => typeof(FlashPins).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
