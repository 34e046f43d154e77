using System.CommandLine;
using Sealcam.Host;
using Sealcam.Ingest;
using Sealcam.Tool.Commands;

namespace Sealcam.Tool;

/// <summary>
/// The one host command of the project: <c>sealcam run | ingest | verify | provision | flash | console | fleet | faults |
/// emulator-tests | bench-requests</c>.
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
            ConsoleFuzzCommand.Create(),
            FlashCommand.Create(),
            EmulatorTestsCommand.Create(),
            RequestBenchCommand.Create(),
            FleetCommand.Create(),
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
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
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
}
