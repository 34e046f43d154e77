#if !NANOFRAMEWORK_1_0
using System;
using System.Reflection;

namespace Sealcam.Tests;

[TestClass]
public class StorageFootprintTests
{
    private const int Budget = 40 * 1024;
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    [TestMethod]
    public void WithItsShelfButWithoutItsBlocksTheAgentFitsTheBudget()
    {
        foreach (int keep in new[] { Keeping.Hybrid, Keeping.Storage })
        {
            var rig = new Rig(16, 3000, 3, 1000) { Files = new FakeFiles() };
            rig.Settings.Keep = keep;
            rig.Start();
            Assert.IsTrue(rig.Drain(10000), rig.Story());
            var walk = new HeapWalk(typeof(Agent).Assembly);
            object outbox = typeof(Agent).GetField("_outbox", Hidden).GetValue(rig.Agent);
            walk.Skip(outbox.GetType().GetField(keep == Keeping.Hybrid ? "_ram" : "_blocks", Hidden).GetValue(outbox));
            walk.Add(rig.Agent);
            walk.AddStatics();
            Console.WriteLine($"keep {keep}, {rig.Settings.StorageStills} stills on storage: {walk.Bytes} bytes: {walk.Largest()}");
            Assert.IsTrue(walk.Bytes <= Budget, $"keep {keep}: {walk.Bytes} bytes: {walk.Largest()}");
        }
    }
}
#endif
