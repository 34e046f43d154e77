using System.CommandLine;
using Sealcam.Host;
using Sealcam.Tool.Terminals;

namespace Sealcam.Tool.Commands;

/// <summary><c>sealcam console</c>: the technician's console of a board on a serial port, or of a simulated one.</summary>
internal static class ConsoleCommand
{
    public static Command Create()
    {
        var port = new Argument<string?>("PORT") { Description = "Serial port of the board.", Arity = ArgumentArity.ZeroOrOne };
        var board = new Option<string?>("--board") { Description = "host: a simulated board instead of a port." };
        board.AcceptOnlyFromAmong("host");
        Option<DirectoryInfo> data = DataFolderOption.Create();
        var fresh = new Option<bool>("--fresh") { Description = "With --board host: a new camera, without Wi-Fi and settings." };
        var pty = new Option<bool>("--pty") { Description = "With --board host: serve it on a pseudo-terminal, and name that." };
        var script = new Option<FileInfo?>("--script") { Description = "Carry out this file; ends with its first error's code." };
        var log = new Option<FileInfo?>("--log") { Description = "Append what the board says to this file." };
        Option<TimeSpan> patience = OptionParsers.Span("--timeout", "With --script: longest time for one line.",
            TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(1));
        var mint = new Option<bool>("--new-passphrase") { Description = "Print a new passphrase for a label, and nothing else." };
        var command = new Command("console", "Open the console of a board, or of a simulated one.")
        {
            port, board, data, fresh, pty, script, log, patience, mint,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(mint))
            {
                Console.WriteLine(HostPassphrase.Make());
                return ExitCode.Ok;
            }

            bool simulated = parsed.GetValue(board) != null;
            if (simulated == (parsed.GetValue(port) != null))
            {
                throw new UsageException("console takes a port, or --board host, and not both.");
            }

            IReadOnlyList<ScriptLine>? lines = parsed.GetValue(script) is { } file
                ? ScriptLine.Parse(await File.ReadAllLinesAsync(file.FullName, cancel)) : null;
            using var kept = new SessionLog(parsed.GetValue(log));
            if (!simulated)
            {
                using var serial = new SerialLine(parsed.GetValue(port)!, Say);
                return Talk(serial, kept, lines, parsed.GetValue(patience), cancel);
            }

            await using SimulatedBoard one = await SimulatedBoard.StartAsync(parsed.GetValue(data)!, parsed.GetValue(fresh),
                cancel);
            Say($"a simulated camera; its label says {one.Passphrase}");
            using var line = new BoardLine(one.Port);
            int exit = parsed.GetValue(pty) ? await ServeAsync(one, cancel)
                : Talk(line, kept, lines, parsed.GetValue(patience), cancel);
            return one.Fault is { } fault ? throw new HostException(fault.Message, fault) : exit;
        });
        return command;
    }

    private static int Talk(ILine line, SessionLog log, IReadOnlyList<ScriptLine>? script, TimeSpan patience,
        CancellationToken cancel)
    {
        if (script != null)
        {
            return new ScriptRunner(line, log, Console.Out, patience).Run(script, cancel);
        }

        Say($"{line.Name}; Ctrl-] ends");
        return new Interactive(line, log).Run(cancel);
    }

    private static async Task<int> ServeAsync(SimulatedBoard board, CancellationToken cancel)
    {
        using var pty = new PtyLine(board.Port);
        pty.Start();
        Console.WriteLine(pty.Name);
        try
        {
            await Task.Delay(Timeout.Infinite, cancel);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how it ends.
        }

        return ExitCode.Ok;
    }

    private static void Say(string sentence) => Console.Error.Write($"[sealcam: {sentence}]\r\n");
}
