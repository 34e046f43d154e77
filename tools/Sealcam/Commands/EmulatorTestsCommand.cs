using System.CommandLine;
using Sealcam.Tool.Emulator;

namespace Sealcam.Tool.Commands;

/// <summary><c>sealcam emulator-tests</c>: Firmware.Tests, built for nanoFramework, on its emulator.</summary>
internal static class EmulatorTestsCommand
{
    public static Command Create()
    {
        var tree = new Option<DirectoryInfo?>("--tree") { Description = "The project's folder; by default the one around this folder." };
        var built = new Option<DirectoryInfo?>("--built") { Description = "Folder with the built tests (.pe files); skips the build." };
        var emulator = new Option<string>("--emulator") { Description = "The emulator's command.", DefaultValueFactory = _ => "nanoclr" };
        var command = new Command("emulator-tests", "Build the firmware's tests for nanoFramework and run them on its emulator.")
        {
            tree, built, emulator,
        };
        command.SetAction((parsed, cancel) => EmulatorTests.RunAsync(
            parsed.GetValue(tree), parsed.GetValue(built), parsed.GetValue(emulator)!, cancel));
        return command;
    }
}
