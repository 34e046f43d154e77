using System.CommandLine;
using Sealcam.Tool.Flashing;

namespace Sealcam.Tool.Commands;

/// <summary><c>sealcam flash</c>: firmware, application, files and Wi-Fi of a board in one go, through nanoff.</summary>
internal static class FlashCommand
{
    public static Command Create()
    {
        var options = new FlashOptions();
        var command = new Command("flash", "Put firmware, application, files and Wi-Fi onto a board, through nanoff.");
        command.Arguments.Add(options.Board);
        foreach (Option option in options.All)
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancel) => Task.Run(() => Run(options, parsed, cancel), cancel));
        return command;
    }

    private static int Run(FlashOptions options, ParseResult parsed, CancellationToken cancel)
    {
        bool dry = parsed.GetValue(options.Dry);
        FlashRequest request = options.Request(parsed, out IReadOnlyList<string> notes);
        foreach (string note in notes)
        {
            (dry ? Console.Out : Console.Error).WriteLine($"# {note}");
        }

        if (dry)
        {
            DryRun.Print(request, Console.Out);
            return ExitCode.Ok;
        }

        string? nanoff = Nanoff.Find(Environment.GetEnvironmentVariable("PATH"),
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
        if (nanoff == null)
        {
            Console.Error.WriteLine($"sealcam: nanoff is not installed. Run: {Nanoff.InstallCommand}");
            return ExitCode.Environment;
        }

        if (request.Erase && !parsed.GetValue(options.YesErase))
        {
            FlashPrompts.ConfirmErase(request.Board.Name);
        }

        using var view = new FlashView(Console.Error, !Console.IsErrorRedirected);
        var means = new FlashMeans
        {
            NanoffPath = nanoff,
            View = view,
            Hand = what => FlashPrompts.Hand(what, cancel),
            Console = options.Console(parsed),
            Patience = parsed.GetValue(options.Patience),
        };
        try
        {
            int exit = new FlashRunner(request, means).Run(out string? fault, cancel);
            Console.Error.WriteLine(fault == null ? $"{request.Board.Name} is flashed." : $"sealcam: {fault}");
            return exit;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("sealcam: stopped; the board may be half written. Run the same command again.");
            return ExitCode.Lost;
        }
    }
}
