using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sealcam.Host;

namespace Sealcam.Provision.Tests;

[TestClass]
public class MakingTests
{
    private const string ClientUsage = "1.3.6.1.5.5.7.3.2";

    [TestMethod]
    public void ANewDeviceHasOneKeyWithAnEvenYInItsIdItsRecordAndItsCertificate()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        DeviceSummary device = fleet.Add("porch").Summary;

        OrderRecord record = Record(device);
        using X509Certificate2 certificate = Certificate(device);
        using ECDsa key = certificate.GetECDsaPublicKey()!;
        ECParameters q = key.ExportParameters(false);
        Assert.AreEqual(0, q.Q.Y![^1] & 1);
        CollectionAssert.AreEqual(q.Q.X, record.Id);
        Assert.AreEqual(device.Device, DeviceKey.Text(record.Id));
        Assert.AreEqual(device.Device, Path.GetFileName(device.Folder));
        byte[] x = new byte[32], y = new byte[32];
        P256Key.Public(record.Key, x, y);
        CollectionAssert.AreEqual(q.Q.X, x);
        CollectionAssert.AreEqual(q.Q.Y, y);
        Assert.IsFalse(record.Simulated);
        Assert.AreEqual(0u, record.BootCount);
        Assert.AreEqual("porch-0001", device.Name);
    }

    [TestMethod]
    public void ItsCertificateIsAClientsByTheFleetsCaAndNeverEnds()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        DeviceSummary device = fleet.Add("porch").Summary;
        using X509Certificate2 certificate = Certificate(device);
        using X509Certificate2 authority = X509Certificate2.CreateFromPem(File.ReadAllText(fleet.AuthorityFile));

        foreach (int years in new[] { 0, 30, 500 })
        {
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.Add(authority);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ClientUsage));
            chain.ChainPolicy.VerificationTime = DateTime.Now.AddYears(years);
            Assert.IsTrue(chain.Build(certificate), string.Join(", ", chain.ChainStatus.Select(s => s.Status)));
        }

        Assert.AreEqual($"CN={device.Device}", certificate.Subject);
        Assert.AreEqual("9999-12-31T23:59:59Z", device.NotAfter);
        Assert.AreEqual(device.Serial, certificate.SerialNumber);
        Assert.IsFalse(certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        // The device's own parser, for "cert show".
        CertificateText shown = CertificateText.Parse(certificate.RawData);
        Assert.IsGreaterThan(DateTimeOffset.UtcNow.AddYears(70).ToUnixTimeSeconds(), shown.NotAfter);
        Assert.IsTrue(shown.IsFor(Record(device)));
    }

    [TestMethod]
    public void TheFlashFolderHoldsWhatTheFirmwareLooksForAndNothingElse()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        DeviceSummary device = fleet.Add("porch").Summary;
        string[] files = [.. Directory.GetFiles(Path.Combine(device.Folder, "flash")).Select(file => Path.GetFileName(file)!).Order()];
        CollectionAssert.AreEqual(new[] { "ca.pem", "console.key", "device.pem", "order.new" }, files);
        Assert.AreEqual(File.ReadAllText(fleet.AuthorityFile), File.ReadAllText(Path.Combine(device.Folder, "flash", "ca.pem")));
        string credentials = File.ReadAllText(Path.Combine(Source(), "Firmware", "Esp32", "DeviceCredentials.cs"));
        StringAssert.Contains(credentials, $"CaName = \"{DeviceMaker.ServerAuthoritiesName}\"");
        StringAssert.Contains(credentials, $"DeviceName = \"{DeviceMaker.DeviceCertificateName}\"");
    }

    [TestMethod]
    public void AHundredDevicesAreAHundredIdentities()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        ProvisionedDevice[] made = [.. Enumerable.Range(0, 100).Select(_ => fleet.Add("camera"))];
        foreach (Func<ProvisionedDevice, string> one in new Func<ProvisionedDevice, string>[]
        {
            it => it.Summary.Device, it => it.Summary.Serial, it => it.Summary.Name, it => it.Passphrase,
            it => Convert.ToHexString(Record(it.Summary).Key),
            it => Convert.ToHexString(File.ReadAllBytes(Path.Combine(it.Summary.Folder, "flash", "console.key"))),
        })
        {
            Assert.AreEqual(100, made.Select(one).Distinct().Count());
        }

        Assert.AreEqual(101, File.ReadAllLines(folder.At("fleet", "registry.csv")).Length);
    }

    [TestMethod]
    public void ASecondRunAddsAndTouchesNothing()
    {
        using var folder = new TestFolder();
        using (Fleet fleet = Fleet.Open(folder.At("fleet")))
        {
            fleet.Add("camera");
        }

        Dictionary<string, string> before = TestFolder.Contents(folder.At("fleet"));
        using (Fleet fleet = Fleet.Open(folder.At("fleet")))
        {
            Assert.AreEqual("camera-0002", fleet.Add("camera").Summary.Name);
        }

        Dictionary<string, string> after = TestFolder.Contents(folder.At("fleet"));
        string registry = before["registry.csv"];
        StringAssert.StartsWith(after["registry.csv"], registry);
        foreach ((string file, string bytes) in before.Where(one => one.Key != "registry.csv"))
        {
            Assert.AreEqual(bytes, after[file], file);
        }
    }

    [TestMethod]
    public void NoCellOfTheRegistryIsAFormula()
    {
        Assert.AreEqual("plain,'=1,'+1,'-1,\"'@SUM(1,2)\",'\t=1,\"say \"\"x\"\"\",\" =1\"\r\n",
            Csv.Line("plain", "=1", "+1", "-1", "@SUM(1,2)", "\t=1", "say \"x\"", " =1"));
    }

    [TestMethod]
    public void TwoRunsAtATimeAreOneAndASentence()
    {
        using var folder = new TestFolder();
        using Fleet first = Fleet.Open(folder.At("fleet"));
        StringAssert.Contains(Assert.ThrowsExactly<HostException>(() => Fleet.Open(folder.At("fleet"))).Message, "in use");
    }

    [TestMethod]
    public void SomebodyElsesFolderIsLeftAlone()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder.At("diary.txt"), "private");
        StringAssert.Contains(Assert.ThrowsExactly<HostException>(() => Fleet.Open(folder.Root)).Message, "no fleet's folder");
        Assert.AreEqual(1, Directory.GetFileSystemEntries(folder.Root).Length);
    }

    [TestMethod]
    public void WhatAreDevicesFilesIsTheOwnersAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("Windows has no file modes: files inherit who may read them from the folder");
            return;
        }

        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        ProvisionedDevice device = fleet.Add("camera");
        fleet.Certify(["localhost"]);
        fleet.Reissue(device.Summary.Device);
        foreach (string path in Directory.GetFileSystemEntries(folder.At("fleet"), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != "_lock"))
        {
            UnixFileMode wanted = UnixFileMode.UserRead | UnixFileMode.UserWrite
                | (Directory.Exists(path) ? UnixFileMode.UserExecute : 0);
            Assert.AreEqual(wanted, File.GetUnixFileMode(path), path);
        }
    }

    internal static OrderRecord Record(DeviceSummary device)
    {
        byte[] file = File.ReadAllBytes(Path.Combine(device.Folder, "flash", "order.new"));
        return OrderRecord.Decode(file, file.Length) ?? throw new AssertFailedException("order.new is no good record");
    }

    private static X509Certificate2 Certificate(DeviceSummary device) =>
        X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(device.Folder, "flash", "device.pem")));

    /// <summary>The root of the source tree.</summary>
    private static string Source()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder != null && !File.Exists(Path.Combine(folder, "Versions.props")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new AssertFailedException("the tests run outside of the source tree");
    }
}
