using System;
using System.Collections.Generic;
using System.Device.Gpio;
using System.Linq;
using nanoFramework.Hardware.Esp32;

namespace Sealcam.Esp32.Tests;

/// <summary>The main loop of a whole board: exceptions of one part, restarts, and what the next boot knows.</summary>
[TestClass]
[DoNotParallelize]
public class MainLoopTests
{
    private const int FromMs = 90000, UntilMs = 400000, EndMs = 700000;

    public static IEnumerable<object[]> Boards => EveryBoardTests.Boards;

    [TestCleanup]
    public void NothingFroze() => Assert.IsEmpty(Device.Deaths, string.Join(", ", Device.Deaths));

    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void ANetworkDriverThatThrowsStopsNeitherCapturingNorTheConsole(string board)
    {
        var rig = new BoardRig(EveryBoardTests.Board(board));
        Cpu.Later(FromMs, () => Air.Fault = new InvalidOperationException("the driver"));
        Cpu.Later(300000, () => rig.Terminal.Type("status --json\r"));
        Cpu.Later(UntilMs, () => Air.Fault = null);
        Assert.IsNull(rig.Run(EndMs), rig.Terminal.Text);
        Assert.Contains("\"captured\":5", rig.Terminal.Text);
        Assert.IsGreaterThanOrEqualTo(10, rig.Cloud.Stills.Count);
    }

    [TestMethod]
    public void AJoinThatFindsNoMemoryIsTriedAgain()
    {
        var rig = new BoardRig(EveryBoardTests.Board("esp32-cam-aithinker"));
        Thread.FailsToStart = true;
        Cpu.Later(150000, () => Thread.FailsToStart = false);
        Assert.IsNull(rig.Run(EndMs), rig.Terminal.Text);
        Assert.IsGreaterThanOrEqualTo(9, rig.Cloud.Stills.Count, rig.Terminal.Text);
    }

    [TestMethod]
    public void APartThatThrowsForAMinuteRestartsTheBoardInOrder()
    {
        var rig = new BoardRig(EveryBoardTests.Board("freenove-esp32s3-wroom-cam"));
        Cpu.Later(FromMs, () => Pins.Fault = new InvalidOperationException());
        Assert.AreEqual("restarted", rig.Run(EndMs), rig.Terminal.Text);
        Assert.IsInRange(FromMs + 55000, FromMs + 70000, Device.UptimeMs);
        Assert.HasCount(3, rig.Cloud.Stills, "meanwhile it goes on");
        NextBootKnows(rig, 3);
    }

    [TestMethod]
    public void AWaitThatFindsNoMemoryRestartsTheBoardInOrder()
    {
        var rig = new BoardRig(EveryBoardTests.Board("freenove-esp32s3-wroom-cam"));
        Cpu.Later(FromMs, () => AutoResetEvent.Fault = new OutOfMemoryException());
        Assert.AreEqual("restarted", rig.Run(EndMs), rig.Terminal.Text);
        NextBootKnows(rig, (uint)rig.Cloud.Stills.Count);
    }

    /// <summary>Main must not end, whatever it is: the firmware would wait for a debugger.</summary>
    [TestMethod]
    public void WhatTheLoopCannotHandleRestartsTheBoard()
    {
        var rig = new BoardRig(EveryBoardTests.Board("freenove-esp32s3-wroom-cam"));
        Cpu.Later(FromMs, () => AutoResetEvent.Fault = new InvalidOperationException());
        Assert.AreEqual("restarted", rig.Run(EndMs), rig.Terminal.Text);
    }

    [TestMethod]
    public void ANetworkDriverThatNeverComesRoundRestartsTheBoardInOrderAndNothingIsLost()
    {
        var rig = new BoardRig(EveryBoardTests.Board("freenove-esp32s3-wroom-cam"));
        Cpu.Later(FromMs, () => Air.Fault = new InvalidOperationException());
        Assert.AreEqual("restarted", rig.Run(2 * EndMs), rig.Terminal.Text);
        Assert.IsGreaterThan(FromMs + 590000, Device.UptimeMs);
        NextBootKnows(rig, 12);
        uint[] first = [.. rig.Cloud.Stills.Where(still => still.BootCount == 1).Select(still => still.Sequence).Order()];
        CollectionAssert.AreEqual(Enumerable.Range(1, 12).Select(n => (uint)n).ToArray(), first);
    }

    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void ARestartByTheConsoleIsInOrder(string board)
    {
        var rig = new BoardRig(EveryBoardTests.Board(board));
        rig.Type(FromMs, "reboot", "yes");
        Assert.AreEqual("restarted", rig.Run(EndMs), rig.Terminal.Text);
        NextBootKnows(rig, (uint)rig.Cloud.Stills.Count);
    }

    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void AfterAPowerCutTheNextBootSaysSoAndNoOrderComesTwice(string board)
    {
        var rig = new BoardRig(EveryBoardTests.Board(board));
        for (int boot = 1; boot <= 3; boot++)
        {
            Assert.IsNull(rig.Run(FromMs + boot * 777), rig.Terminal.Text);
            rig.Restart();
        }

        Assert.IsNull(rig.Run(FromMs), rig.Terminal.Text);
        Assert.Contains("woken by power or reset, last stop not in order", rig.Terminal.Text);
        Assert.HasCount(8, rig.Cloud.Stills);
        Assert.HasCount(8, rig.Cloud.Stills.Select(still => (still.BootCount, still.Sequence)).Distinct());
        Assert.IsNull(rig.Cloud.Stills[^1].PreviousLast);
    }

