#if !NANOFRAMEWORK_1_0
using System;
using Sealcam.Sensors;
using Sealcam.Tests.Models;

namespace Sealcam.Tests.Sensors;

/// <summary>Counted on the host, where allocations can be counted.</summary>
[TestClass]
public class StillCostTests
{
    [TestMethod]
    public void NoDriverAllocatesMemoryThatGrowsWithTheStill()
    {
        var clock = new SimClock();
        var mega = new MegaModel(clock);
        var vc = new Vc0706Model(clock);
        var mini = new MiniRig(false, new SensorSettings());
        ICamera[] cameras = { new ArducamMega(mega, clock, new SensorSettings()), new Vc0706(vc, clock, new SensorSettings()),
            mini.Camera };
        SimClock[] clocks = { clock, clock, mini.Clock };
        for (int i = 0; i < cameras.Length; i++)
        {
            long[] costs = new long[6];
            for (int k = 0; k < costs.Length; k++)
            {
                mega.FrameBytes = vc.Buffer.FrameBytes = mini.Sensor.FrameBytes = k < 4 ? 2000 : 200000;
                costs[k] = Cost(cameras[i], clocks[i]);
            }

            // The models make one small frame a still; the first stills also pay for the compiler.
            Assert.AreEqual(costs[3], costs[5], "driver " + i + ": " + string.Join(", ", costs));
            Assert.IsTrue(costs[5] < 2000, "driver " + i + " costs " + costs[5]);
        }
    }

    private static long Cost(ICamera camera, SimClock clock)
    {
        var buffer = new byte[4096];
        long before = GC.GetAllocatedBytesForCurrentThread();
        var still = SensorRun.Take(camera, clock, 60000);
        SensorRun.Drain(still, clock, buffer, 600000);
        still.Release();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
#endif
