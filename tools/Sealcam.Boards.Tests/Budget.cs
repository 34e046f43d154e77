using System.Text.RegularExpressions;

namespace Sealcam.Boards.Tests;

/// <summary>Where a board's memory goes, in bytes, from named constants; the table of its README is made of this.</summary>
internal sealed class Budget(BoardFolder board)
{
    /// <summary>Two record buffers of 16,384 and what a record has around it (nanoframework/Home issue 792).</summary>
    private const int TlsBuffers = 2 * 16717;

    /// <summary>The largest leaf of a contiguous managed array that any code may ask for.</summary>
    public const int ArrayMost = 65536;

    /// <summary>Managed heap that kept stills must leave to types, tables, sockets and strings.</summary>
    public const int ManagedRest = 512 * 1024;

    /// <summary>What Wi-Fi and lwIP may take of the reserve (CONFIG_SPIRAM_TRY_ALLOCATE_WIFI_LWIP).</summary>
    private const int WifiMost = 200 * 1024;

    // nf-interpreter:targets/ESP32/defconfig, CONFIG_ESP32_RESERVE_SPIRAM_IDF_ALLOCATION_BYTES.
    private static readonly Dictionary<string, int> StockReserve = new()
    {
        ["ESP32_PSRAM_REV3"] = 262144,
        ["ESP32_S3_OCTAL"] = 1048576,
    };

    public int Psram { get; } = board.Constant("PsramBytes");

    public int Outbox { get; } = board.Constant("OutboxBytes");

    /// <summary>esp32-camera's buffer for a JPEG frame: a fifth of a byte a pixel; a managed driver has none.</summary>
    public int Frame { get; } = board.IsNative ? board.Constant("Width") * board.Constant("Height") / 5 : 0;

    public int Reserve { get; } = board.IsNative
        ? int.Parse(Regex.Match(Repository.Read("Firmware", "Esp32", "Native", "Build", board.Name + ".conf"),
            @"^CONFIG_ESP32_RESERVE_SPIRAM_IDF_ALLOCATION_BYTES=(\d+)$", RegexOptions.Multiline).Groups[1].Value)
        : StockReserve[board.Row()[6]];

    public int ManagedHeap => Psram - Reserve;

    public int ReserveLeft => Reserve - Frame - TlsBuffers - WifiMost;

    public int ManagedLeft => ManagedHeap - Outbox;

    public int LargestStill => new[] { Outbox, Limits.StillBytes, board.IsNative ? Frame : int.MaxValue }.Min();

    /// <summary>The table as README.md has it.</summary>
    public string Table()
    {
        var rows = new List<(string What, int Bytes)>
        {
            ("PSRAM that the chip maps", Psram),
            ("reserve of the firmware, outside the managed heap", Reserve),
        };
        if (board.IsNative)
        {
            rows.Add(($"- frame buffer, {board.Constant("Width")} x {board.Constant("Height")} / 5", Frame));
        }

        rows.Add(("- one TLS connection", TlsBuffers));
        rows.Add(("- Wi-Fi and lwIP, at most", WifiMost));
        rows.Add(("- left of the reserve", ReserveLeft));
        rows.Add(("managed heap", ManagedHeap));
        rows.Add(("- kept stills", Outbox));
        rows.Add(("- left for code, tables, sockets", ManagedLeft));
        rows.Add(("largest still", LargestStill));
        return "| what | bytes |\n|---|---:|\n"
            + string.Concat(rows.Select(row => FormattableString.Invariant($"| {row.What} | {row.Bytes:N0} |\n")));
    }
}
