using System;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using System.Security.Cryptography.X509Certificates;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Host.Tests;

[TestClass]
public class DevelopmentAuthorityTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [TestMethod]
    public void TheFirstRunMakesACaThatCanBeRecognised()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = Open(folder);
        Assert.AreEqual("CN=Sealcam development CA, OU=simulated", authority.Certificate.Subject);
        Assert.IsTrue(DevelopmentAuthority.IsDevelopment(authority.Certificate));
        Assert.IsFalse(DevelopmentAuthority.IsDevelopment(Pki.Shared.Authority));
        Assert.IsFalse(authority.Certificate.HasPrivateKey);
        Assert.AreEqual(256, authority.Certificate.GetECDsaPublicKey().KeySize);
        using X509Certificate2 file = X509CertificateLoader.LoadCertificateFromFile(authority.CertificatePath);
        CollectionAssert.AreEqual(authority.Certificate.RawData, file.RawData);
    }

    [TestMethod]
    public void TheServerCertificateHasItsNamesAndItsDates()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = Open(folder, Now, "Camera-Hub.local", "192.0.2.7", "localhost");
        X509Certificate2 server = authority.Server;
        Assert.IsTrue(server.HasPrivateKey);
        var names = server.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single();
        CollectionAssert.AreEqual(new[] { "localhost", "camera-hub.local" }, names.EnumerateDnsNames().ToArray());
        CollectionAssert.AreEqual(new[] { "127.0.0.1", "::1", "192.0.2.7" },
            names.EnumerateIPAddresses().Select(a => a.ToString()).ToArray());
        Assert.AreEqual(Now.AddDays(397).UtcDateTime, server.NotAfter.ToUniversalTime());
        Assert.AreEqual(authority.Certificate.Subject, server.Issuer);
    }

    [TestMethod]
    public void ALaterRunFindsEverythingAsItWas()
    {
        using var folder = new TestFolder();
        Open(folder).Dispose();
        string[] before = Contents(folder);
        Open(folder, Now.AddDays(300)).Dispose();
        CollectionAssert.AreEqual(before, Contents(folder));
    }

    [TestMethod]
    public void TheServerCertificateIsRenewedNearItsEndAndForOtherNames()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority first = Open(folder);
        using DevelopmentAuthority late = Open(folder, Now.AddDays(370));
        Assert.AreNotEqual(first.Server.Thumbprint, late.Server.Thumbprint);
        Assert.AreEqual(first.Certificate.Thumbprint, late.Certificate.Thumbprint);
        using DevelopmentAuthority other = Open(folder, Now.AddDays(370), "hub");
        Assert.AreNotEqual(late.Server.Thumbprint, other.Server.Thumbprint);
    }

    [TestMethod]
    public void TheCaIsRenewedUnderItsOwnKeySoThatTheOldOneStillVerifies()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority first = Open(folder);
        using DevelopmentAuthority late = Open(folder, Now.AddDays(3400));
        Assert.AreNotEqual(first.Certificate.Thumbprint, late.Certificate.Thumbprint);
        // A camera that has not heard of the new CA certificate goes on with the old one.
        Assert.IsTrue(Leads(late.Server, first.Certificate, Now.AddDays(3401)));
    }

    [TestMethod]
    [DataRow("ca.crt")]
    [DataRow("server.crt")]
    [DataRow("server.key")]
    public void AFileThatIsMissingOrDamagedIsMended(string name)
    {
        const string Hollow = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        foreach (string content in new[] { null, "", "garbage", Hollow })
        {
            using var folder = new TestFolder();
            Open(folder).Dispose();
            File.Delete(folder.At("ca", name));
            if (content != null)
            {
                File.WriteAllText(folder.At("ca", name), content);
            }

            using DevelopmentAuthority mended = Open(folder);
            Assert.IsTrue(Leads(mended.Server, mended.Certificate, Now));
        }
    }

    [TestMethod]
    public void ALostOrDamagedCaKeyIsOneSentenceAndNothingIsOverwritten()
    {
        using var folder = new TestFolder();
        Open(folder).Dispose();
        File.WriteAllText(folder.At("ca", "ca.key"), "garbage");
        string[] before = Contents(folder);
        StringAssert.Contains(Assert.ThrowsExactly<HostException>(() => Open(folder)).Message, "ca.key");
        CollectionAssert.AreEqual(before, Contents(folder));
        File.Delete(folder.At("ca", "ca.key"));
        StringAssert.Contains(Assert.ThrowsExactly<HostException>(() => Open(folder)).Message, "ca.key");
    }

    [TestMethod]
    public void ARunKilledBehindAnyOfItsFilesIsRepaired()
    {
        string[] order = ["ca.key", "ca.crt", "server.key", "server.crt"];
        for (int done = 0; done <= order.Length; done++)
        {
            using var folder = new TestFolder();
            Open(folder).Dispose();
            foreach (string name in order[done..])
            {
                File.Move(folder.At("ca", name), folder.At("ca", "_" + name));
            }

            using DevelopmentAuthority repaired = Open(folder);
            Assert.IsTrue(Leads(repaired.Server, repaired.Certificate, Now), $"killed behind {done} files");
        }
    }

    [TestMethod]
    public void SomebodyElsesCaIsLeftAlone()
    {
        using var folder = new TestFolder();
        Open(folder).Dispose();
        File.WriteAllText(folder.At("ca", "ca.crt"), Pki.Shared.Authority.ExportCertificatePem());
        StringAssert.Contains(Assert.ThrowsExactly<HostException>(() => Open(folder)).Message, "not of a Sealcam development CA");
        Assert.AreEqual(Pki.Shared.Authority.ExportCertificatePem(), File.ReadAllText(folder.At("ca", "ca.crt")));
    }

    [TestMethod]
    public void AFolderOrAHugeFileInThePlaceOfAFileIsNoStackTrace()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder.At("ca", "ca.crt", "x"));
        Assert.ThrowsExactly<HostException>(() => Open(folder));
        using var second = new TestFolder();
        Open(second).Dispose();
        using (FileStream huge = File.Create(second.At("ca", "server.crt")))
        {
            huge.SetLength(5L << 30);
        }

        Open(second).Dispose();
        Assert.IsLessThan(5000, new FileInfo(second.At("ca", "server.crt")).Length);
    }

    [TestMethod]
    [DataRow("two words")]
    [DataRow("")]
    [DataRow("a/b")]
    public void ANameThatIsNoneIsOneSentence(string name)
    {
        using var folder = new TestFolder();
        StringAssert.Contains(Assert.ThrowsExactly<HostException>(() => Open(folder, Now, name)).Message, "host name");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public void KeysAndFoldersAreTheOwnersAlone()
    {
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var folder = new TestFolder();
        Open(folder).Dispose();
        Assert.AreEqual(Owner | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.At("ca")));
        Assert.AreEqual(Owner, File.GetUnixFileMode(folder.At("ca", "ca.key")));
        Assert.AreEqual(Owner, File.GetUnixFileMode(folder.At("ca", "server.key")));
        File.SetUnixFileMode(folder.At("ca", "ca.key"), Owner | UnixFileMode.OtherRead);
        Open(folder).Dispose();
        Assert.AreEqual(Owner, File.GetUnixFileMode(folder.At("ca", "ca.key")));
    }

    private static DevelopmentAuthority Open(TestFolder folder, DateTimeOffset? now = null, params string[] names)
    {
        return DevelopmentAuthority.Open(folder.At("ca"), names, new FakeTime(now ?? Now));
    }

    private static string[] Contents(TestFolder folder)
    {
        return Directory.GetFiles(folder.At("ca")).Order().Select(f => f + File.ReadAllText(f)).ToArray();
    }

    private static bool Leads(X509Certificate2 leaf, X509Certificate2 root, DateTimeOffset now)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = now.LocalDateTime;
        return chain.Build(leaf);
    }
}
