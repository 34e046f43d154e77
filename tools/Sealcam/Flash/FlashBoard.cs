using System.Reflection;
using System.Text.Json;

namespace Sealcam.Tool.Flashing;

/// <summary>What flashing needs to know of a board: the file board.json of its folder, built into this program.</summary>
/// <param name="Name">Name of the folder under boards/.</param>
/// <param name="Project">Project file in that folder.</param>
/// <param name="Application">Name of the application's assembly; its image is that with ".bin".</param>
/// <param name="Target">nanoFramework's name of the firmware.</param>
/// <param name="DeployAddress">
/// Where the application's partition begins ("0x1E0000"). nanoff takes 0x1B0000 for every ESP32 when none is given (its
/// Esp32Firmware.cs); on classic ESP32 that is inside the firmware.
/// </param>
/// <param name="Firmware">"stock", or "dvp" for the image with the DVP driver.</param>
/// <param name="ConsoleBaud">Of the technician's console.</param>
/// <param name="ToFlash">What a hand must do before the boot loader answers; null if the board resets itself.</param>
/// <param name="ToRun">What a hand must do before the firmware runs; null if the board resets itself.</param>
internal sealed record FlashBoard(string Name, string Project, string Application, string Target, string DeployAddress,
    string Firmware, int ConsoleBaud, string? ToFlash = null, string? ToRun = null)
{
    /// <summary>
    /// ESP32's firmware for chips from revision 3 on, and the one for older chips: the boot loader of the first stops on them
    /// (nf-interpreter: sdkconfig.default_rev3.esp32, CONFIG_ESP32_REV_MIN_3). Both lay the flash out the same.
    /// </summary>
    private const string NewChip = "ESP32_PSRAM_REV3", OldChip = "ESP32_PSRAM_REV0";

    private const string Prefix = "board/", Suffix = "/board.json";

    /// <summary>The same board with a chip before revision 3; null where there is none.</summary>
    public FlashBoard? Old => Target == NewChip ? this with { Target = OldChip } : null;

    public bool NeedsDvp => Firmware == "dvp";

    /// <summary>All boards, by name.</summary>
    public static IReadOnlyList<FlashBoard> All { get; } =
        [.. ResourceNames().Select(Read).OrderBy(board => board.Name, StringComparer.Ordinal)];

    private static IEnumerable<string> ResourceNames() =>
        typeof(FlashBoard).Assembly.GetManifestResourceNames().Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal));

    private static FlashBoard Read(string name)
    {
        Assembly assembly = typeof(FlashBoard).Assembly;
        string kept = assembly.GetManifestResourceNames().Single(one => one.Replace('\\', '/') == name);
        using Stream stream = assembly.GetManifestResourceStream(kept)!;
        return JsonSerializer.Deserialize<FlashBoard>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidDataException($"{name} is empty");
    }
}
