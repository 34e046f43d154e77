using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Sealcam.Stores.Tests;

/// <summary>
/// Programs that .NET does not bring. Where one is missing the tests that need it are skipped with a sentence; continuous
/// integration sets SEALCAM_NEED_TOOLS=1, and then it is a failure.
/// </summary>
internal static class Tools
{
    /// <summary>Starts a program that serves; its output goes to <paramref name="said"/>.</summary>
    public static Process Start(string program, IEnumerable<string> arguments, Action<string> said)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            Process process = Process.Start(start)!;
            process.OutputDataReceived += (_, line) => said(line.Data ?? "");
            process.ErrorDataReceived += (_, line) => said(line.Data ?? "");
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return process;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Missing($"This test needs '{program}': {e.Message}");
            throw;
        }
    }

    /// <summary>Installs what package.json in this folder of the test's output names.</summary>
    public static string Packages(string name)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, name);
        string said = "";
        string[] arguments = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--omit=optional", "--prefix", folder];
        using Process npm = Start("npm", arguments, line => said += line + "\n");
        npm.WaitForExit();
        if (npm.ExitCode != 0)
        {
            Missing($"npm cannot install what {name}/package.json names: {said}");
        }

        return folder;
    }

    /// <summary>A port that nobody listens at.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until somebody listens at the port, or the program ends.</summary>
    public static void Await(Process process, int port, Func<string> said)
    {
        var watch = Stopwatch.StartNew();
        while (!process.HasExited && watch.Elapsed < TimeSpan.FromSeconds(60))
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                Thread.Sleep(50);
            }
        }

        Assert.Fail($"{process.StartInfo.FileName} does not listen: {said()}");
    }

    /// <summary>Ends a program without asking it, as a power cut does.</summary>
    public static void Kill(Process? process)
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process?.Dispose();
    }

    private static void Missing(string why)
    {
        if (Environment.GetEnvironmentVariable("SEALCAM_NEED_TOOLS") == "1")
        {
            Assert.Fail(why);
        }

        Assert.Inconclusive(why);
    }
}
