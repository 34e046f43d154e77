using System.Diagnostics;

namespace Sealcam.Provision.Tests;

/// <summary>Runs the real command in a process of its own.</summary>
internal sealed record Command(int Exit, string Output, string Error)
{
    public static Command Run(params string[] arguments) => Finish(Start("dotnet", [Assembly, .. arguments]));

    /// <summary>The same with a umask that would let everybody read and write.</summary>
    public static Command RunOpenly(params string[] arguments) =>
        Finish(Start("sh", ["-c", "umask 000; exec dotnet \"$@\"", "sh", Assembly, .. arguments]));

    public static Process Start(params string[] arguments) => Start("dotnet", [Assembly, .. arguments]);

    private static string Assembly => Path.Combine(AppContext.BaseDirectory, "sealcam.dll");

    private static Process Start(string program, string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static Command Finish(Process process)
    {
        using (process)
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
            {
                process.Kill();
            }

            return new Command(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        }
    }
}
