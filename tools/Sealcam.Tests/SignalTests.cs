using System.Diagnostics;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Tool.Tests.Support;

namespace Sealcam.Tool.Tests;

/// <summary>Ctrl-C at a terminal: SIGINT to <c>sealcam run</c>, and to the server that it has started; and a server that is killed.</summary>
[TestClass]
public class SignalTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [TestMethod]
    public void CtrlCShipsWhatWaitsAndEndsWithTheSummary()
    {
        using var data = new TempFolder();
        using Process run = Start(data);
        string camera = FirstCamera(data, run);

        Interrupt(run);

        JsonElement summary = Ended(run, 0);
        int receipted = summary.GetProperty("cameras")[0].GetProperty("receipted").GetInt32();
        Assert.HasCount(receipted, Directory.GetFiles(camera, "*.jpg"));
    }

    [TestMethod]
    public void CtrlCWaitsTenSecondsForAServerThatStoresNothingAndSaysWhatIsMissing()
    {
        using var data = new TempFolder();
        using Process run = Start(data);
        using var block = new Block(FirstCamera(data, run));
        Thread.Sleep(1000);
        var watch = Stopwatch.StartNew();

        Interrupt(run);

        JsonElement camera = Ended(run, 1).GetProperty("cameras")[0];
        Assert.IsGreaterThan(TimeSpan.FromSeconds(5), watch.Elapsed, "the time for the last stills was not given");
        Assert.IsGreaterThan(camera.GetProperty("receipted").GetInt32(), camera.GetProperty("captured").GetInt32());
        Assert.IsNotEmpty(Directory.GetFiles(data["cameras", "camera-1", "stills"], "*.still"), "a clean stop keeps what it could not ship");
    }

    [TestMethod]
    public void CtrlCOfARunWithFaultsLeavesItsServerAliveUntilAllIsCounted()
    {
        using var data = new TempFolder();
        using Process run = Start(data, "--faults", "5%");
        string camera = FirstCamera(data, run);
        int server = ChildOf(run);

        Interrupt(server);
        Thread.Sleep(4000);  // longer than a command gets that nobody gave more
        Interrupt(run);

        // A camera that a fault holds up at the very end may keep a still for its next run: exit 1 says so.
        JsonElement summary = Ended(run, 0, 1);
        Assert.HasCount(summary.GetProperty("stored").GetInt32(), Directory.GetFiles(camera, "*.jpg"));
        Assert.IsFalse(Directory.Exists($"/proc/{server}"), "the server outlives its run");
    }

    [TestMethod]
    public void ARunWhoseServerIsKilledEndsAtOnceAndSaysSo()
    {
        using var data = new TempFolder();
        using Process run = Start(data, "--faults", "5%");
        FirstCamera(data, run);
        using Process server = Process.GetProcessById(ChildOf(run));

        server.Kill();

        Task<string> error = run.StandardError.ReadToEndAsync();
        Assert.IsTrue(run.WaitForExit(Patience), "it waits for stills that nobody takes");
        Assert.AreEqual(3, run.ExitCode);
        Assert.Contains("The server ended with exit code 137", error.Result);
    }

    private static Process Start(TempFolder data, params string[] more)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Inconclusive("sends SIGINT and reads /proc");
        }

        return Command.StartInForeground(["run", "--cameras", "1", "--interval", "200ms", "--json", "--data", data.Path, "--gallery-port", "0",
            .. more.Length == 0 ? ["--port", "0"] : more]);
    }

    /// <summary>The folder of its stills, once there is one.</summary>
    private static string FirstCamera(TempFolder data, Process run)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Patience)
        {
            Assert.IsFalse(run.HasExited, "the run ended by itself");
            string[] found = Directory.Exists(data["stills"]) ? Directory.GetFiles(data["stills"], "*.jpg", SearchOption.AllDirectories) : [];
            if (found.Length > 0)
            {
                return Path.GetDirectoryName(found[0])!;
            }

            Thread.Sleep(50);
        }

        throw new AssertFailedException("no still arrived");
    }

    private static int ChildOf(Process process) => Directory.GetDirectories($"/proc/{process.Id}/task")
        .SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(int.Parse).Single();

    private static void Interrupt(Process process) => Interrupt(process.Id);

    private static void Interrupt(int process)
    {
        using Process kill = Process.Start("kill", ["-INT", $"{process}"]);
        kill.WaitForExit();
        Assert.AreEqual(0, kill.ExitCode);
    }

    private static JsonElement Ended(Process run, params int[] exits)
    {
        Task<string> output = run.StandardOutput.ReadToEndAsync();
        Task<string> error = run.StandardError.ReadToEndAsync();
        if (!run.WaitForExit(Patience))
        {
            run.Kill(entireProcessTree: true);
        }

        Assert.Contains(run.ExitCode, exits, error.Result);
        return JsonDocument.Parse(output.Result).RootElement;
    }
}
