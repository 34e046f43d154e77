#if !NANOFRAMEWORK_1_0
using System;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Tests;

/// <summary>What the console takes on the heap of an ESP32 beside the agent, as the host can see by reflection.</summary>
[TestClass]
public class ConsoleFootprintTests
{
    private const int Budget = 22 * 1024;

    [TestMethod]
    public void TheConsoleFitsItsBudgetWhateverWasTyped()
    {
        var rig = new ConsoleRig(locked: false, silent: false);
        int fresh = Measure(rig, "fresh");
        for (int i = 0; i < 200; i++)
        {
            rig.Say("help all; config list; log tail 100; wifi scan; nonsense " + i + "\r\u001b[A\u001b[A\u0003");
            rig.Agent.Clock.Offer(1800000000 + i, WallClock.Operator);
            rig.Parts.Log.Write(LogLevel.Warning, "test", "a line of the log, number " + i);
        }

        int used = Measure(rig, "used");
        Assert.IsTrue(used - fresh < 1024, $"{fresh} grew to {used}");
    }

    private static int Measure(ConsoleRig rig, string when)
    {
        var assembly = typeof(SerialConsole).Assembly;
        foreach (var type in assembly.GetTypes().Where(type => type.TypeInitializer != null))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        var walk = new HeapWalk(assembly);
        walk.Add(rig.Console);
        walk.AddStatics();
        Console.WriteLine($"{when}: {walk.Bytes} bytes: {walk.Largest()}");
        Assert.IsTrue(walk.Bytes <= Budget, $"{walk.Bytes} bytes: {walk.Largest()}");

        // The boards' tables count with the budget: one that is not lowered with the console tells of memory that is there.
        Assert.IsTrue(Budget - walk.Bytes < 4096, $"{walk.Bytes} bytes: lower the budget");
        return walk.Bytes;
    }
}
#endif
