using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sealcam.Host;

namespace Sealcam.Provision.Tests;

/// <summary>A CA that another tool made, and what is none.</summary>
[TestClass]
public class AuthorityTests
{
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void ACaOfAnotherToolIsUsedAsItIs(bool isRsa)
    {
        using var folder = new TestFolder();
        (string certificate, string key) = Authority(isRsa);
        Put(folder, certificate, key);
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        DeviceSummary device = fleet.Add("camera").Summary;
        Assert.AreEqual(certificate, File.ReadAllText(fleet.AuthorityFile));
        Assert.AreEqual(key, File.ReadAllText(folder.At("fleet", "ca", "ca.key")));
        using X509Certificate2 ca = X509Certificate2.CreateFromPem(certificate);
        using X509Certificate2 leaf = X509Certificate2.CreateFromPem(
            File.ReadAllText(Path.Combine(device.Folder, "flash", "device.pem")));
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(ca);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        Assert.IsTrue(chain.Build(leaf), string.Join(", ", chain.ChainStatus.Select(s => s.StatusInformation)));
    }

    [TestMethod]
    public void ACasKeyThatLiesInItsCertificatesFileDoesNotReachTheDevices()
    {
        using var folder = new TestFolder();
        (string certificate, string key) = Authority(isRsa: false);
        Put(folder, key + certificate, key);
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        string deployed = File.ReadAllText(Path.Combine(fleet.Add("camera").Summary.Folder, "flash", "ca.pem"));
        Assert.IsFalse(deployed.Contains("PRIVATE"), "the CA's key would go onto every device");
        StringAssert.Contains(deployed, "BEGIN CERTIFICATE");
    }

    [TestMethod]
    public void AServersOwnCaIsWhatTheDevicesTrust()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        (string other, _) = Authority(isRsa: false);
        File.WriteAllText(folder.At("fleet", "ca", "server-ca.pem"), other);
        Assert.AreEqual(other, File.ReadAllText(Path.Combine(fleet.Add("camera").Summary.Folder, "flash", "ca.pem")));
        File.WriteAllText(folder.At("fleet", "ca", "server-ca.pem"), string.Concat(Enumerable.Repeat(other, 40)));
        StringAssert.Contains(Assert.ThrowsExactly<HostException>(() => fleet.Add("camera")).Message, "8192");
    }

    [TestMethod]
    [DataRow("garbage")]
    [DataRow("other key")]
    [DataRow("no key")]
    [DataRow("leaf")]
    [DataRow("ended")]
    [DataRow("development")]
    public void WhatIsNoFleetsCaIsASentenceAndStaysAsItIs(string fault)
    {
        using var folder = new TestFolder();
        (string certificate, string key) = fault switch
        {
            "leaf" => Authority(isRsa: false, isAuthority: false),
            "ended" => Authority(isRsa: false, lastDay: -1),
            "development" => Authority(isRsa: false, subject: "CN=Sealcam development CA, OU=simulated"),
            _ => Authority(isRsa: false),
        };
        key = fault == "other key" ? Authority(isRsa: false).Key : key;
        Put(folder, fault == "garbage" ? "garbage" : certificate, fault == "no key" ? null : key);
        Dictionary<string, string> before = TestFolder.Contents(folder.At("fleet", "ca"));
        HostException said = Assert.ThrowsExactly<HostException>(() => Fleet.Open(folder.At("fleet")));
        StringAssert.Contains(said.Message, folder.At("fleet", "ca"));
        CollectionAssert.AreEquivalent(before, TestFolder.Contents(folder.At("fleet", "ca")));
    }

    [TestMethod]
    public void AFleetThatLostItsCaGetsNoNewOne()
    {
        using var folder = new TestFolder();
        using (Fleet fleet = Fleet.Open(folder.At("fleet")))
        {
            fleet.Add("camera");
        }

        Directory.Delete(folder.At("fleet", "ca"), recursive: true);
        HostException fault = Assert.ThrowsExactly<HostException>(() => Fleet.Open(folder.At("fleet")));
        StringAssert.Contains(fault.Message, "put the fleet's CA back");
    }

    private static void Put(TestFolder folder, string certificate, string? key)
    {
        Directory.CreateDirectory(folder.At("fleet", "ca"));
        File.WriteAllText(folder.At("fleet", "ca", "ca.pem"), certificate);
        if (key != null)
        {
            File.WriteAllText(folder.At("fleet", "ca", "ca.key"), key);
        }
    }

    private static (string Certificate, string Key) Authority(
        bool isRsa, bool isAuthority = true, int lastDay = 900, string subject = "CN=Our own CA")
    {
        using RSA rsa = RSA.Create(2048);
        using ECDsa ec = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        CertificateRequest request = isRsa ? new(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new(subject, ec, HashAlgorithmName.SHA384);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 made = request.CreateSelfSigned(now.AddDays(-90), now.AddDays(lastDay));
        return (made.ExportCertificatePem() + "\n", (isRsa ? rsa.ExportPkcs8PrivateKeyPem() : ec.ExportPkcs8PrivateKeyPem()) + "\n");
    }
}
