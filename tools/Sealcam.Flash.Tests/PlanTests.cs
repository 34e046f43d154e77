using System.Diagnostics;
using Sealcam.Tool.Flashing;

namespace Sealcam.Tool.Tests;

[TestClass]
public class PlanTests
{
    [TestMethod]
    public void WhatADryRunPrintsIsWhatARunCallsOnEveryBoard()
    {
        Assert.AreEqual(7, FlashBoard.All.Count);
        foreach (FlashBoard board in FlashBoard.All)
        {
            FlashRequest request = Requests.Full(board);
            using var nanoff = new StandIn();
            int exit = Requests.Run(request, nanoff, out string? fault);
            Assert.AreEqual(ExitCode.Ok, exit, $"{board.Name}: {fault}");

            using var pasted = new StandIn();
            Paste(pasted, Requests.DryLines(request));
            Assert.AreEqual(Flat(nanoff), Flat(pasted), board.Name);
            Assert.AreEqual(board.ToRun == null ? 7 : 6, nanoff.Calls.Count, board.Name);
        }
    }

    [TestMethod]
    public void AnOldChipGetsFirmwareThatBootsOnItAtTheSamePlaces()
    {
        FlashBoard[] boards = [.. FlashBoard.All.Where(board => board.Old != null)];
        Assert.AreEqual(4, boards.Length);
        foreach (FlashBoard board in boards)
        {
            var now = Requests.DryLines(Requests.Full(board)).Select(line => line.Replace("_REV3", "_REV0"));
            CollectionAssert.AreEqual(now.ToList(), Requests.DryLines(Requests.Full(board.Old!)).ToList(), board.Name);
        }
    }

    [TestMethod]
    public void TheBootLoaderIsDoneBeforeTheFirmwareIsNeeded()
    {
        StepKind[] kinds = [.. FlashPlan.Make(Requests.Full(Requests.Board("esp32s3-arducam-mega"))).Select(step => step.Kind)];
        CollectionAssert.AreEqual(new[]
        {
            StepKind.Version, StepKind.Firmware, StepKind.Application, StepKind.Natives, StepKind.Files, StepKind.Network,
            StepKind.Restart,
        }, kinds);
    }

    [TestMethod]
    public void ABoardWithoutResetLinesAsksForAHandBeforeEachUseOfTheBootLoaderAndAfter()
    {
        FlashBoard board = Requests.Board("esp32-cam-aithinker");
        var hands = new List<string>();
        using var nanoff = new StandIn();
        Assert.AreEqual(ExitCode.Ok, Requests.Run(Requests.Full(board), nanoff, out _, hands: hands));
        CollectionAssert.AreEqual(new[] { board.ToFlash, board.ToFlash, board.ToRun, board.ToRun }, hands);
    }

    [TestMethod]
    public void TheApplicationGoesToItsPartitionAndNeverToTheAddressThatNanoffAssumes()
    {
        foreach (FlashBoard board in FlashBoard.All)
        {
            FlashStep deploy = FlashPlan.Make(Requests.Full(board)).Single(step => step.Kind == StepKind.Application);
            string text = string.Join(' ', deploy.Command);
            string address = board.Target.StartsWith("ESP32_S3") ? "0x1B0000" : "0x1E0000";
            Assert.IsTrue(text.Contains($"--deploy --image /tmp/app it's.bin --address {address}"), $"{board.Name}: {text}");
        }
    }

    [TestMethod]
    public void NothingIsErasedUnlessItIsAskedFor()
    {
        FlashRequest request = Requests.Full(Requests.Board("xiao-esp32s3-sense"));
        Assert.AreEqual(0, Masserases(request));
        Assert.AreEqual(1, Masserases(request with { Erase = true }));
    }

    [TestMethod]
    public void KeptFirmwareIsNotWritten()
    {
        FlashRequest request = Requests.Full(Requests.Board("xiao-esp32s3-sense")) with { KeepFirmware = true };
        Assert.IsFalse(FlashPlan.Make(request).Any(step => step.Kind == StepKind.Firmware));
    }

    [TestMethod]
    public void ADryRunShowsNoSecret()
    {
        string text = string.Join('\n', Requests.DryLines(Requests.Full(Requests.Board("xiao-esp32s3-sense"))));
        Assert.IsFalse(text.Contains("ladder-and-gloves"));
        Assert.IsTrue(text.Contains("********"));
        Assert.IsTrue(text.Contains("host = ingest.example.org"));
    }

    private static int Masserases(FlashRequest request) =>
        FlashPlan.Make(request).Sum(step => step.Command.Count(word => word == "--masserase"));

    private static string Flat(StandIn nanoff) => string.Join('\n', nanoff.Calls.Select(call => string.Join('|', call)));

    /// <summary>Lets a shell carry the lines out, with the stand-in first in PATH.</summary>
    private static void Paste(StandIn nanoff, IEnumerable<string> lines)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["PATH"] = nanoff.Folder + ":" + Environment.GetEnvironmentVariable("PATH");
        using Process shell = Process.Start(start)!;
        shell.OutputDataReceived += (_, _) => { };
        shell.BeginOutputReadLine();
        foreach (string line in lines)
        {
            shell.StandardInput.WriteLine(line);
        }

        shell.StandardInput.Close();
        shell.WaitForExit();
        Assert.AreEqual(0, shell.ExitCode);
    }
}
