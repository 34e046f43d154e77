namespace Sealcam.Tests;

[TestClass]
public class FactoryResetTests
{
    [TestMethod]
    public void ACutAtAnyCallIsMadeGoodByTheNextBoot()
    {
        for (int torn = -1; torn <= 96; torn += 19)
        {
            bool whole = false;
            for (int call = 0; !whole; call++)
            {
                var run = BootRun.After(2);
                var files = new FakeFiles();
                files.Put(StillFile.Name(1, 1), new byte[9]);
                files.Put("foreign", new byte[9]);
                TestIdentity.Put(run.Store, OrderBook.NewName, TestIdentity.Record(0));
                TestIdentity.Put(run.Store, DropLedger.NameA, TestIdentity.Record(0));
                run.Store.Restart();
                run.Store.CutAt = call;
                run.Store.Torn = torn;
                whole = Reset(run, files).Run(run.Book.Record.Id);
                run.Store.Restart();
                bool marked = run.Store.Get(FactoryReset.MarkName) != null && run.Store.Get(FactoryReset.MarkName).Length == 40;
                Assert.IsTrue(Reset(run, files).Finish());
                AssertGoneOrWhole(run, files, marked || call > 0);
                Assert.IsNull(run.Store.Get(FactoryReset.MarkName));
            }
        }
    }

    [TestMethod]
    public void AnIdentityDeployedMeanwhileStays()
    {
        var run = BootRun.After(1);
        run.Store.Restart();
        run.Store.CutAt = 4;
        Assert.IsFalse(Reset(run, null).Run(run.Book.Record.Id));
        run.Store.Restart();
        TestIdentity.Put(run.Store, OrderBook.NewName, TestIdentity.Other(0));
        Assert.IsTrue(Reset(run, null).Finish());
        Assert.AreEqual(1u, run.Boot());
        Assert.IsTrue(run.Book.Record.SameIdentity(TestIdentity.Other(0)));
    }

    [TestMethod]
    public void StillsThatCannotBeListedKeepTheMark()
    {
        var run = BootRun.After(1);
        var files = new FakeFiles { ListsFail = true };
        Assert.IsFalse(Reset(run, files).Run(run.Book.Record.Id));
        Assert.IsTrue(run.Store.Get(FactoryReset.MarkName) != null);
        files.ListsFail = false;
        Assert.IsTrue(Reset(run, files).Finish());
    }

    [TestMethod]
    public void WithoutAMarkNothingHappens()
    {
        var run = BootRun.After(3);
        run.Store.Put(FactoryReset.MarkName, new byte[40], 40);
        Assert.IsTrue(Reset(run, null).Finish());
        Assert.AreEqual(4u, run.Boot());
    }

    private static FactoryReset Reset(BootRun run, FakeFiles files) =>
        new FactoryReset(new Parts { Store = run.Store, Stills = files, Log = run.Log });

    private static void AssertGoneOrWhole(BootRun run, FakeFiles files, bool begun)
    {
        bool gone = run.Store.Get(OrderBook.NameA) == null && run.Store.Get(OrderBook.NameB) == null
            && run.Store.Get(OrderBook.NewName) == null && files.Count == 1 && run.Store.Get(DropLedger.NameA) == null;
        bool whole = run.IsGood(OrderBook.NameA) && run.IsGood(OrderBook.NameB) && files.Count == 2;
        Assert.IsTrue(begun ? gone : whole, "neither gone nor whole");
    }
}
