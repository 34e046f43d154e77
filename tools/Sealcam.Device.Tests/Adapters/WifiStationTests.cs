using System.Device.Wifi;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Tests;

namespace Sealcam.Esp32.Tests;

/// <summary>Joining, losing and joining again, over a model of the radio.</summary>
[TestClass]
[DoNotParallelize]
public class WifiStationTests
{
    private WifiStation _wifi;

    [TestInitialize]
    public void PowerOn()
    {
        Device.PowerOn();
        Air.Joins = 0;
        Air.Status = WifiConnectionStatus.Success;
        _wifi = new WifiStation("home", "secret", new Esp32Clock(), new CollectingLog());
    }

    [TestMethod]
    public void ItJoinsAtOnceAndIsUpWithAnAddress()
    {
        Tend(2);
        Assert.AreEqual(1, Air.Joins);
        Assert.IsTrue(_wifi.IsUp);
        Assert.IsTrue(_wifi.HasBeenUp);
        Assert.AreEqual("192.0.2.7", _wifi.Address);
    }

    /// <summary>The firmware joins again by itself; a join of ours in between would only cut its own short.</summary>
    [TestMethod]
    public void AfterALossTheFirmwareHasAMinuteThenItIsJoinedAnewEverMoreSeldom()
    {
        Tend(5);
        Air.IsUp = false;
        Air.Status = WifiConnectionStatus.NetworkNotAvailable;
        Tend(50);
        Assert.AreEqual(1, Air.Joins);
        Assert.IsFalse(_wifi.IsUp);
        Assert.IsTrue(_wifi.HasBeenUp, "what entropy was gathered stays good");
        Tend(20);
        Assert.AreEqual(2, Air.Joins);
        Assert.Contains("2.4 GHz", _wifi.Fault);
        Tend(3600);
        Assert.IsGreaterThan(6, Air.Joins);
        Assert.IsLessThan(14, Air.Joins);
        Air.Status = WifiConnectionStatus.Success;
        Tend(500);
        Assert.IsTrue(_wifi.IsUp);
        Assert.IsNull(_wifi.Fault);
    }

    [TestMethod]
    public void AJoinThatHangsHoldsUpNobodyAndIsNotDoubled()
    {
        Cpu.ThreadAfterMs = 601000;
        for (int i = 0; i < 600; i++)
        {
            Device.Pass(1000);
            _wifi.Tend();
        }

        Assert.IsTrue(_wifi.IsJoining);
        Assert.IsLessThanOrEqualTo(1, Air.Joins);
        Tend(3);
        Assert.IsTrue(_wifi.IsUp);
    }

    [TestMethod]
    public void AScanWhoseEndIsNeverToldFailsAndTheNextOneIsMade()
    {
        Tend(2);
        Air.Scans = 0;
        var clock = new Esp32Clock();
        var scan = new Esp32Wifi(_wifi, clock);
        Air.ScansEnd = false;
        Assert.IsTrue(scan.StartScan());
        Device.Pass(29_000);
        Assert.AreEqual(-1, scan.ScanCount);
        Assert.IsFalse(scan.StartScan(), "one at a time");
        Device.Pass(2_000);
        Assert.AreEqual(-2, scan.ScanCount);
        Air.ScansEnd = true;
        Assert.IsTrue(scan.StartScan());
        Assert.AreEqual(2, Air.Scans);
        Assert.AreEqual(1, scan.ScanCount);
        Assert.AreEqual(-61, scan.Rssi);
    }

    /// <summary>So many seconds, in which the joining thread has its turn.</summary>
    private void Tend(int seconds)
    {
        for (int i = 0; i < seconds; i++)
        {
            Device.Pass(1000);
            _wifi.Tend();
            Cpu.Wait(0);
        }
    }
}
