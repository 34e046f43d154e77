#if !NANOFRAMEWORK_1_0
using System;

namespace Sealcam.Tests;

[TestClass]
public class AgentAllocationTests
{
    [TestMethod]
    public void NothingThatGrowsWithTheStillIsAllocatedAsTheHostCanCount()
    {
        long small = PerStill(1000);
        long large = PerStill(40000);
        Console.WriteLine($"allocated per still: {small} bytes for 1,000 bytes, {large} for 40,000");
        Assert.IsTrue(large - small < 400, $"{small} and {large}");
        Assert.IsTrue(small < 6000, $"{small}");
    }

    /// <summary>Bytes allocated per still by the agent and the fakes, which allocate for their receipts alone.</summary>
    private static long PerStill(int bytes)
    {
        var rig = new Rig(24, bytes, 0, 1000);
        rig.Start().Run(10000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        rig.Run(20000);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.AreEqual(30, rig.Counters.Receipted);
        return allocated / 20;
    }
}
#endif
