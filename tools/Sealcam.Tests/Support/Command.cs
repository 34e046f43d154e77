using System.Diagnostics;

namespace Sealcam.Tool.Tests.Support;

/// <summary>Runs the real command in a process of its own, as a user or a script does.</summary>
internal sealed record Command(int Exit, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Command Run(params string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
        }

        return new Command(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Starts it and leaves it running; its output goes nowhere unless it is read.</summary>
    public static Process Start(params string[] arguments) => Start("dotnet", [Assembly, .. arguments]);

    /// <summary>
    /// The same, and Ctrl-C reaches it: whoever runs these tests in the background of a script has SIGINT ignored, and so has
    /// every process below.
    /// </summary>
    public static Process StartInForeground(params string[] arguments) =>
        Start("env", ["--default-signal=INT", "dotnet", Assembly, .. arguments]);

    private static string Assembly => Path.Combine(AppContext.BaseDirectory, "sealcam.dll");

    private static Process Start(string program, string[] arguments)
    {
        return Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
