using System.Diagnostics;
using Sealcam.Tool.Flashing;

namespace Sealcam.Tool.Tests;

/// <summary>The command as a script sees it: a process, its exit code and what it says.</summary>
[TestClass]
public class CommandTests
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "sealcam");

    [TestMethod]
    public void WithoutNanoffItSaysTheOneCommandThatInstallsIt()
    {
        (int exit, _, string said) = Flash("/usr/bin:/bin", "--port", "/dev/ttyUSB7");
        Assert.AreEqual(ExitCode.Environment, exit, said);
        Assert.IsTrue(said.Contains($"nanoff is not installed. Run: {Nanoff.InstallCommand}"), said);
    }

    [TestMethod]
    public void AWholeRunCallsWhatItsDryRunPrints()
    {
        using var nanoff = new StandIn();
        string image = Path.Combine(nanoff.Folder, "app.bin");
        File.WriteAllText(image, "x");
        string[] options =
            ["--port", "/dev/ttyUSB7", "--image", image, "--server", "https://ingest.example.org", "--wifi", "barn"];
        (int exit, string dry, string said) = Flash("/usr/bin:/bin", [.. options, "--dry-run"]);
        Assert.AreEqual(ExitCode.Ok, exit, said);
        (exit, _, said) = Flash(nanoff.Folder + ":/usr/bin:/bin", options);
        Assert.AreEqual(ExitCode.Ok, exit, said);
        string[] printed = [.. dry.Split('\n').Where(line => line.StartsWith("nanoff"))];
        CollectionAssert.AreEqual(printed, nanoff.Calls.Select(call => "nanoff " + string.Join(' ', call)).ToArray());
        Assert.IsFalse(dry.Contains("hay-and-straw") || said.Contains("hay-and-straw"));
        Assert.IsTrue(nanoff.Seen("network.json").Text.Contains("hay-and-straw"));
    }

    [TestMethod]
    public void ErasingNeedsAConfirmation()
    {
        using var nanoff = new StandIn();
        string image = Path.Combine(nanoff.Folder, "app.bin");
        File.WriteAllText(image, "x");
        string path = nanoff.Folder + ":/usr/bin:/bin";
        (int exit, _, string said) = Flash(path, "--port", "x", "--image", image, "--erase");
        Assert.AreEqual(ExitCode.Usage, exit, said);
        Assert.AreEqual(0, nanoff.Calls.Count);
        (exit, _, said) = Flash(path, "--port", "x", "--image", image, "--erase", "--yes-erase-identity");
        Assert.AreEqual(ExitCode.Ok, exit, said);
        Assert.IsTrue(nanoff.Calls[1].Contains("--masserase"));
    }

    [TestMethod]
    public void WhatDoesNotFitTogetherIsAUsageError()
    {
        string[][] wrong =
        [
            [], ["--port", "x", "--fwversion", "1.0.0.1"], ["--port", "x", "--wifi-open"], ["--port", "x", "--console", "x"],
            ["--port", "x", "--keep-firmware", "--erase"], ["--port", "x", "--image", "/no/such"],
            ["--port", "x", "--device", "/no/such"], ["--port", "x", "--firmware", "/no/such"],
            ["--port", "x", "--server", "http://a"], ["--port", "x", "--old-chip"],
        ];
        foreach (string[] options in wrong)
        {
            (int exit, _, string said) = Flash("/usr/bin:/bin", [.. options, "--dry-run"]);
            Assert.AreEqual(ExitCode.Usage, exit, string.Join(' ', options) + said);
        }
    }

    private static (int Exit, string Output, string Said) Flash(string path, params string[] options)
    {
        var start = new ProcessStartInfo(Tool, ["flash", "esp32s3-arducam-mega", .. options])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["PATH"] = path;
        start.Environment["HOME"] = "/nonexistent";
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Environment.ProcessPath);
        start.Environment[WifiPassword.Variable] = "hay-and-straw";
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> said = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, said.Result);
    }
}
