#if !NANOFRAMEWORK_1_0
using System;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sealcam.Tests;

[TestClass]
public class AgentFootprintTests
{
    private const int Budget = 40 * 1024;
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    [TestMethod]
    public void WithoutItsRingTheAgentFitsTheBudgetAsTheHostCanSeeByReflection()
    {
        foreach (int kilobytes in new[] { 16, 64, 512, 4096 })
        {
            var rig = new Rig(kilobytes / 4, 3000, 3, 1000).Start();
            Assert.IsTrue(rig.Drain(10000));
            var walk = Walk(rig.Agent);
            Console.WriteLine($"outbox {kilobytes} KB: {walk.Bytes} bytes: {walk.Largest()}");
            Assert.IsTrue(walk.Bytes <= Budget, $"outbox {kilobytes} KB: {walk.Bytes} bytes: {walk.Largest()}");
        }
    }

    [TestMethod]
    public void TheSizesAreThoseMeasuredOnTheEmulatorOnTheHost()
    {
        Assert.AreEqual(1044, Size(new byte[1024]));
        Assert.AreEqual(420, Size(new int[100]));
        Assert.AreEqual(120, Size(new string('x', 100)));
        Assert.AreEqual(12 + 4 * 12 + 2 * 24, Size(new BlockPool(0)), "four fields and two empty arrays");
    }

    [TestMethod]
    public void ARingCostsLittleBesideItsBlocksAsTheHostCanSeeByReflection()
    {
        // What grows with the ring belongs to it: a still's segment and order, a block's place in its chain.
        int empty = Size(new RamOutbox(0, false, null, null));
        int large = Size(new RamOutbox(Limits.OutboxStills * Limits.LeafBytes, false, null, null));
        int beside = (large - empty) / Limits.OutboxStills - Limits.LeafBytes;
        Console.WriteLine($"beside each block of a ring of {Limits.OutboxStills} stills: {beside} bytes");
        Assert.IsTrue(beside < 580, $"{beside}");
    }

    private static int Size(object one)
    {
        var walk = new HeapWalk(typeof(Agent).Assembly);
        walk.Add(one);
        return walk.Bytes;
    }

    private static HeapWalk Walk(Agent agent)
    {
        foreach (var type in typeof(Agent).Assembly.GetTypes().Where(type => type.TypeInitializer != null))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        var walk = new HeapWalk(typeof(Agent).Assembly);
        walk.Skip(typeof(Agent).GetField("_outbox", Hidden).GetValue(agent));
        walk.Add(agent);
        walk.AddStatics();
        return walk;
    }
}
#endif
