using System;
using System.Collections.Generic;
using System.Device.Gpio;
using System.Device.I2c;
using System.Device.Spi;
using System.IO.Ports;
using Sealcam.Esp32.Dvp;

namespace Sealcam.Esp32.Tests;

/// <summary>Boards on which something is wrong from the start: a program that ends waits for a debugger for ever.</summary>
[TestClass]
[DoNotParallelize]
public class StartFaultTests
{
    private const int FromMs = 90000;

    public static IEnumerable<object[]> Boards => EveryBoardTests.Boards;

    [TestCleanup]
    public void NothingFroze() => Assert.IsEmpty(Device.Deaths, string.Join(", ", Device.Deaths));

    [TestMethod]
    public void AConsolePortThatCannotBeOpenedCostsTheConsoleAlone()
    {
        var rig = new BoardRig(EveryBoardTests.Board("esp32-cam-aithinker"));
        SerialPort.FailsToOpen = true;
        Assert.IsNull(rig.Run(100000));
        Assert.IsGreaterThanOrEqualTo(1, rig.Cloud.Stills.Count);
    }

    [TestMethod]
    [DataRow("esp32s3-arducam-mega")]
    [DataRow("esp32-arducam-mini")]
    public void ABusThatCannotBeOpenedIsAFaultOfTheCameraAndTriedAgain(string board)
    {
        var rig = new BoardRig(EveryBoardTests.Board(board));
        SpiDevice.OpenFault = new ArgumentException();
        Cpu.Later(150000, () =>
        {
            Assert.Contains("Sealcam", rig.Terminal.Text);
            Assert.IsEmpty(rig.Cloud.Stills);
            SpiDevice.OpenFault = null;
        });
        Assert.IsNull(rig.Run(300000), rig.Terminal.Text);
        Assert.IsGreaterThanOrEqualTo(1, rig.Cloud.Stills.Count);
        Assert.AreEqual("", rig.Violations());
    }

    /// <summary>What was tried in vain has finalizers, and they would take the driver from what was opened later.</summary>
    [TestMethod]
    public void ATwoWireBusThatCouldBeOpenedAtLastIsNotLostToTheTriesBefore()
    {
        var rig = new BoardRig(EveryBoardTests.Board("esp32-arducam-mini"));
        BoardRig.Write("settings.txt", BoardRig.Settings + "interval = 5\n");
        I2cDevice.OpenFault = new ArgumentException();
        Cpu.Later(100000, () => I2cDevice.OpenFault = null);
        Cpu.Later(130000, () => SpiDevice.Fault = new ArgumentException());  // behind it the sensor is set up anew
        int stills = 0;
        Cpu.Later(140000, () =>
        {
            stills = rig.Cloud.Stills.Count;
            SpiDevice.Fault = null;
        });
        Assert.IsNull(rig.Run(300000), rig.Terminal.Text);
        Assert.IsGreaterThan(0, stills);
        Assert.IsGreaterThanOrEqualTo(stills + 15, rig.Cloud.Stills.Count, rig.Terminal.Text);
    }

    /// <summary>The firmware runs without it, and a board without it must not be mistaken for a dead one.</summary>
    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void WithoutItsPsramABoardSaysSoAndKeepsWhatFits(string board)
    {
        var rig = new BoardRig(EveryBoardTests.Board(board));
        nanoFramework.Runtime.Native.GC.Free = 110000;
        NativeDvp.FrameBytes = 9000;
        rig.Type(FromMs, "log tail 100");
        Assert.IsNull(rig.Run(200000), rig.Terminal.Text);
        Assert.Contains("too little memory for outbox-kb; 16 KB it is", rig.Terminal.Text);
    }

    [TestMethod]
    [DataRow("esp32-cam-aithinker", 33)]
    [DataRow("xiao-esp32s3-sense", 4)]
    public void WhatKeepsABoardFromStartingIsSaidAndItTriesAgain(string board, int pin)
    {
        var rig = new BoardRig(EveryBoardTests.Board(board));
        Pins.Reserved.Add(pin);
        Assert.AreEqual("restarted", rig.Run(100000));
        Assert.Contains("cannot start, trying again: InvalidOperationException", rig.Terminal.Text);
        Assert.IsGreaterThan(60000, Device.UptimeMs);
        rig.Restart();
        Assert.IsNull(rig.Run(100000));
        Assert.IsGreaterThanOrEqualTo(1, rig.Cloud.Stills.Count);
    }
}
