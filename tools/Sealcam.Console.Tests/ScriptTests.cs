using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Tool.Terminals;

namespace Sealcam.Tool.Tests;

/// <summary>Scripts against a whole simulated camera: agent, console, flash and Wi-Fi.</summary>
[TestClass]
public class ScriptTests
{
    [TestMethod]
    public void AScriptEndsAtItsFirstErrorWithThatErrorsCode()
    {
        using var camera = new TestCamera();
        Assert.AreEqual(ExitCode.Ok, camera.Run("version; status\nlock", out _));
        Assert.AreEqual(ScriptRunner.LockedOut, camera.Run("config list\nversion", out string said));
        Assert.IsFalse(said.Contains("firmware"));
        Assert.AreEqual(ExitCode.Usage, camera.Run("echo maybe", out _));
        Assert.AreEqual(ScriptRunner.LockedOut, camera.Run("unlock\n> aaaa-aaaa-aaaa", out _));
    }

    [TestMethod]
    public void ATechniciansFirstVisitWorksEndToEnd()
    {
        using var camera = new TestCamera("host = localhost\nport = 1\ninterval = 1\n");
        int exit = camera.Run($"""
            unlock
            > {camera.Label}
            time set 2026-11-22T13:00:00Z
            wifi scan --json
            wifi set workshop
            > ladder-and-gloves
            camera set size VGA; camera test
            camera snap
            still last
            outbox list
            cert show
            config set interval 5
            """, out string said);
        Assert.AreEqual(ExitCode.Ok, exit, said);
        StringAssert.Contains(said, "width           640");
        StringAssert.Contains(said, "verdict         .");
        StringAssert.Contains(said, "digest-check    good");
        StringAssert.Contains(said, "good for 3");
        Assert.IsFalse(said.Contains("ladder-and-gloves") || said.Contains(camera.Label));
        Assert.AreEqual(0, camera.Board.LostOutput);
    }

    [TestMethod]
    public void NetTestNamesTheStepAndTheReason()
    {
        using var camera = new TestCamera();
        string script = $"unlock\n> {camera.Label}\nwifi set workshop ladder-and-gloves\nnet test";
        Assert.AreEqual(ExitCode.Lost, camera.Run(script, out string said));
        StringAssert.Contains(said, "dns    PASS");
        StringAssert.Contains(said, "tcp    FAIL  refused");
        StringAssert.Contains(said, "error FAILED: tcp, refused");
    }

    [TestMethod]
    public void DroppedStillsAreCountedAndSigned()
    {
        using var camera = new TestCamera();
        string script = $"unlock\n> {camera.Label}\ncamera snap\ncamera snap\noutbox drop 1 --json\n"
            + "camera snap\nstill last --json";
        int exit = camera.Run(script, out string said);
        Assert.AreEqual(ExitCode.Ok, exit, said);
        StringAssert.Contains(said, "{\"dropped\":1,");
        StringAssert.Contains(said, "\"dropped\":1,\"nonce\"");
    }

    [TestMethod]
    public void ARebootKeepsThePortAndLocksTheConsole()
    {
        using var camera = new TestCamera();
        Assert.AreEqual(ExitCode.Ok, camera.Run($"unlock\n> {camera.Label}\nreboot", out _));
        for (int i = 0; i < 200 && camera.Board.Starts < 2; i++)
        {
            Thread.Sleep(50);
        }

        Assert.AreEqual(ScriptRunner.LockedOut, camera.Run("config list", out _));
        Assert.AreEqual(ExitCode.Ok, camera.Run("status", out string said));
        StringAssert.Contains(said, "boot            2");
    }

    [TestMethod]
    public void AFactoryResetWantsTheFingerprint()
    {
        using var camera = new TestCamera();
        Assert.AreEqual(ScriptRunner.LockedOut, camera.Run($"unlock\n> {camera.Label}\nfactory-reset\n> yes", out _));
        Assert.AreEqual(ExitCode.Ok, camera.Run("config get host; id --json", out string said));
        StringAssert.Contains(said, "localhost");
        string print = said[(said.IndexOf("\"fingerprint\":\"", StringComparison.Ordinal) + 15)..][..9];
        Assert.AreEqual(ExitCode.Ok, camera.Run($"factory-reset\n> {print}", out _));
    }

    [TestMethod]
    public void AHiddenAnswerWithoutACommandIsAUsageError()
    {
        Assert.ThrowsExactly<UsageException>(() => ScriptLine.Parse(["> lost"]));
        Assert.AreEqual(2, ScriptLine.Parse(["# none", "", "wifi set 'a;b' c ; status ;"])[0].Commands);
    }

    /// <summary>The board drops it, and a script that waited for its result would wait in vain.</summary>
    [TestMethod]
    public void ACommandBehindARestartIsAUsageError()
    {
        Assert.ThrowsExactly<UsageException>(() => ScriptLine.Parse(["reboot; status"]));
        Assert.IsTrue(ScriptLine.Parse(["time; reboot ;"])[0].Restarts);
        Assert.IsTrue(ScriptLine.Parse(["reboot --json"])[0].Restarts);
        Assert.IsFalse(ScriptLine.Parse(["reboot -h"])[0].Restarts);
        Assert.IsFalse(ScriptLine.Parse(["config set name 'a; reboot ;b'"])[0].Restarts);
    }
}
