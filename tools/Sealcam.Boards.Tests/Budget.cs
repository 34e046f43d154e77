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

    /// <summary>Drive I: by target: nf-interpreter:targets/ESP32/_IDF/*/partitions_nanoclr_{4,8}mb.csv, "config".</summary>
    private static readonly Dictionary<string, int> Partition = new()
    {
        ["ESP32_PSRAM_REV3"] = 0x40000,
        ["ESP32_S3_OCTAL"] = 0x200000,
    };

    /// <summary>Drive I: as the board's target has it.</summary>
    public int PartitionOfTarget { get; } = Partition[board.Row()[6]];

    /// <summary>Bytes of drive I: for kept stills, with as many stills as the settings' default asks for.</summary>
    public int InternalStorage { get; } = StorageRoom.Of(board.Constant("PartitionBytes"), new Settings().StorageStills);

    /// <summary>
    /// The agent and its buffers but for the outbox's blocks, the shelf's index of the default size included: what
    /// Firmware.Tests/Outbox/StorageFootprintTests.cs holds it to.
    /// </summary>
    public static int AgentBytes { get; } = HeldTo("Outbox", "StorageFootprintTests.cs");

    /// <summary>What the index grows by if a person sets storage-stills to its maximum.</summary>
    public static int IndexMost => (Settings.StorageStillsMost - new Settings().StorageStills) * ShelfIndex.EntryBytes;

    /// <summary>
    /// The console with its tables of commands and settings, what Firmware.Tests/Console/ConsoleFootprintTests.cs holds it to,
    /// and the port's buffer.
    /// </summary>
    public static int ConsoleBytes { get; } = HeldTo("Console", "ConsoleFootprintTests.cs") + SerialReceive;

    /// <summary>SerialConsolePort.cs, ReceiveBytes.</summary>
    public const int SerialReceive = 1024;

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

    public int ManagedLeft => ManagedHeap - Outbox - AgentBytes - IndexMost - ConsoleBytes;

    public int LargestStill => new[] { Outbox, Limits.StillBytes, board.IsNative ? Frame : int.MaxValue }.Min();

    private static int HeldTo(string folder, string test) => 1024 * int.Parse(
        Regex.Match(Repository.Read("Firmware.Tests", folder, test), @"int Budget = (\d+) \* 1024;").Groups[1].Value);

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
        rows.Add(("- agent, its buffers and the index of stored stills, at most", AgentBytes));
        rows.Add(("- more index, with `storage-stills` at its maximum", IndexMost));
        rows.Add(("- console, at most", ConsoleBytes));
        rows.Add(("- left for code, tables, sockets", ManagedLeft));
        rows.Add(("largest still", LargestStill));
        rows.Add(("flash: drive I:", PartitionOfTarget));
        rows.Add(("- of it for kept stills, at most", InternalStorage));
        return "| what | bytes |\n|---|---:|\n"
            + string.Concat(rows.Select(row => FormattableString.Invariant($"| {row.What} | {row.Bytes:N0} |\n")));
    }
}
