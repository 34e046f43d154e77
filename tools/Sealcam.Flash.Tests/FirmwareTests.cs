using Sealcam.Tool.Flashing;

namespace Sealcam.Tool.Tests;

[TestClass]
public class FirmwareTests
{
    private static readonly FlashRequest Request = Requests.Full(Requests.Board("xiao-esp32s3-sense"));

    [TestMethod]
    public void OlderFirmwareIsRefused()
    {
        var pin = FlashPins.Firmware;
        string older = $"{pin.Major}.{pin.Minor}.{pin.Build}.{pin.Revision - 1}";
        Assert.IsTrue(Assert.ThrowsExactly<UsageException>(() => FlashPins.Choose(older, out _)).Message.Contains("older"));
        Assert.IsTrue(Assert.ThrowsExactly<UsageException>(() => FlashPins.Choose("2.0.0.500", out _)).Message.Contains("2.x"));
        Assert.ThrowsExactly<UsageException>(() => FlashPins.Choose("latest", out _));
    }

    [TestMethod]
    public void NewerFirmwareIsTakenWithAWarning()
    {
        Assert.AreEqual(new Version(1, 18, 0, 3), FlashPins.Choose("1.18.0.3", out string? warning));
        Assert.IsTrue(warning!.Contains("newer"));
        Assert.AreEqual(FlashPins.Firmware, FlashPins.Choose(null, out warning));
        Assert.IsNull(warning);
    }

    [TestMethod]
    public void FirmwareWithOtherNativeLibrariesStopsTheRunBeforeFilesAreWritten()
    {
        // System.Net as firmware had it until July 2026.
        using var nanoff = new StandIn();
        nanoff.Say("--nanodevice", StandIn.Details(FlashPins.Natives.Append(FlashPins.Dvp).Select(one =>
            one.Name == "System.Net" ? new NativeAssembly(one.Name, "100.2.0.12", "0x6DFA71D6") : one)));
        Assert.AreEqual(ExitCode.Lost, Requests.Run(Request, nanoff, out string? fault));
        Assert.IsTrue(fault!.Contains("System.Net 100.2.0.12 (0x6DFA71D6)"), fault);
        Assert.AreEqual(4, nanoff.Calls.Count);
    }

    [TestMethod]
    public void AnImageWithoutTheDvpDriverIsSeen()
    {
        using var nanoff = new StandIn();
        nanoff.Say("--nanodevice", StandIn.Details(FlashPins.Natives));
        Assert.AreEqual(ExitCode.Lost, Requests.Run(Request, nanoff, out string? fault));
        Assert.IsTrue(fault!.Contains("it has no Sealcam.Esp32.Dvp"), fault);
        Assert.AreEqual(ExitCode.Ok, Requests.Run(Request with { ClrFile = null }, nanoff, out fault), fault);
    }

    [TestMethod]
    public void ABoardThatNamesNoLibrariesIsNotTakenForGood()
    {
        using var nanoff = new StandIn();
        nanoff.Say("--nanodevice", "nothing");
        Assert.AreEqual(ExitCode.Lost, Requests.Run(Request, nanoff, out string? fault));
        Assert.IsTrue(fault!.Contains("does not name"), fault);
    }

    [TestMethod]
    public void FirmwareThatIsStillStartingIsAskedAgain()
    {
        using var nanoff = new StandIn();
        nanoff.Fail("--nanodevice", 2001, "\x1b[31mError E2001: Error occurred with listing nano devices.");
        Assert.AreEqual(ExitCode.Environment, Requests.Run(Request, nanoff, out string? fault));
        Assert.AreEqual(3 + 3, nanoff.Calls.Count);
        Assert.IsTrue(fault!.EndsWith("(nanoff E2001)."), fault);
    }

    [TestMethod]
    public void NanoffIsFoundInThePathThenWhereDotnetPutsTools()
    {
        using var nanoff = new StandIn();
        Assert.AreEqual(nanoff.Program, Nanoff.Find("/nowhere:" + nanoff.Folder, null));
        Assert.IsNull(Nanoff.Find("/nowhere", nanoff.Folder));
        string tools = Path.Combine(nanoff.Folder, ".dotnet", "tools");
        Directory.CreateDirectory(tools);
        File.Copy(nanoff.Program, Path.Combine(tools, "nanoff"));
        Assert.AreEqual(Path.Combine(tools, "nanoff"), Nanoff.Find("/nowhere", nanoff.Folder));
    }
}
