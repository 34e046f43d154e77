using Sealcam.Tool.Flashing;

namespace Sealcam.Tool.Tests;

[TestClass]
public class FailureTests
{
    /// <summary>nanoFirmwareFlasher, ExitCodes.cs, in September 2026: every code but OK.</summary>
    private static readonly int[] Codes =
    [
        1000, 1002, 1003, 1004, 1005, 1006, 2000, 2001, 2002, 2003, 3000, 3001, 3002, 3003, 3004, 3005, 3006,
        4000, 4001, 4002, 4003, 4004, 4005, 5000, 5001, 5002, 5003, 5004, 5005, 5006, 5007, 5008, 5009, 5010,
        5022, 5030, 5031, 5040, 5041, 6000, 6001, 6002,
        7000, 8000, 8001, 8002, 8003, 9000, 9002, 9003, 9004, 9005, 9006, 9007, 9008, 9009, 9010, 9011, 9012, 9013, 9014, 9015,
    ];

    private static readonly FlashRequest Request = Requests.Full(Requests.Board("esp32s3-arducam-mega"));

    [TestMethod]
    public void EveryCodeHasItsOwnSentence()
    {
        CollectionAssert.AreEqual(Codes, NanoffCodes.All.Keys.Order().ToArray());
        Assert.AreEqual(Codes.Length, NanoffCodes.All.Values.Distinct().Count());
        Assert.IsTrue(NanoffCodes.All.Values.All(sentence => sentence.Contains(": ") || sentence.Length > 60));
    }

    [TestMethod]
    public void NoTwoCodesLookAlikeInTheEightBitsThatUnixLeavesOfThem()
    {
        Assert.AreEqual(Codes.Length, Codes.Select(code => code & 255).Distinct().Count());
        Assert.IsFalse(Codes.Any(code => (code & 255) == 0));
    }

    [TestMethod]
    public void EveryFailureOfNanoffEndsTheRunWithItsSentence()
    {
        foreach (int code in Codes)
        {
            using var nanoff = new StandIn();
            nanoff.Fail("--update", code, $"E{code}");
            int exit = Requests.Run(Request, nanoff, out string? fault);
            Assert.AreEqual(ExitCode.Environment, exit, $"E{code}");
            Assert.AreEqual($"{NanoffCodes.All[code]} (nanoff E{code}).", fault);
            Assert.AreEqual(2, nanoff.Calls.Count, "what follows a failure is not begun");
        }
    }

    [TestMethod]
    public void AStatusOfEightBitsIsEnoughWhenNanoffPrintsNothing()
    {
        foreach (int code in Codes)
        {
            // These look as if the process had been killed by a signal.
            if ((code & 255) is not (137 or 139 or 143))
            {
                string? fault = NanoffOutcome.Fault(StepKind.Firmware, code & 255, "");
                Assert.IsTrue(fault!.EndsWith($"(nanoff E{code})."), $"E{code}: {fault}");
            }

            string? whole = NanoffOutcome.Fault(StepKind.Firmware, code, "");
            Assert.IsTrue(whole!.EndsWith($"(nanoff E{code})."), "a status of 32 bits");
        }
    }

    [TestMethod]
    public void EachStepThatFailsStopsTheRest()
    {
        string[] order =
            ["--version", "--update", "--deploy", "--nanodevice", "--filedeployment", "--networkdeployment", "--platform"];
        for (int i = 0; i < order.Length; i++)
        {
            using var nanoff = new StandIn();
            nanoff.Fail(order[i], 4000, "Error E4000: Error executing ESP32 serial command. (no sync)");
            Assert.AreEqual(ExitCode.Environment, Requests.Run(Request, nanoff, out string? fault));
            Assert.IsTrue(fault!.Contains("boot loader") && fault.Contains("E4000"), fault);
            Assert.AreEqual(i + 1, nanoff.Calls.Count, order[i]);
        }
    }

    [TestMethod]
    public void AFileThatWasNotWrittenIsAFailureThoughNanoffSaysSuccess()
    {
        using var nanoff = new StandIn();
        nanoff.Say("--filedeployment", "Deleting file I:\\ca.pem...\nError deleting file I:\\ca.pem, it may not exist "
            + "on the storage.\n"
            + "Deploying file ca.pem to I:\\ca.pem...\nError deploying content file ca.pem to I:\\ca.pem");
        Assert.AreEqual(ExitCode.Environment, Requests.Run(Request, nanoff, out string? fault));
        Assert.IsTrue(fault!.Contains("Error deploying content file ca.pem"), fault);
    }

    [TestMethod]
    public void AFileThatWasNotThereToBeDeletedIsNone()
    {
        Assert.IsNull(NanoffOutcome.Fault(StepKind.Files, 0, "Error deleting file I:\\a, it may not exist on the storage.\n"
            + "Deploying file a to I:\\a...OK"));
    }

    [TestMethod]
    public void ANetworkThatWasNotStoredIsAFailure()
    {
        Assert.IsTrue(NanoffOutcome.Fault(StepKind.Network, 0, "No operation was performed with the options supplied.")!
            .Contains("did not store"));
    }

    [TestMethod]
    public void DoingNothingIsAFailureWhereSomethingWasToBeDone()
    {
        Assert.IsTrue(NanoffOutcome.Fault(StepKind.Firmware, 0, "No operation was performed with the options supplied.")!
            .Contains("did nothing"));
    }

    [TestMethod]
    public void ACrashIsToldFromACode()
    {
        Assert.IsTrue(NanoffOutcome.Fault(StepKind.Files, 134, "Unhandled exception. System.Text.Json.JsonException")!
            .Contains("crashed"));
        Assert.IsTrue(NanoffOutcome.Fault(StepKind.Files, 137, "")!.Contains("stopped"));
        Assert.IsTrue(NanoffOutcome.Fault(StepKind.Files, 137, "Error E5001: x")!.Contains("E5001"));
        Assert.IsTrue(NanoffOutcome.Fault(StepKind.Files, 7, "")!.Contains("status 7"));
    }

    [TestMethod]
    [DataRow("nanoff 2.5.158+abc", "too old")]
    [DataRow("nanoff 3.0.0-preview.1+abc", "another command line")]
    public void ANanoffThatThisProgramDoesNotSpeakIsRefusedBeforeTheBoardIsTouched(string version, string why)
    {
        using var nanoff = new StandIn();
        nanoff.Say("--version", version);
        Assert.AreEqual(ExitCode.Environment, Requests.Run(Request, nanoff, out string? fault));
        Assert.IsTrue(fault!.Contains(why) && fault.Contains(Nanoff.UpdateCommand), fault);
        Assert.AreEqual(1, nanoff.Calls.Count);
    }

    [TestMethod]
    public void WhatIsInstalledIsOfTheMajorVersionThatThisProgramSpeaks()
    {
        Assert.AreEqual(Nanoff.Major, FlashPins.NanoffLeast.Major);
        Assert.IsTrue(Nanoff.InstallCommand.EndsWith($"--version \"{Nanoff.Major}.*\""));
        Assert.IsTrue(Nanoff.UpdateCommand.EndsWith($"--version \"{Nanoff.Major}.*\" --allow-downgrade"));
    }
}
