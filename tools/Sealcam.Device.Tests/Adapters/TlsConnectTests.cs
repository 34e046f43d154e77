using System;
using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Esp32.Tests;

/// <summary>Connections that fail, and what many of them leave behind on the device.</summary>
[TestClass]
[DoNotParallelize]
public class TlsConnectTests
{
    private TlsRig _rig;

    /// <summary>Servers that no connection comes of, and what the technician is to be told.</summary>
    private static IEnumerable<(Wire Wire, int Fault, string Word)> Failures =>
    [
        (new Wire { Refuses = true }, LinkFault.Refused, "refused"),
        (new Wire { IsSilent = true }, LinkFault.Timeout, "no answer"),
        (new Wire { HangsUpEarly = true }, LinkFault.Other, "failed"),
        (new Wire { SetUp = new OutOfMemoryException() }, LinkFault.Other, "40 KB"),
        (new Wire { SetUp = new CryptographicException(9) }, LinkFault.Other, "set up"),
        (new Wire { SetUp = new InvalidOperationException() }, LinkFault.Other, "failed"),
        (new Wire { Handshake = new CryptographicException(0x08) }, LinkFault.Untrusted, "CA"),
        (new Wire { Handshake = new CryptographicException(0x04) }, LinkFault.WrongName, "not for"),
        (new Wire { Handshake = new CryptographicException(0x01) }, LinkFault.Dates, "not valid today"),
        (new Wire { Handshake = new CryptographicException(0x0200) }, LinkFault.Dates, "not valid today"),
        (new Wire { Handshake = new CryptographicException(-0x7780) }, LinkFault.Identity, "alert"),
        (new Wire { Handshake = new CryptographicException(-0x7280) }, LinkFault.Lost, "closed"),
        (new Wire { Handshake = new CryptographicException(-0x7F00) }, LinkFault.Other, "memory"),
        (new Wire { Handshake = new SocketException(-0x2700) }, LinkFault.Untrusted, "chain, name or dates"),
    ];

    [TestInitialize]
    public void PowerOn() => _rig = new TlsRig();

    [TestCleanup]
    public void NothingFroze() => Assert.IsEmpty(Device.Deaths, string.Join(", ", Device.Deaths));

    [TestMethod]
    public void WhateverFailsIsSaidInWordsAndLeavesNothingBehind()
    {
        foreach (var (wire, fault, word) in Failures)
        {
            LinkException e = Assert.ThrowsExactly<LinkException>(() => _rig.Connect(wire), word);
            Assert.AreEqual(fault, e.Fault, e.Message);
            Assert.Contains(word, e.Message);
            Assert.AreEqual(0, Network.Contexts, e.Message);
            Assert.AreEqual(0, Network.OpenCount, e.Message);
        }
    }

    /// <summary>A stream that is not disposed of closes its socket's number from its finalizer, whoever has it then.</summary>
    [TestMethod]
    public void NoEarlierConnectionsFinalizerClosesTheNumberOfThisOne()
    {
        foreach (var (failing, _, _) in Failures)
        {
            Assert.ThrowsExactly<LinkException>(() => _rig.Connect(failing));
            Wire wire = _rig.Connect();
            Network.CollectAllBut(wire);
            wire.Send(1, 2);
            Assert.AreEqual(2, _rig.Read());
            _rig.Link.Write(new byte[5], 0, 5);
            Assert.HasCount(5, wire.Taken);
            _rig.Link.Close();
            Assert.IsTrue(wire.WasToldGoodbye);
        }
    }

    /// <summary>The firmware pins a certificate's array for good at each handshake, and has 16 numbers and contexts.</summary>
    [TestMethod]
    public void AHundredConnectionsTakeWhatOneTakes()
    {
        for (int i = 0; i < 100; i++)
        {
            Wire wire = _rig.Connect();
            if (i % 3 == 0)
            {
                wire.Break();
                Assert.ThrowsExactly<LinkException>(() => _rig.Read());
            }

            Assert.AreEqual(1, Network.OpenCount);
        }

        Assert.AreEqual(1, Network.MostContexts);
        Assert.HasCount(2, Network.Pinned);
    }

    [TestMethod]
    public void ANetTestTakesTheUplinksPlaceAndGivesItBack()
    {
        _rig.Connect();
        var test = new Esp32NetTest(_rig.Link, _rig.Wifi, _rig.Clock, _rig.Credentials);
        Assert.AreEqual("127.0.0.1", test.Resolve("ingest.test"));
        Network.Expect();
        test.Dial(8443);
        Assert.IsTrue(_rig.Link.IsUp);
        Network.Expect();
        test.Handshake(8443);
        Assert.IsFalse(_rig.Link.IsUp, "the agent would connect beside the test");
        Assert.ThrowsExactly<LinkException>(() => _rig.Read());
        test.Close();
        Assert.IsTrue(_rig.Link.IsUp);
        _rig.Connect();
        Assert.AreEqual(1, Network.MostContexts);
        Assert.HasCount(2, Network.Pinned);
        _rig.Link.Close();
        Assert.AreEqual(0, Network.OpenCount);
    }

    [TestMethod]
    [DataRow("ca.pem", "ca.pem is missing")]
    [DataRow("device.pem", "device.pem is missing")]
    [DataRow("order.new", "no identity: deploy order.new")]
    public void AMissingFileIsNamedAndOneThatComesLaterIsTaken(string name, string sentence)
    {
        byte[] file = Disk.At(FlashStore.Root + name);
        Assert.IsNotNull(file, name);
        Disk.Remove(FlashStore.Root + name);
        LinkException e = Assert.ThrowsExactly<LinkException>(() => _rig.Connect());
        Assert.AreEqual(LinkFault.Identity, e.Fault);
        Assert.AreEqual(sentence, e.Message);
        Network.Clear();
        Disk.Put(FlashStore.Root + name, file);
        _rig.Connect();
        Assert.AreEqual(1, Network.OpenCount);
    }
}
