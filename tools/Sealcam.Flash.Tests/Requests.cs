using Sealcam.Tool.Flashing;
using Sealcam.Tool.Terminals;

namespace Sealcam.Tool.Tests;

/// <summary>Requests and runs for tests.</summary>
internal static class Requests
{
    public const string Port = "/dev/ttyUSB7";

    public static FlashBoard Board(string name) => FlashBoard.All.Single(board => board.Name == name);

    /// <summary>All that can be asked for, but erasing.</summary>
    public static FlashRequest Full(FlashBoard board) => new()
    {
        Board = board, Port = Port, Firmware = FlashPins.Firmware, Image = "/tmp/app it's.bin",
        ClrFile = board.NeedsDvp ? "/tmp/nanoCLR.bin" : null,
        Files = [ServerSettings.Make(null, ServerSettings.Parse("https://ingest.example.org:8444"), true)],
        Wifi = WifiNetwork.Check("work shop", "ladder-and-gloves", false),
    };

    /// <summary>Carries a request out with the stand-in.</summary>
    public static int Run(FlashRequest request, StandIn nanoff, out string? fault, Func<ILine>? console = null,
        List<string>? hands = null, StringWriter? shown = null)
    {
        using var view = new FlashView(shown ?? new StringWriter(), live: false);
        var means = new FlashMeans
        {
            NanoffPath = nanoff.Program,
            View = view,
            Hand = what => hands?.Add(what),
            Console = console,
            Patience = TimeSpan.FromSeconds(3),
            Pause = TimeSpan.Zero,
        };
        return new FlashRunner(request, means).Run(out fault, CancellationToken.None);
    }

    /// <summary>The commands of a dry run, as a shell would read them.</summary>
    public static IReadOnlyList<string> DryLines(FlashRequest request)
    {
        var output = new StringWriter();
        DryRun.Print(request, output);
        return output.ToString().TrimEnd('\n').Split('\n');
    }
}
