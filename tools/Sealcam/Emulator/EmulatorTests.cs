using System.Diagnostics;

namespace Sealcam.Tool.Emulator;

/// <summary>Builds the firmware's tests for nanoFramework and runs them through the <c>nanoclr</c> tool.</summary>
internal static class EmulatorTests
{
    private const string Install = "Install the emulator with: dotnet tool install --global nanoclr";

    public static async Task<int> RunAsync(DirectoryInfo? tree, DirectoryInfo? built, string emulator, CancellationToken cancel)
    {
        if (FindCommand(emulator) is not string command)
        {
            return Environment($"The emulator '{emulator}' is not on the PATH. {Install}");
        }

        if (built is not null)
        {
            return await RunOneAsync(command, built.FullName, cancel);
        }

        string? root = tree?.FullName ?? FindTree(Directory.GetCurrentDirectory());
        if (root is null)
        {
            return Environment("No nf.sln in this folder or above it; say where the project is with --tree.");
        }

        // One test assembly a room, each of the same name, so each in a run of its own.
        int worst = ExitCode.Ok;
        foreach (string project in Directory.GetFiles(Path.Combine(root, "Firmware.Tests"), "*Tests.csproj", SearchOption.AllDirectories))
        {
            (int exit, string text) = await CaptureAsync("dotnet", ["build", project, "-p:Nano=true", "-v:minimal"], cancel);
            if (exit != 0)
            {
                return Environment($"{Path.GetFileName(project)} does not build for nanoFramework:\n{text}");
            }

            string? folder = NewestOutput(Path.Combine(Path.GetDirectoryName(project)!, "bin", "nano"));
            worst = Math.Max(worst, await RunOneAsync(command, folder, cancel));
        }

        return worst;
    }

    private static async Task<int> RunOneAsync(string command, string? folder, CancellationToken cancel)
    {
        string[] images = folder is null ? [] : Directory.GetFiles(folder, "*.pe");
        if (images.Length == 0)
        {
            return Environment("The build made no .pe files: it ran with the stand-in SDK, which only compiles. "
                + "Restore nanoFramework.NET.Sdk from nuget.org for a build that runs.");
        }

        int expected = TestCount.Of(Path.Combine(folder!, TestCount.AssemblyFile));
        (_, string output) = await CaptureAsync(command, ["run", "--assemblies", .. images.Order(StringComparer.Ordinal)], cancel);
        Console.WriteLine(output.TrimEnd());
        return Judge(EmulatorOutput.Read(output), expected);
    }

    /// <summary>By the lines and their count: the stock emulator exits 0 in silence after an unhandled exception.</summary>
    internal static int Judge(EmulatorOutput output, int expected)
    {
        int missing = expected - output.Passed - output.Failed - output.Skipped;
        if (missing > 0)
        {
            Console.WriteLine($"{missing} of {expected} tests said nothing: the emulator stopped early.");
        }

        Console.WriteLine($"{output.Passed} passed, {output.Failed + Math.Max(missing, 0)} failed, {output.Skipped} skipped");
        return output.Failed == 0 && missing <= 0 && output.Passed > 0 ? ExitCode.Ok : ExitCode.Lost;
    }

    private static int Environment(string sentence)
    {
        Console.Error.WriteLine($"sealcam: {sentence}");
        return ExitCode.Environment;
    }

    private static string? FindTree(string from)
    {
        for (DirectoryInfo? folder = new(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "nf.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    private static string? NewestOutput(string bin) => !Directory.Exists(bin)
        ? null
        : Directory.GetFiles(bin, TestCount.AssemblyFile, SearchOption.AllDirectories)
            .OrderByDescending(File.GetLastWriteTimeUtc).Select(Path.GetDirectoryName).FirstOrDefault();

    private static string? FindCommand(string name)
    {
        if (name.Contains(Path.DirectorySeparatorChar))
        {
            return File.Exists(name) ? name : null;
        }

        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ""] : [""];
        string paths = System.Environment.GetEnvironmentVariable("PATH") ?? "";
        return paths.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending)))
            .FirstOrDefault(File.Exists);
    }

    private static async Task<(int Exit, string Text)> CaptureAsync(string command, string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start) ?? throw new IOException($"'{command}' cannot be started.");
        Task<string> error = process.StandardError.ReadToEndAsync(cancel);
        string output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, output + await error);
    }
}
