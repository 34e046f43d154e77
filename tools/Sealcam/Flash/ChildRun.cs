using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Sealcam.Tool.Flashing;

/// <summary>Runs a program to its end and hands on what it prints, line by line.</summary>
internal static partial class ChildRun
{
    /// <summary>Longest time for one program: a slow download and a slow port, with room.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <param name="program">Path of the program.</param>
    /// <param name="arguments">Passed as they are, without a shell.</param>
    /// <param name="folder">Folder that it is started in; null for this process's.</param>
    /// <param name="line">Gets each line, from more than one thread but never two at a time.</param>
    /// <param name="cancel">Stops the program.</param>
    /// <exception cref="IOException">It cannot be started, or does not end.</exception>
    public static async Task<(int Status, string Said)> RunAsync(string program, IEnumerable<string> arguments, string? folder,
        Action<string> line, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? "",
        };
        var said = new StringBuilder();
        using Process process = Start(start);
        process.StandardInput.Close();
        process.OutputDataReceived += (_, data) => Take(data.Data);
        process.ErrorDataReceived += (_, data) => Take(data.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancel.ThrowIfCancellationRequested();
            throw new IOException($"{Path.GetFileName(program)} has not ended after {Longest.TotalMinutes} minutes "
                + $"and was stopped.");
        }

        return (process.ExitCode, said.ToString());

        void Take(string? text)
        {
            if (text != null)
            {
                text = Colour().Replace(text, "");  // in the midst of what is looked for
                lock (said)
                {
                    said.Append(text).Append('\n');
                    line(text);
                }
            }
        }
    }

    [GeneratedRegex("\x1b\\[[0-9;]*[A-Za-z]")]
    private static partial Regex Colour();

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new IOException($"{start.FileName} cannot be started: {e.Message}", e);
        }
    }
}
