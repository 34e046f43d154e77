using Sealcam.Host;
using Sealcam.Provision;
using Sealcam.Tool.Flashing;

namespace Sealcam.Tool.Tests;

/// <summary>An identity file goes onto a board once: the order count of an erased one would begin anew.</summary>
[TestClass]
public class IdentityTests
{
    private const string Board = "esp32-vc0706";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("sealcam-flash-tests-");
    private string _fleet = "";
    private DirectoryInfo _device = null!;
    private string _id = "";

    [TestInitialize]
    public void Make()
    {
        _fleet = Path.Combine(_root.FullName, "my fleet");
        using Fleet fleet = Fleet.Open(_fleet);
        ProvisionedDevice made = fleet.Add("camera");
        _id = made.Summary.Device;
        _device = new DirectoryInfo(made.Summary.Folder);
    }

    [TestCleanup]
    public void Clean() => _root.Delete(recursive: true);

    [TestMethod]
    public void ADeploymentIsNotedForThisUserAlone()
    {
        using var nanoff = new StandIn();
        Assert.AreEqual(ExitCode.Ok, Flash(nanoff, false, out string? fault, out _), fault);
        Assert.IsTrue(nanoff.Seen("files.json").Text.Contains("order.new"));
        string[] list = File.ReadAllLines(List);
        Assert.AreEqual("device_id,boot_count_above,board,state,time", list[0]);
        Assert.IsTrue(list[1].StartsWith($"{_id},0,{Board},begun,") && list[2].StartsWith($"{_id},0,{Board},done,"), list[2]);
        if (!OperatingSystem.IsWindows())
        {
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(List));
        }
    }

    [TestMethod]
    public void ASecondRunLeavesTheIdentityOnItsBoardAndDeploysTheRest()
    {
        using var nanoff = new StandIn();
        Flash(nanoff, false, out _, out _);
        Assert.AreEqual(ExitCode.Ok, Flash(nanoff, false, out string? fault, out string? note), fault);
        Assert.IsTrue(note!.Contains($"sealcam provision --fleet '{_fleet}' --reissue {_id}"), note);
        string files = nanoff.Seen("files.json").Text;
        Assert.IsTrue(files.Contains("device.pem") && !files.Contains("order.new"), files);
    }

    [TestMethod]
    public void AnErasedBoardDoesNotGetTheSameIdentityAgain()
    {
        using var nanoff = new StandIn();
        Flash(nanoff, false, out _, out _);
        string fault = Assert.ThrowsExactly<UsageException>(() => Flash(nanoff, true, out _, out _)).Message;
        Assert.IsTrue(fault.Contains($"sealcam provision --fleet '{_fleet}' --reissue {_id}"), fault);

        using (Fleet fleet = Fleet.Open(_fleet))
        {
            fleet.Reissue(_id);
        }

        Assert.AreEqual(ExitCode.Ok, Flash(nanoff, true, out string? failed, out string? note), failed);
        Assert.IsNull(note);
        Assert.IsTrue(nanoff.Seen("files.json").Text.Contains("order.new"));
        Assert.IsTrue(File.ReadAllText(List).Contains($"{_id},{1 << 24},{Board},done,"));
    }

    [TestMethod]
    public void ADeploymentThatFailedMayBeDoneAgainButNotOntoAnErasedBoard()
    {
        using var nanoff = new StandIn();
        nanoff.Fail("--filedeployment", 2002, "Error E2002");
        Assert.AreEqual(ExitCode.Environment, Flash(nanoff, false, out _, out _));
        using var whole = new StandIn();
        Assert.ThrowsExactly<UsageException>(() => Flash(whole, true, out _, out _));
        Assert.AreEqual(ExitCode.Ok, Flash(whole, false, out string? fault, out string? note), fault);
        Assert.IsNull(note);
        Assert.IsTrue(whole.Seen("files.json").Text.Contains("order.new"));
    }

    [TestMethod]
    public void ARunThatNeverCameToTheFilesNotesNothing()
    {
        using var nanoff = new StandIn();
        nanoff.Fail("--update", 4000, "E4000");
        Flash(nanoff, true, out _, out _);
        Assert.IsFalse(File.Exists(List));
    }

    [TestMethod]
    public void ATornLineOfTheListIsPassedOverAndStaysAlone()
    {
        using var nanoff = new StandIn();
        File.WriteAllText(List, "device_id,boot_count_above,board,state,time\r\n" + _id[..20]);
        Assert.AreEqual(ExitCode.Ok, Flash(nanoff, false, out string? fault, out _), fault);
        Assert.AreEqual(4, File.ReadAllLines(List).Length);
        Flash(nanoff, false, out _, out string? note);
        Assert.IsNotNull(note);
    }

    [TestMethod]
    public void ADamagedIdentityFileIsNotDeployed()
    {
        string file = Path.Combine(_device.FullName, "flash", "order.new");
        byte[] bytes = File.ReadAllBytes(file);
        bytes[20] ^= 1;
        File.WriteAllBytes(file, bytes);
        using var nanoff = new StandIn();
        Assert.ThrowsExactly<UsageException>(() => Flash(nanoff, false, out _, out _));
    }

    private string List => Path.Combine(_device.FullName, "deployed.csv");

    private int Flash(StandIn nanoff, bool erase, out string? fault, out string? note)
    {
        List<DeployedFile> files = [.. FlashFiles.Gather(_device, null, null, false)];
        DeployedIdentity? identity = DeployedIdentity.Take(_device, files, Board, erase, out note);
        FlashRequest request = Requests.Full(Requests.Board(Board)) with { Files = files, Identity = identity, Erase = erase };
        return Requests.Run(request, nanoff, out fault);
    }
}
