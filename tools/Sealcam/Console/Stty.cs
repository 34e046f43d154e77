using System.Diagnostics;

namespace Sealcam.Tool.Terminals;

/// <summary>The system's stty, which knows every Unix's terminal settings.</summary>
internal static class Stty
{
    /// <summary>Runs stty on a terminal, or on this process's own if the name is null. Returns what it says.</summary>
    /// <exception cref="IOException">There is no stty, or it refuses.</exception>
    public static string Run(string? terminal, params string[] arguments)
    {
        // All three redirected: after a child that shares the terminal the runtime puts its own settings back.
        var start = new ProcessStartInfo("stty")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(OperatingSystem.IsMacOS() ? "-f" : "-F");
        start.ArgumentList.Add(terminal ?? "/dev/tty");
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using Process process = Process.Start(start)!;
            string said = process.StandardOutput.ReadToEnd().Trim();
            string complaint = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? said : throw new IOException($"stty: {complaint}");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new IOException($"stty cannot be run: {e.Message}", e);
        }
    }
}
