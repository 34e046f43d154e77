using Sealcam.Host;
using Sealcam.Ingest;
using Sealcam.Verify;

namespace Sealcam.Provision.Tests;

/// <summary>
/// Real agent, real server: what happens to the order of stills when boards are erased and files deployed again.
/// </summary>
[TestClass]
public class ReissueTests
{
    private const uint FirstReissue = 1u << 24;

    [TestMethod]
    public async Task ADeployedDevicesStillsAreStoredAndNotSimulated()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        DeviceSummary device = fleet.Add("porch").Summary;
        await using Receiver receiver = await Receiver.StartAsync(fleet, folder.At("data"));
        Deployed.Deploy(device.Folder, folder.At("drive"));

        Assert.IsTrue(Deployed.Boot(folder.At("drive"), receiver.Port, 3, out string log), log);
        Assert.AreEqual(3, receiver.Kept.Count(row => row.Device == device.Device && row.Order.Boot == 1));
        string cameras = await receiver.CamerasAsync();
        StringAssert.Contains(cameras, device.Device);
        StringAssert.Contains(cameras, "\"simulated\":false");
        Assert.IsFalse(cameras.Contains("\"simulated\":true"), cameras);
        Assert.IsFalse(log.Contains("simulated"), log);
    }

    [TestMethod]
    public async Task AnErasedBoardGoesOnAfterAReissueWithoutAConflict()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        DeviceSummary device = fleet.Add("porch").Summary;
        await using Receiver receiver = await Receiver.StartAsync(fleet, folder.At("data"));
        for (int round = 0; round < 3; round++)
        {
            if (round > 0)
            {
                Directory.Delete(folder.At("drive"), recursive: true);
                Assert.AreEqual((uint)round * FirstReissue, fleet.Reissue(device.Fingerprint));
            }

            Deployed.Deploy(device.Folder, folder.At("drive"));
            Assert.IsTrue(Deployed.Boot(folder.At("drive"), receiver.Port, 2, out string log), log);
            Assert.IsTrue(Deployed.Boot(folder.At("drive"), receiver.Port, 2, out log), log);
        }

        CollectionAssert.AreEqual(
            new[] { 1u, 2u, FirstReissue + 1, FirstReissue + 2, (2 * FirstReissue) + 1, (2 * FirstReissue) + 2 },
            receiver.Kept.Select(row => row.Order.Boot).Distinct().ToArray());
        Assert.IsEmpty(receiver.Alarms);
        DeviceStream stream = receiver.Judge().Devices.Single();
        // A jump of millions of boots is no gap: nothing says that any of them ever was.
        Assert.AreEqual("............", stream.Letters);
        Assert.AreEqual(0, stream.Missing);
    }

    [TestMethod]
    public async Task AnErasedBoardWithItsOldFileIsAConflictThatTheReceiverNames()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        DeviceSummary device = fleet.Add("porch").Summary;
        await using Receiver receiver = await Receiver.StartAsync(fleet, folder.At("data"));
        for (int round = 0; round < 2; round++)
        {
            Deployed.Deploy(device.Folder, folder.At("drive"));
            Deployed.Boot(folder.At("drive"), receiver.Port, 1, out _);
            Directory.Delete(folder.At("drive"), recursive: true);
        }

        Assert.AreEqual(Alarm.ConflictKind, receiver.Alarms.Single().Kind);
        Assert.AreEqual(device.Device, receiver.Alarms.Single().Device);
    }

    [TestMethod]
    public async Task TheConsumedFileDeployedAgainToABoardInUseDoesNotRollItsCountBack()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        DeviceSummary device = fleet.Add("porch").Summary;
        await using Receiver receiver = await Receiver.StartAsync(fleet, folder.At("data"));
        for (uint boot = 1; boot <= 3; boot++)
        {
            Deployed.Deploy(device.Folder, folder.At("drive"));
            Assert.IsTrue(Deployed.Boot(folder.At("drive"), receiver.Port, 1, out string log), log);
            Assert.AreEqual(boot, receiver.Kept[^1].Order.Boot);
            Assert.IsFalse(File.Exists(folder.At("drive", "order.new")));
        }

        Assert.IsEmpty(receiver.Alarms);
    }

    [TestMethod]
    public void WhatAReceiverHasSeenIsExceededWithRoomForWhatItHasNot()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        string device = fleet.Add("porch").Summary.Device;
        Assert.AreEqual(FirstReissue, fleet.Reissue(device, above: 7));
        Assert.AreEqual(5 * FirstReissue, fleet.Reissue(device, above: (4 * FirstReissue) + 9));
        Assert.AreEqual(7 * FirstReissue, fleet.Reissue(device, above: (6 * FirstReissue) - 9), "boots may be on their way");
        Assert.AreEqual(8 * FirstReissue, fleet.Reissue(device));
    }

    [TestMethod]
    public void AnIssueThatWasWrittenDownIsNotGivenOutAgainEvenIfItsFileIsRolledBack()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        DeviceSummary device = fleet.Add("porch").Summary;
        DeviceSummary other = fleet.Add("porch").Summary;
        string file = Path.Combine(device.Folder, "flash", "order.new");
        byte[] backup = File.ReadAllBytes(file);
        fleet.Reissue(device.Device);
        File.WriteAllBytes(file, backup);
        Assert.AreEqual(2 * FirstReissue, fleet.Reissue(device.Device));
        File.Delete(folder.At("fleet", "issues.csv"));
        Assert.AreEqual(3 * FirstReissue, fleet.Reissue(device.Device), "the identity file itself says how far it is");
        Assert.AreEqual(FirstReissue, fleet.Reissue(other.Device));
    }

    [TestMethod]
    public void AUsedUpCountIsRefusedAndTheFileStays()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        DeviceSummary device = fleet.Add("porch").Summary;
        Assert.AreEqual(255u << 24, fleet.Reissue(device.Device, above: 254u << 24));
        byte[] last = File.ReadAllBytes(Path.Combine(device.Folder, "flash", "order.new"));
        StringAssert.Contains(Assert.ThrowsExactly<HostException>(() => fleet.Reissue(device.Device)).Message, "used up");
        CollectionAssert.AreEqual(last, File.ReadAllBytes(Path.Combine(device.Folder, "flash", "order.new")));
    }

    [TestMethod]
    public void AForgottenDeviceHasNothingSecretLeftAndIsNotIssuedAgain()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        ProvisionedDevice device = fleet.Add("porch");
        byte[] key = MakingTests.Record(device.Summary).Key;
        fleet.Forget(device.Summary.Fingerprint);
        foreach (string bytes in TestFolder.Contents(device.Summary.Folder).Values)
        {
            Assert.IsFalse(bytes.Contains(Convert.ToHexString(key)));
        }

        Assert.AreEqual("device.pem", string.Join(' ', Directory.GetFiles(device.Summary.Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(file)!).Where(name => name is not ("ca.pem" or "registry-row.csv"))));
        StringAssert.Contains(Assert.ThrowsExactly<HostException>(() => fleet.Reissue(device.Summary.Device)).Message, "new identity");
        StringAssert.Contains(Assert.ThrowsExactly<HostException>(() => fleet.Reissue("nope-nope")).Message, "no device");
    }

    [TestMethod]
    public void ADamagedOrForeignIdentityFileIsNotIssuedAgain()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        DeviceSummary device = fleet.Add("porch").Summary, other = fleet.Add("porch").Summary;
        string file = Path.Combine(device.Folder, "flash", "order.new");
        File.Copy(Path.Combine(other.Folder, "flash", "order.new"), file, overwrite: true);
        StringAssert.Contains(Assert.ThrowsExactly<HostException>(() => fleet.Reissue(device.Device)).Message, "another device's");
        File.WriteAllBytes(file, new byte[96]);
        StringAssert.Contains(Assert.ThrowsExactly<HostException>(() => fleet.Reissue(device.Device)).Message, "damaged");
    }
}
