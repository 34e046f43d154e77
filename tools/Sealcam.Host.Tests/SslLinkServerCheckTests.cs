using System;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Host.Tests;

/// <summary>The servers that the link must not talk to.</summary>
[TestClass]
public class SslLinkServerCheckTests
{
    [TestMethod]
    public void AServerWithAnotherNameIsRefused()
    {
        Refused(LinkFault.WrongName, Pki.Shared.Leaf("elsewhere"));
    }

    [TestMethod]
    public void AnAddressInTheCommonNameAloneIsNoName()
    {
        Refused(LinkFault.WrongName, Pki.Shared.Leaf("localhost"), host: "127.0.0.1");
    }

    [TestMethod]
    public void AServerOfAnotherCaIsRefused()
    {
        Refused(LinkFault.Untrusted, Pki.Other.Leaf());
    }

    [TestMethod]
    public void ACaOfTheSameNameWithAnotherKeyIsAnotherCa()
    {
        using var twin = new Pki("CN=Test CA");
        Refused(LinkFault.Untrusted, twin.Leaf());
    }

    [TestMethod]
    public void AnExpiredCertificateIsAboutDates()
    {
        LinkException fault = Refused(LinkFault.Dates, Pki.Shared.Leaf(from: -60, to: -2));
        StringAssert.Contains(fault.Message, DateTime.UtcNow.Year.ToString());
    }

    [TestMethod]
    public void ACertificateOfTheFutureIsAboutDates()
    {
        Refused(LinkFault.Dates, Pki.Shared.Leaf(from: 2, to: 30));
    }

    [TestMethod]
    public void TheBoardsClockCountsNotTheMachines()
    {
        Refused(LinkFault.Dates, Pki.Shared.Leaf(), now: DateTimeOffset.UtcNow.AddDays(-300));
        using X509Certificate2 expired = Pki.Shared.Leaf(from: -60, to: -2);
        using LoopbackServer server = LoopbackServer.Tls(expired, (_, _) => Task.CompletedTask);
        using SslLink link = Links.Make(now: DateTimeOffset.UtcNow.AddDays(-30));
        link.Resolve("localhost");
        link.Connect(server.Port);
        Assert.AreEqual(1, link.Handshakes);
    }

    [TestMethod]
    public void AnotherDeviceOfTheSameCaCannotPlayTheServer()
    {
        Refused(LinkFault.Untrusted, Pki.Shared.Leaf(usage: Pki.ClientUsage));
    }

    [TestMethod]
    public void AFalseRootOutweighsDatesAndName()
    {
        Refused(LinkFault.Untrusted, Pki.Other.Leaf("elsewhere", from: -60, to: -2));
        Refused(LinkFault.Dates, Pki.Shared.Leaf("elsewhere", from: -60, to: -2));
    }

    private static LinkException Refused(
        int fault, X509Certificate2 certificate, string host = "localhost", DateTimeOffset? now = null)
    {
        using (certificate)
        {
            using LoopbackServer server = LoopbackServer.Tls(certificate, (_, _) => Task.CompletedTask);
            using SslLink link = Links.Make(now: now);
            LinkException thrown = Links.ConnectFault(link, server.Port, host);
            Assert.AreEqual(fault, thrown.Fault, thrown.Message);
            return thrown;
        }
    }
}