    [TestMethod]
    public void MemoryThatLeaksAwayRestartsTheBoardInOrder()
    {
        var rig = new BoardRig(EveryBoardTests.Board("xiao-esp32s3-sense"));
        Cpu.Later(FromMs, () => NativeMemory.Free = 12000);
        Assert.AreEqual("restarted", rig.Run(4000000), rig.Terminal.Text);
        Assert.IsInRange(HeapGuard.UptimeLeastMs, HeapGuard.UptimeLeastMs + 120000, Device.UptimeMs);
        NextBootKnows(rig, (uint)rig.Cloud.Stills.Count);
    }

    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void FlashThatFailsForMinutesCostsNoStillAndNoRestart(string board)
    {
        var rig = new BoardRig(EveryBoardTests.Board(board));
        Cpu.Later(FromMs, () =>
        {
            Disk.Fault = new System.IO.IOException();
            rig.Cloud.IsDown = true;
        });
        Cpu.Later(UntilMs / 2, () => Disk.Fault = new OutOfMemoryException());
        Cpu.Later(UntilMs, () =>
        {
            Disk.Fault = null;
            rig.Cloud.IsDown = false;
        });
        Assert.IsNull(rig.Run(EndMs), rig.Terminal.Text);
        CollectionAssert.AreEqual(
            Enumerable.Range(1, rig.Cloud.Stills.Count).Select(n => (uint)n).ToArray(),
            rig.Cloud.Stills.Select(still => still.Sequence).Order().ToArray());
        Assert.IsGreaterThanOrEqualTo(11, rig.Cloud.Stills.Count);
    }

    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void FlashThatFailsAtTheStopHoldsNoRestartUp(string board)
    {
        var rig = new BoardRig(EveryBoardTests.Board(board));
        Cpu.Later(FromMs + 4000, () => Disk.Fault = new OutOfMemoryException());  // after 'unlock' has read its file
        rig.Type(FromMs, "reboot", "yes");
        Assert.AreEqual("restarted", rig.Run(EndMs), rig.Terminal.Text);
        Disk.Fault = null;
        rig.Restart();
        Assert.IsNull(rig.Run(FromMs), rig.Terminal.Text);
        Assert.Contains("last stop not in order", rig.Terminal.Text);
        Assert.AreEqual((2u, 1u), (rig.Cloud.Stills[2].BootCount, rig.Cloud.Stills[2].Sequence));
    }

    /// <summary>The access point goes and comes, once for ten minutes: the firmware's own joining and ours get it back.</summary>
    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void ANetworkThatComesAndGoesCostsNoStillAndOneConnectionAtATime(string board)
    {
        var rig = new BoardRig(EveryBoardTests.Board(board));
        foreach ((int from, int until) in new[] { (70000, 75000), (130000, 190000), (300000, 900000) })
        {
            Cpu.Later(from, () => Reach(false));
            Cpu.Later(until, () => Reach(true));
        }

        Assert.IsNull(rig.Run(1900000), rig.Terminal.Text);
        Assert.IsGreaterThanOrEqualTo(31u, rig.Cloud.Stills.Max(still => still.Sequence));
        CollectionAssert.AreEqual(
            Enumerable.Range(1, (int)rig.Cloud.Stills.Max(still => still.Sequence)).Select(n => (uint)n).ToArray(),
            rig.Cloud.Stills.Select(still => still.Sequence).Distinct().Order().ToArray());
        Assert.AreEqual(1, Network.MostContexts);
        Assert.IsLessThanOrEqualTo(1, Network.OpenCount);
        Assert.HasCount(2, Network.Pinned);

        void Reach(bool isThere)
        {
            Air.IsUp = false;
            Air.Status = isThere ? System.Device.Wifi.WifiConnectionStatus.Success
                : System.Device.Wifi.WifiConnectionStatus.NetworkNotAvailable;
            Network.Break();
        }
    }

    /// <summary>A connection that takes a still and never answers is given up, and the still goes again.</summary>
    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void AServerThatFallsSilentCostsNoStill(string board)
    {
        var rig = new BoardRig(EveryBoardTests.Board(board));
        Cpu.Later(FromMs, () => rig.Cloud.IsMute = true);
        Cpu.Later(UntilMs, () => rig.Cloud.IsMute = false);
        Assert.IsNull(rig.Run(EndMs), rig.Terminal.Text);
        uint last = rig.Cloud.Stills.Max(still => still.Sequence);
        Assert.IsGreaterThanOrEqualTo(11u, last);
        Assert.HasCount((int)last, rig.Cloud.Stills.Select(still => still.Sequence).Distinct());
        Assert.AreEqual(1, Network.MostContexts);
        Assert.IsLessThanOrEqualTo(1, Network.OpenCount);
    }

    /// <summary>The board starts again: it says how it ended, and its first still proves that none is missing before it.</summary>
    private static void NextBootKnows(BoardRig rig, uint last)
    {
        rig.Restart();
        NativeMemory.Free = 200000;
        Assert.IsNull(rig.Run(FromMs), rig.Terminal.Text);
        Assert.Contains("last stop in order", rig.Terminal.Text);
        Verify.Token first = rig.Cloud.Stills.First(still => still.BootCount == 2);
        Assert.AreEqual(last, first.PreviousLast);
        Assert.AreEqual(1u, first.Sequence);
    }
}
