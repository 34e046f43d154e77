using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Esp32.Tests;

/// <summary>The device's TLS link over a model of SslStream, its traps included.</summary>
[TestClass]
[DoNotParallelize]
public class TlsLinkTests
{
    private TlsRig _rig;

    [TestInitialize]
    public void PowerOn() => _rig = new TlsRig();

    [TestCleanup]
    public void NothingFrozeAndNothingIsLeft()
    {
        _rig.Link.Close();
        Assert.IsEmpty(Device.Deaths, string.Join(", ", Device.Deaths));
        Assert.AreEqual(0, Network.Contexts, "contexts");
        Assert.AreEqual(0, Network.OpenCount, "socket numbers");
        Assert.IsLessThanOrEqualTo(1, Network.MostContexts, "more TLS at once than the memory is reckoned for");
    }

    [TestMethod]
    public void TheHandshakeAsksForAllThatChecksAndShowsTheDevicesOwnCertificate()
    {
        SslStream tls = _rig.Connect().Client;
        Assert.AreEqual(SslVerification.CertificateRequired, tls.SslVerification);
        Assert.AreEqual(SslProtocols.Tls12 | SslProtocols.Tls13, tls.Protocols);
        Assert.AreEqual("ingest.test", tls.Host);
        Assert.IsNotNull(tls.Ca);
        var own = (X509Certificate2)tls.Own;
        CollectionAssert.AreEqual(own.PublicKey, own.KeyPoint, "certificate and key are not a pair");
        CollectionAssert.AreEqual(_rig.Id, own.KeyPoint[1..33]);
    }

    /// <summary>SNTP moves the platform's clock, unauthenticated, whenever it likes.</summary>
    [TestMethod]
    public void CertificatesAreJudgedByTheAgentsTimeWhoeverMovedTheClock()
    {
        _rig.Connect();
        Device.Rtc = System.DateTime.UnixEpoch.AddYears(99);
        Wire second = Network.Expect();
        _rig.Link.Connect(8443);
        Assert.IsLessThan(60, Math.Abs(second.Client.JudgedAt.ToUnixTimeSeconds() - TlsRig.Now));
    }

    [TestMethod]
    public void WithoutATimeOrAnAddressThereIsNoHandshake()
    {
        _rig.Link.Resolve("ingest.test");
        Assert.AreEqual(LinkFault.NoClock, Assert.ThrowsExactly<LinkException>(() => _rig.Link.Connect(8443)).Fault);
        foreach (string host in new[] { "none.test", "empty.test" })
        {
            Assert.AreEqual(LinkFault.Name, Assert.ThrowsExactly<LinkException>(() => _rig.Link.Resolve(host)).Fault);
            Assert.AreEqual(LinkFault.Name, Assert.ThrowsExactly<LinkException>(() => _rig.Link.Connect(8443)).Fault);
        }
    }

    [TestMethod]
    public void AReadNeverWaitsWhateverTheServerHasSentSoFar()
    {
        Wire wire = _rig.Connect();
        Assert.AreEqual(0, _rig.Read());
        wire.SendTicket();
        Assert.AreEqual(0, _rig.Read(), "a ticket is no data");
        wire.SendBegin(1, 2);
        Assert.AreEqual(0, _rig.Read(), "a part of a record is no data");
        Assert.AreEqual(0, _rig.Read());
        wire.Complete([1, 2, 3]);
        Assert.AreEqual(3, _rig.Read());
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, _rig.Buffer[..3]);
    }

    /// <summary>The rest of a record is decrypted and no longer in the socket: Poll does not see it.</summary>
    [TestMethod]
    public void ARecordLargerThanTheBufferIsReadToItsEnd()
    {
        byte[] sent = new byte[40];
        new System.Random(5).NextBytes(sent);
        Wire wire = _rig.Connect();
        wire.Send(sent);
        byte[] got = [.. Part(), .. Part(), .. Part()];
        CollectionAssert.AreEqual(sent, got);
        Assert.AreEqual(0, _rig.Read());

        byte[] Part() => _rig.Buffer[.._rig.Read()];
    }

    [TestMethod]
    public void AServerThatSaysGoodbyeHasClosedAndOneThatBreaksIsLost()
    {
        Wire wire = _rig.Connect();
        wire.Send(7);
        wire.SayGoodbye();
        Assert.AreEqual(1, _rig.Read());
        Assert.AreEqual(-1, _rig.Read());
        Assert.AreEqual(-1, _rig.Read());
        wire = _rig.Connect();
        wire.Send(7);
        wire.Break();
        Assert.AreEqual(1, _rig.Read());
        Assert.AreEqual(LinkFault.Lost, Assert.ThrowsExactly<LinkException>(() => _rig.Read()).Fault);
        Assert.AreEqual(LinkFault.Lost, Assert.ThrowsExactly<LinkException>(() => _rig.Link.Write(new byte[1], 0, 1)).Fault);
    }

    /// <summary>
    /// A server refuses before it has read everything, and hangs up: its answer is there though the write fails.
    /// </summary>
    [TestMethod]
    public void AfterAWriteThatFailedTheAnswerIsStillRead()
    {
        Wire wire = _rig.Connect(new Wire { Window = 100 });
        _rig.Link.Write(new byte[100], 0, 100);
        wire.Send(4, 1, 3);
        Assert.ThrowsExactly<LinkException>(() => _rig.Link.Write(new byte[100], 0, 100));
        Assert.AreEqual(3, _rig.Read());
    }

    [TestMethod]
    public void AServerThatTakesNothingEndsTheWriteInTime()
    {
        Wire wire = _rig.Connect(new Wire { Window = 3000 });
        _rig.Link.Write(new byte[Limits.WriteBytes], 0, Limits.WriteBytes);
        long started = Device.UptimeMs;
        LinkException e = Assert.ThrowsExactly<LinkException>(() => _rig.Link.Write(new byte[Limits.WriteBytes], 0, Limits.WriteBytes));
        Assert.AreEqual(LinkFault.Timeout, e.Fault);
        Assert.IsLessThanOrEqualTo(10000, Device.UptimeMs - started);
        Assert.HasCount(Limits.WriteBytes, wire.Taken);
        Assert.ThrowsExactly<ArgumentException>(() => _rig.Link.Write(new byte[4096], 0, Limits.WriteBytes + 1));
    }

    [TestMethod]
    public void WithoutAConnectionEveryCallSaysSoAndNoneFollowsANullPointer()
    {
        Assert.AreEqual(LinkFault.Lost, Assert.ThrowsExactly<LinkException>(() => _rig.Read()).Fault);
        _rig.Connect();
        _rig.Link.Close();
        _rig.Link.Close();
        Assert.AreEqual(LinkFault.Lost, Assert.ThrowsExactly<LinkException>(() => _rig.Read()).Fault);
        Assert.AreEqual(LinkFault.Lost, Assert.ThrowsExactly<LinkException>(() => _rig.Link.Write(new byte[1], 0, 1)).Fault);
    }
}
