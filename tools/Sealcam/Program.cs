using System.CommandLine;
using Sealcam.Host;
using Sealcam.Ingest;
using Sealcam.Tool.Commands;

namespace Sealcam.Tool;

/// <summary>
/// The one host command of the project: <c>sealcam run | ingest | verify | provision | console | flash | emulator-tests |
/// bench-requests | fleet | console-fuzz | faults</c>.
/// </summary>
public static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        var root = new RootCommand("Sealcam: camera stills that prove which camera took them, when, and in what order.")
        {
            RunCommand.Create(),
            IngestCommand.Create(),
            VerifyCommand.Create(),
            ProvisionCommand.Create(),
            Commands.ConsoleCommand.Create(),
            FlashCommand.Create(),
            EmulatorTestsCommand.Create(),
            RequestBenchCommand.Create(),
            FleetCommand.Create(),
            ConsoleFuzzCommand.Create(),
            FaultsCommand.Create(),
        };
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (string sentence in parsed.Errors.Select(error => error.Message).Distinct())
            {
                Console.Error.WriteLine($"sealcam: {sentence}");
            }

            Console.Error.WriteLine("Try 'sealcam --help', or '--help' behind a command.");
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = Goodbye(parsed.CommandResult.Command.Name),
            });
        }
        catch (UsageException fault)
        {
            Console.Error.WriteLine($"sealcam: {fault.Message}");
            return ExitCode.Usage;
        }
        catch (Exception fault) when (fault is IngestException or HostException or CameraException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"sealcam: {fault.Message}");
            return ExitCode.Environment;
        }
    }

    /// <summary>
    /// How long a command may go on after Ctrl-C. A run ships what its cameras keep and counts what arrived; a server lets
    /// requests end, each within bounds of its own. Cut off, they would end without a word and with stills in RAM.
    /// </summary>
    private static TimeSpan Goodbye(string command) =>
        command is "run" or "ingest" ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(2);
}
