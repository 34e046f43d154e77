namespace Sealcam.Tests;

/// <summary>
/// Power cut and storage faults at every call that the order book makes. <see cref="BootRun"/> asserts that no count comes twice.
/// </summary>
[TestClass]
public class OrderFaultTests
{
    [TestMethod]
    public void APowerCutAtAnyCallOfAnyBootIsRecovered()
    {
        for (int scene = 0; scene < Scenes; scene++)
        {
            for (int torn = -1; torn <= 96; torn += torn < 0 ? 1 : 48)
            {
                bool through = false;
                for (int cut = 0; !through; cut++)
                {
                    Assert.IsTrue(cut < 40, "no end");
                    through = Cut(Set(scene), cut, torn);
                }
            }
        }
    }

    [TestMethod]
    public void ASecondCutWhileRecoveringIsRecoveredToo()
    {
        for (int first = 0; first < 12; first++)
        {
            for (int second = 0; second < 10; second++)
            {
                var run = Set(first % Scenes);
                Cut(run, first, 40, second);
            }
        }
    }

    [TestMethod]
    public void ASingleFailingCallCostsAtMostThisTry()
    {
        for (int scene = 0; scene < Scenes; scene++)
        {
            for (int call = 0; call < 14; call++)
            {
                var run = Set(scene);
                run.Store.Calls = 0;
                run.Store.FailAt = call;
                run.Boot();
                run.Store.Restart();
                Assert.AreNotEqual(0u, run.Boot(), "scene " + scene + ", call " + call + "; " + run.Log.All());
            }
        }
    }

    [TestMethod]
    public void BitRotAtAnyByteOfEitherCopyIsRecovered()
    {
        var run = BootRun.After(3);
        for (int i = 0; i < 96; i++)
        {
            run.Rot((i & 1) == 0 ? "order.a" : "order.b", i * 8 + i % 8);
            Assert.AreNotEqual(0u, run.Boot(), "byte " + i);
            run.Rot((i & 1) == 0 ? "order.b" : "order.a", i * 8 + i % 8);
            Assert.AreNotEqual(0u, run.Boot(), "byte " + i);
        }
    }

    [TestMethod]
    public void AnyContentOfBothCopiesLeavesADeviceThatSaysWhatItLacks()
    {
        var dice = new Dice(5);
        for (int round = 0; round < 20; round++)
        {
            var run = new BootRun();
            run.Store.Put("order.a", Noise(dice), dice.Below(100));
            run.Store.Put("order.b", Noise(dice), dice.Below(100));
            Assert.AreEqual(0u, run.Boot());
            Assert.IsTrue(run.Log.Says("no identity"));
            TestIdentity.Put(run.Store, OrderBook.NewName, TestIdentity.Record(0));
            Assert.AreEqual(1u, run.Boot());
        }
    }

    [TestMethod]
    public void AStoreThatTakesNoWritesNeverOpens()
    {
        var run = BootRun.After(2);
        run.Store.WritesFail = true;
        Assert.AreEqual(0u, run.Boot());
        Assert.AreEqual(0u, run.Boot());
        Assert.IsTrue(run.Log.Says("cannot be written"));
        run.Store.WritesFail = false;
        Assert.AreNotEqual(0u, run.Boot());
    }

    [TestMethod]
    public void AStoreThatTakesWritesAndKeepsNothingNeverOpens()
    {
        var run = BootRun.After(2);
        run.Store.WritesVanish = true;
        Assert.AreEqual(0u, run.Boot(), "a count that is not durable was used");
        Assert.IsTrue(run.Log.Says("does not read back"));
        run.Store.WritesVanish = false;
        Assert.AreNotEqual(0u, run.Boot());
    }

    [TestMethod]
    public void ACutRightAfterATakeoverLeavesNothingOfTheOlderIdentity()
    {
        var run = BootRun.After(3);
        TestIdentity.Put(run.Store, OrderBook.NewName, TestIdentity.Other(9));
        run.Store.Restart();
        run.Store.CutAt = 8;  // a, b, order.new, twice a write and its reading back, order.new deleted; then the boot's own commit
        run.Store.Torn = -1;
        Assert.AreEqual(0u, run.Boot());
        run.Store.Restart();
        Assert.IsNull(run.Store.Get(OrderBook.NewName));
        string[] names = { OrderBook.NameA, OrderBook.NameB };
        foreach (string name in names)
        {
            var copy = run.Store.Get(name);
            Assert.IsTrue(OrderRecord.Decode(copy, copy.Length).SameIdentity(TestIdentity.Other(0)), name);
        }
    }

    [TestMethod]
    public void ThousandsOfBootsWithFaultsNeverUseACountTwice()
    {
#if NANOFRAMEWORK_1_0
        const int rounds = 150;
#else
        const int rounds = 6000;
#endif
        var dice = new Dice(11);
        var run = BootRun.After(1);
        for (int i = 0; i < rounds; i++)
        {
            run.Store.Restart();
            int fault = dice.Below(8);
            if (fault == 0)
            {
                run.Store.CutAt = dice.Below(9);
                run.Store.Torn = dice.Below(100) - 1;
            }
            else if (fault == 1)
            {
                run.Store.FailAt = dice.Below(9);
            }
            else if (fault == 2)
            {
                run.Rot(run.IsGood("order.b") ? "order.a" : "order.b", dice.Below(96 * 8));
            }
            else if (fault == 3)
            {
                TestIdentity.Put(run.Store, OrderBook.NewName, TestIdentity.Record((uint)dice.Below((int)run.Used + 1)));
            }

            if (run.Boot() != 0 && dice.Below(3) == 0)
            {
                run.Book.Close((uint)dice.Below(1000), 0);
            }

            run.Store.Restart();
            Assert.IsTrue(run.IsGood("order.a") || run.IsGood("order.b"), "round " + i);
        }

        Assert.IsTrue(run.Used > rounds / 2);
    }

    private const int Scenes = 5;

    private static BootRun Set(int scene)
    {
        var run = scene == 0 ? BootRun.New() : BootRun.After(3);
        if (scene == 2)
        {
            run.Rot("order.a", 77);
        }
        else if (scene >= 3)
        {
            TestIdentity.Put(run.Store, OrderBook.NewName, scene == 3 ? TestIdentity.Other(0) : TestIdentity.Record(50));
        }

        return run;
    }

    /// <summary>
    /// A boot with power cut at this call, then one that must succeed. True if the first was through before the cut.
    /// </summary>
    private static bool Cut(BootRun run, int cut, int torn) => Cut(run, cut, torn, -1);

    private static bool Cut(BootRun run, int cut, int torn, int second)
    {
        run.Store.Restart();
        run.Store.CutAt = cut;
        run.Store.Torn = torn;
        bool through = run.Boot() != 0;
        through &= through && run.Book.Close(7, 0);
        run.Store.Restart();
        run.Store.CutAt = second;
        run.Boot();
        run.Store.Restart();
        Assert.AreNotEqual(0u, run.Boot(), "cut at " + cut + ", torn " + torn + "; " + run.Log.All());
        return through;
    }

    private static byte[] Noise(Dice dice)
    {
        var noise = new byte[100];
        for (int i = 0; i < 100; i++)
        {
            noise[i] = (byte)dice.Below(256);
        }

        return noise;
    }
}
