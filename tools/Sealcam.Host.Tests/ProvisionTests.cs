using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Host.Tests;

[TestClass]
public class ProvisionTests
{
    [TestMethod]
    public void ANewCameraHasAnOrderRecordAndACertificateForTheSameKey()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = Authority(folder);
        byte[] id = authority.Provision(folder.At("cam"));
        OrderRecord record = OrderRecord.Decode(File.ReadAllBytes(folder.At("cam", "order.new")), OrderRecord.Bytes);
        CollectionAssert.AreEqual(id, record.Id);
        Assert.IsTrue(record.Simulated);
        Assert.AreEqual(0u, record.BootCount);

        using var store = new DirectoryStore(folder.At("cam"));
        using X509Certificate2 certificate = DeviceCertificate.Load(store);
        Assert.IsTrue(certificate.HasPrivateKey);
        Assert.AreEqual($"CN={DeviceKey.Text(id)}, OU=simulated", certificate.Subject);
        Assert.IsTrue(DeviceCertificate.Belongs(certificate, id));
        Assert.AreEqual(Pki.ClientUsage, certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single()
            .EnhancedKeyUsages[0].Value);
        using ECDsa key = certificate.GetECDsaPrivateKey();
        CollectionAssert.AreEqual(record.Key, key.ExportParameters(true).D);
    }

    [TestMethod]
    public void TwoCamerasAreTwoIdentities()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = Authority(folder);
        CollectionAssert.AreNotEqual(authority.Provision(folder.At("a")), authority.Provision(folder.At("b")));
    }

    [TestMethod]
    public void ASecondRunTouchesNothing()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = Authority(folder);
        byte[] id = authority.Provision(folder.At("cam"));
        string before = Contents(folder);
        CollectionAssert.AreEqual(id, authority.Provision(folder.At("cam")));
        Assert.AreEqual(before, Contents(folder));
    }

    [TestMethod]
    public void ACameraThatHasBootedIsNeverRolledBack()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = Authority(folder);
        byte[] id = authority.Provision(folder.At("cam"));
        // As the agent leaves it after its boots: both copies, and order.new consumed.
        File.Move(folder.At("cam", "order.new"), folder.At("cam", "order.a"));
        File.Copy(folder.At("cam", "order.a"), folder.At("cam", "order.b"));
        CollectionAssert.AreEqual(id, authority.Provision(folder.At("cam")));
        File.Delete(folder.At("cam", "order.a"));
        CollectionAssert.AreEqual(id, authority.Provision(folder.At("cam")));
        Assert.IsFalse(File.Exists(folder.At("cam", "order.new")));
    }

    [TestMethod]
    [DataRow("order.a")]
    [DataRow("order.b")]
    [DataRow("order.new")]
    public void ADamagedIdentityIsOneSentenceAndStaysForTheTechnician(string name)
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = Authority(folder);
        Directory.CreateDirectory(folder.At("cam"));
        foreach (byte[] content in new byte[][] { [], [1, 2, 3], new byte[96], new byte[100_000] })
        {
            File.WriteAllBytes(folder.At("cam", name), content);
            HostException fault = Assert.ThrowsExactly<HostException>(() => authority.Provision(folder.At("cam")));
            StringAssert.Contains(fault.Message, folder.At("cam"));
            CollectionAssert.AreEqual(content, File.ReadAllBytes(folder.At("cam", name)));
        }
    }

    [TestMethod]
    public void AGoodRecordWithAFalseKeyIsOneSentence()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = Authority(folder);
        Directory.CreateDirectory(folder.At("cam"));
        var record = new OrderRecord { Simulated = true };
        record.Key[31] = 1;
        File.WriteAllBytes(folder.At("cam", "order.a"), Identities.Bytes(record));
        HostException fault = Assert.ThrowsExactly<HostException>(() => authority.Provision(folder.At("cam")));
        StringAssert.Contains(fault.Message, "belong together");
    }

    [TestMethod]
    public void ARealCamerasIdentityIsNotTaken()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = Authority(folder);
        Directory.CreateDirectory(folder.At("cam"));
        DeviceKey key = DeviceKey.Create();
        File.WriteAllBytes(folder.At("cam", "order.a"), Identities.Bytes(new OrderRecord { Key = key.D, Id = key.X }));
        HostException fault = Assert.ThrowsExactly<HostException>(() => authority.Provision(folder.At("cam")));
        StringAssert.Contains(fault.Message, "real camera");
        Assert.IsFalse(File.Exists(folder.At("cam", "device.crt")));
    }

    [TestMethod]
    public void ACertificateThatIsNoGoodIsMadeAgainForTheSameIdentity()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = Authority(folder);
        using DevelopmentAuthority other = DevelopmentAuthority.Open(folder.At("other"));
        byte[] id = authority.Provision(folder.At("cam"));
        other.Provision(folder.At("foreign"));
        string foreign = File.ReadAllText(folder.At("foreign", "device.crt"));
        foreach (string content in new[] { null, "", "garbage", new string('x', 100_000), foreign })
        {
            File.Delete(folder.At("cam", "device.crt"));
            if (content != null)
            {
                File.WriteAllText(folder.At("cam", "device.crt"), content);
            }

            CollectionAssert.AreEqual(id, authority.Provision(folder.At("cam")));
            using var store = new DirectoryStore(folder.At("cam"));
            using X509Certificate2 made = DeviceCertificate.Load(store);
            Assert.AreEqual(authority.Certificate.Subject, made.Issuer);
        }
    }

    [TestMethod]
    public void ANewCaAndTheEndOfItsTermRenewTheCertificate()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = Authority(folder);
        authority.Provision(folder.At("cam"));
        string first = File.ReadAllText(folder.At("cam", "device.crt"));
        var time = new FakeTime(DateTimeOffset.UtcNow.AddDays(380));
        using DevelopmentAuthority later = DevelopmentAuthority.Open(folder.At("ca"), null, time);
        later.Provision(folder.At("cam"));
        string second = File.ReadAllText(folder.At("cam", "device.crt"));
        using DevelopmentAuthority other = DevelopmentAuthority.Open(folder.At("other"));
        other.Provision(folder.At("cam"));
        string third = File.ReadAllText(folder.At("cam", "device.crt"));
        Assert.AreNotEqual(first, second);
        Assert.AreNotEqual(second, third);
    }

    [TestMethod]
    public void ARunningCamerasFolderIsNotTouched()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = Authority(folder);
        using var running = new DirectoryStore(folder.At("cam"));
        StringAssert.Contains(Assert.ThrowsExactly<HostException>(() => authority.Provision(folder.At("cam"))).Message, "in use");
    }

    private static DevelopmentAuthority Authority(TestFolder folder)
    {
        return DevelopmentAuthority.Open(folder.At("ca"));
    }

    private static string Contents(TestFolder folder)
    {
        return string.Join('\n', Directory.GetFiles(folder.At("cam")).Order()
            .Select(f => f + Convert.ToHexString(File.ReadAllBytes(f))));
    }
}
