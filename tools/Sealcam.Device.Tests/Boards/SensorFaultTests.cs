using System;
using System.Collections.Generic;
using System.Device.I2c;
using System.Device.Spi;
using System.IO.Ports;
using System.Linq;
using Sealcam.Dvp;
using Sealcam.Esp32.Dvp;

namespace Sealcam.Esp32.Tests;

/// <summary>A sensor or its bus fails for some minutes: the board goes on without it, and with it again afterwards.</summary>
[TestClass]
[DoNotParallelize]
public class SensorFaultTests
{
    private const int FromMs = 90000, UntilMs = 400000, EndMs = 700000;

    /// <summary>Boards with a sensor on a bus, and how that bus fails.</summary>
    private static readonly (string Board, string What, Action<bool> Fail)[] Buses =
    [
        ("esp32s3-arducam-mega", "SPI throws", static on => SpiDevice.Fault = on ? new ArgumentException() : null),
        ("esp32-arducam-mini", "SPI has no memory", static on => SpiDevice.Fault = on ? new OutOfMemoryException() : null),
        ("esp32-arducam-mini", "SCCB is stuck", static on => I2cDevice.IsStuck = on),
        ("esp32-arducam-mini", "SCCB throws", static on => I2cDevice.Fault = on ? new InvalidOperationException() : null),
        ("esp32-vc0706", "both ports throw", static on => SerialPort.Fault = on ? new InvalidOperationException() : null),
        ("esp32-cam-aithinker", "no frame", static on => NativeDvp.Fault = on ? DvpFault.NoFrame : 0),
        ("xiao-esp32s3-sense", "no sensor", static on => NativeDvp.Fault = on ? DvpFault.NotFound : 0),
    ];

    public static IEnumerable<object[]> BusFaults => Buses.Select(bus => new object[] { bus.Board, bus.What });

    [TestCleanup]
    public void NothingFroze() => Assert.IsEmpty(Device.Deaths, string.Join(", ", Device.Deaths));

    [TestMethod]
    [DynamicData(nameof(BusFaults))]
    public void WhileTheSensorFailsTheRestGoesOnAndStillsComeAgainAfterwards(string board, string what)
    {
        Action<bool> fail = Array.Find(Buses, bus => bus.Board == board && bus.What == what).Fail;
        var rig = new BoardRig(EveryBoardTests.Board(board));
        int before = 0, polls = 0;
        Cpu.Later(FromMs, () =>
        {
            fail(true);
            before = rig.Cloud.Stills.Count;
            polls = rig.Cloud.Polls;
        });
        Cpu.Later(UntilMs, () =>
        {
            Assert.IsGreaterThan(polls + 50, rig.Cloud.Polls);
            fail(false);
            rig.Terminal.Type("\rstatus\r");
        });
        Assert.IsNull(rig.Run(EndMs), rig.Terminal.Text);
        Assert.IsGreaterThanOrEqualTo(before + 4, rig.Cloud.Stills.Count, rig.Terminal.Text);
        Assert.AreEqual((uint)rig.Cloud.Stills.Count, rig.Cloud.Stills[^1].Sequence, "what was never captured consumes no order");
        Assert.Contains("camera-faults", rig.Terminal.Text);
        Assert.IsEmpty(rig.Cloud.Bad);
    }
}
