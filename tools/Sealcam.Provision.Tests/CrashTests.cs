using System.Text;

namespace Sealcam.Provision.Tests;

/// <summary>
/// A run that is killed before any of its changes leaves a fleet that the next run makes whole, and nothing half.
/// </summary>
[TestClass]
public class CrashTests
{
    private static readonly string[] Whole =
        ["flash/ca.pem", "flash/console.key", "flash/device.pem", "flash/order.new", "label.png", "label.txt", "registry-row.csv"];

    [TestMethod]
    public void AKillAnywhereInAFirstRunLeavesWholeDevicesOrNone()
    {
        int step = 0;
        for (bool through = false; !through; step++)
        {
            using var folder = new TestFolder();
            through = Run(folder.At("fleet"), step, fleet => fleet.Add("camera"));
            Dictionary<string, string> left = TestFolder.Contents(folder.At("fleet"));
            using (Fleet fleet = Fleet.Open(folder.At("fleet")))
            {
                fleet.Add("camera");
            }

            Sound(folder.At("fleet"), left, $"killed before step {step}");
        }

        Assert.IsGreaterThan(15, step, "a run has so many steps");
    }

    [TestMethod]
    public void AKillAnywhereInALaterRunTouchesNoDeviceThatWasThere()
    {
        int step = 0;
        for (bool through = false; !through; step++)
        {
            using var folder = new TestFolder();
            using (Fleet fleet = Fleet.Open(folder.At("fleet")))
            {
                fleet.Add("camera");
            }

            Dictionary<string, string> before = TestFolder.Contents(folder.At("fleet"));
            through = Run(folder.At("fleet"), step, fleet => fleet.Add("camera"));
            // What sweeps up after the first may be killed too.
            Run(folder.At("fleet"), 0, _ => { });
            Fleet.Open(folder.At("fleet")).Dispose();
            Sound(folder.At("fleet"), before, $"killed before step {step}");
        }
    }

    [TestMethod]
    public void AKillAnywhereInAReissueNeverLeavesAnIssueTwice()
    {
        int step = 0;
        for (bool through = false; !through; step++)
        {
            using var folder = new TestFolder();
            DeviceSummary device;
            using (Fleet fleet = Fleet.Open(folder.At("fleet")))
            {
                device = fleet.Add("camera").Summary;
            }

            through = Run(folder.At("fleet"), step, fleet => fleet.Reissue(device.Device));
            uint after = MakingTests.Record(device).BootCount;
            Assert.IsTrue(after == 0 || after == 1u << 24, $"step {step}: {after}");
            using (Fleet fleet = Fleet.Open(folder.At("fleet")))
            {
                Assert.IsGreaterThan(after, fleet.Reissue(device.Device));
            }

            Assert.AreEqual(4, Directory.GetFiles(Path.Combine(device.Folder, "flash")).Length);
        }
    }

    [TestMethod]
    public void ATemporaryFileThatAKillLeftIsSweptUp()
    {
        using var folder = new TestFolder();
        DeviceSummary device;
        using (Fleet fleet = Fleet.Open(folder.At("fleet")))
        {
            device = fleet.Add("camera").Summary;
        }

        string[] left = [Path.Combine(device.Folder, "_order.new"), folder.At("fleet", "ca", "_ca.key"),
            folder.At("fleet", "devices", "_abc", "flash", "order.new")];
        foreach (string file in left)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "a key");
        }

        Fleet.Open(folder.At("fleet")).Dispose();
        Assert.IsFalse(left.Any(File.Exists));
        Assert.AreEqual(device.Folder, Directory.GetDirectories(folder.At("fleet", "devices")).Single());
    }

    [TestMethod]
    public void ARegistryThatWasCutOffAnywhereIsCompleted()
    {
        using var folder = new TestFolder();
        using (Fleet fleet = Fleet.Open(folder.At("fleet")))
        {
            fleet.Add("Küche, \"hinten\"");
            fleet.Add("Küche, \"hinten\"");
        }

        string path = folder.At("fleet", "registry.csv");
        byte[] whole = File.ReadAllBytes(path);
        string[] lines = [.. Encoding.UTF8.GetString(whole).Split("\r\n").Order()];
        for (int length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            Fleet.Open(folder.At("fleet")).Dispose();
            CollectionAssert.AreEqual(lines, File.ReadAllText(path).Split("\r\n").Order().ToArray(), $"cut at {length}");
        }

        File.Delete(path);
        Fleet.Open(folder.At("fleet")).Dispose();
        CollectionAssert.AreEqual(lines, File.ReadAllText(path).Split("\r\n").Order().ToArray());
    }

    [TestMethod]
    public void ALineThatSomebodyTypedIntoTheRegistryStays()
    {
        using var folder = new TestFolder();
        Fleet.Open(folder.At("fleet")).Dispose();
        File.AppendAllText(folder.At("fleet", "registry.csv"), "a note without an end");
        using (Fleet fleet = Fleet.Open(folder.At("fleet")))
        {
            fleet.Add("camera");
        }

        string[] lines = File.ReadAllLines(folder.At("fleet", "registry.csv"));
        Assert.AreEqual(3, lines.Length);
        Assert.AreEqual("a note without an end", lines[1]);
    }

    /// <summary>True if it was through before that step.</summary>
    private static bool Run(string folder, int killBefore, Action<Fleet> work)
    {
        int step = 0;
        try
        {
            using Fleet fleet = Fleet.Open(folder, null, _ =>
            {
                if (step++ >= killBefore)
                {
                    throw new OperationCanceledException("killed");
                }
            });
            work(fleet);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static void Sound(string fleet, Dictionary<string, string> before, string when)
    {
        string[] devices = Directory.GetDirectories(Path.Combine(fleet, "devices"));
        foreach (string device in devices)
        {
            string[] files = [.. Directory.GetFiles(device, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(device, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
            CollectionAssert.AreEqual(Whole, files, when);
        }

        string[] lines = File.ReadAllLines(Path.Combine(fleet, "registry.csv"));
        string[] registered = [.. lines.Skip(1).Select(line => line.Split(',')[0])];
        CollectionAssert.AreEquivalent(devices.Select(Path.GetFileName).ToArray(), registered, when);
        Dictionary<string, string> after = TestFolder.Contents(fleet);
        foreach ((string file, string bytes) in before.Where(one => !one.Key.Contains('_') && one.Key != "registry.csv"))
        {
            Assert.AreEqual(bytes, after[file], $"{when}: {file}");
        }
    }
}
