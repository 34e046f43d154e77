namespace Sealcam.Tests;

[TestClass]
public class OrderBookTests
{
    [TestMethod]
    public void WithoutAnIdentityItSaysSo()
    {
        var run = new BootRun();
        Assert.AreEqual(0u, run.Boot());
        Assert.IsTrue(run.Log.Says("no identity"));
        Assert.IsNull(run.Book.Record);
    }

    [TestMethod]
    public void ADeployedIdentityIsTakenOverOnceIntoBothCopies()
    {
        var run = BootRun.New();
        Assert.AreEqual(1u, run.Boot());
        Assert.IsNull(run.Store.Get(OrderBook.NewName));
        Assert.IsTrue(run.IsGood("order.a") && run.IsGood("order.b"));
        Assert.AreEqual(TestIdentity.Key, Hex.Text(run.Book.Record.Key));
        Assert.IsTrue(run.Book.Record.Simulated);
    }

    [TestMethod]
    public void EachBootTakesTheNextCountWithOneCommit()
    {
        var run = BootRun.After(1);
        for (uint i = 2; i < 9; i++)
        {
            run.Store.Calls = 0;
            Assert.AreEqual(i, run.Boot());
            Assert.AreEqual(5, run.Store.Calls);  // a, b, order.new, the write, its reading back
        }
    }

    [TestMethod]
    public void ACleanStopIsKnownToTheNextBootOnly()
    {
        var run = BootRun.After(2);
        Assert.AreEqual(OrderRecord.LastUnknown, run.Book.PreviousLast);
        Assert.IsTrue(run.Book.Close(41, 1790000000));
        Assert.AreEqual(3u, run.Boot());
        Assert.AreEqual(41u, run.Book.PreviousLast);
        Assert.AreEqual(1790000000u, run.Book.Record.ReceiptTime);
        run.Boot();
        Assert.AreEqual(OrderRecord.LastUnknown, run.Book.PreviousLast);
    }

    [TestMethod]
    public void ABootWithoutStillsIsKnownAsZero()
    {
        var run = BootRun.After(1);
        run.Book.Close(0, 0);
        run.Boot();
        Assert.AreEqual(0u, run.Book.PreviousLast);
    }

    [TestMethod]
    public void ADeployedFileSaysNothingOfTheBootBefore()
    {
        // A backup of the record put back as order.new: boots may have come after it.
        var run = BootRun.New();
        var backup = TestIdentity.Record(6);
        backup.Last = 41;
        TestIdentity.Put(run.Store, OrderBook.NewName, backup);
        Assert.AreEqual(7u, run.Boot());
        Assert.AreEqual(OrderRecord.LastUnknown, run.Book.PreviousLast);
    }

    [TestMethod]
    public void WithOneGoodCopyACountIsSkipped()
    {
        var run = BootRun.After(5);
        run.Store.Delete("order.a");
        uint count = run.Boot();
        Assert.IsTrue(count == 6 || count == 7);
        run = BootRun.After(4);
        run.Store.Delete("order.a");
        Assert.AreEqual(12u, count + run.Boot());  // one of the two lost the newer copy, the other the older
        Assert.IsTrue(run.Log.Says("a boot count is skipped"));
        Assert.AreEqual(OrderRecord.LastUnknown, run.Book.PreviousLast);
    }

    [TestMethod]
    public void ACopyFromAnOldBackupIsTakenForALostOne()
    {
        for (int boots = 4; boots < 6; boots++)
        {
            string[] names = { OrderBook.NameA, OrderBook.NameB };
            foreach (string name in names)
            {
                var run = BootRun.After(2);
                var backup = run.Store.Get(name);
                for (int i = 0; i < boots; i++)
                {
                    run.Boot();
                }

                run.Store.Put(name, backup, backup.Length);
                run.Boot();  // which asserts that the count is new
                run.Boot();
            }
        }
    }

    [TestMethod]
    public void OneCopyLostAfterACleanStopIsSafeAndSaysNothingOfTheStop()
    {
        string[] names = { OrderBook.NameA, OrderBook.NameB };
        foreach (string name in names)
        {
            var run = BootRun.After(3);
            run.Book.Close(7, 0);
            run.Store.Delete(name);
            Assert.AreEqual(5u, run.Boot());
            Assert.AreEqual(OrderRecord.LastUnknown, run.Book.PreviousLast, "boot 4 may have been the one before");
        }
    }

    [TestMethod]
    public void ACopyThatIsLostAgainAndAgainCostsCountsButNoneTwice()
    {
        string[] names = { "order.a", "order.b" };
        for (int copy = 0; copy < 2; copy++)
        {
            for (int boots = 1; boots < 4; boots++)
            {
                var run = BootRun.After(boots);
                for (int i = 0; i < 5; i++)
                {
                    run.Rot(names[copy], 8 * 20);
                    Assert.AreNotEqual(0u, run.Boot());
                }
            }
        }
    }

    [TestMethod]
    public void CopiesUnderEachOthersNameAreNotTaken()
    {
        var run = BootRun.After(3);
        run.Store.Put("order.a", run.Store.Get("order.b"), 96);
        Assert.AreNotEqual(0u, run.Boot());
        run = BootRun.After(3);
        var a = run.Store.Get("order.a");
        run.Store.Put("order.a", run.Store.Get("order.b"), 96);
        run.Store.Put("order.b", a, 96);
        Assert.AreEqual(0u, run.Boot());
    }

    [TestMethod]
    public void TheSameIdentityDeployedAgainKeepsTheHigherCount()
    {
        var run = BootRun.After(4);
        TestIdentity.Put(run.Store, OrderBook.NewName, TestIdentity.Record(2));
        Assert.AreEqual(5u, run.Boot());
        Assert.IsNull(run.Store.Get(OrderBook.NewName));
        Assert.IsTrue(run.Log.Says("is not taken"));
        TestIdentity.Put(run.Store, OrderBook.NewName, TestIdentity.Record(100));  // reissued above anything used
        Assert.AreEqual(101u, run.Boot());
    }

    [TestMethod]
    public void AnotherIdentityReplacesEverythingOfTheOneBefore()
    {
        var run = BootRun.After(4);
        TestIdentity.Put(run.Store, OrderBook.NewName, TestIdentity.Other(0));
        Assert.AreEqual(1u, run.Boot());
        Assert.AreEqual(1u, run.UsedByOther);
        string old = TestIdentity.Key.Substring(0, 64);
        Assert.AreNotEqual(old, Hex.Text(run.Store.Get("order.a"), 16, 32));
        Assert.AreNotEqual(old, Hex.Text(run.Store.Get("order.b"), 16, 32));
    }

    [TestMethod]
    public void ADamagedDeployedFileIsPassedOver()
    {
        var run = BootRun.After(2);
        TestIdentity.Put(run.Store, OrderBook.NewName, TestIdentity.Other(0));
        run.Rot(OrderBook.NewName, 300);
        Assert.AreEqual(3u, run.Boot());
        run.Store.Put(OrderBook.NewName, new byte[3], 3);
        Assert.AreEqual(4u, run.Boot());
    }

    [TestMethod]
    public void ADeployedIdentityWhoseIdIsNotItsKeysIsRefusedAndTheOneInUseGoesOn()
    {
        var run = BootRun.After(2);
        var crossed = TestIdentity.Other(500);
        crossed.Id = TestIdentity.Record(0).Id;  // of the identity in use, but under another key
        TestIdentity.Put(run.Store, OrderBook.NewName, crossed);
        Assert.AreEqual(3u, run.Boot());
        Assert.IsTrue(run.Log.Says("does not belong to its key"));
        Assert.AreEqual(TestIdentity.Key, Hex.Text(run.Book.Record.Key));

        // The other d for this very X: its public Y is odd, and every signature of it would fail.
        var odd = TestIdentity.Record(500);
        odd.Key = Hex.Bytes("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");
        TestIdentity.Put(run.Store, OrderBook.NewName, odd);
        Assert.AreEqual(4u, run.Boot());
        Assert.AreEqual(TestIdentity.Key, Hex.Text(run.Book.Record.Key));
    }

    [TestMethod]
    public void ADeployedIdentityWhoseIdIsNotItsKeysIsNoIdentityForANewDevice()
    {
        var run = new BootRun();
        var crossed = TestIdentity.Record(0);
        crossed.Id[31] ^= 1;
        TestIdentity.Put(run.Store, OrderBook.NewName, crossed);
        Assert.AreEqual(0u, run.Boot());
        Assert.IsTrue(run.Log.Says("does not belong to its key") && run.Log.Says("no identity"));
        Assert.IsNull(run.Store.Get(OrderBook.NameA));
    }

    [TestMethod]
    public void ADeployedFileThatCannotBeDeletedIsNotTakenAgainWhenBothCopiesAreLost()
    {
        var run = BootRun.New();
        run.Store.DeletesFail = true;
        Assert.AreEqual(1u, run.Boot());
        run.Store.Put(OrderBook.NameA, new byte[3], 3);
        run.Store.Put(OrderBook.NameB, new byte[3], 3);
        Assert.AreEqual(0u, run.Boot());  // and not 1 again
        Assert.IsTrue(run.Log.Says("no identity"));
    }

    [TestMethod]
    public void ADeployedFileThatCannotBeDeletedDoesNoHarm()
    {
        var run = BootRun.New();
        run.Store.DeletesFail = true;
        Assert.AreEqual(1u, run.Boot());
        Assert.AreEqual(2u, run.Boot());
        Assert.IsTrue(run.Log.Says("cannot be deleted"));
    }

    [TestMethod]
    public void AUsedUpCountSealsNoMore()
    {
        var run = new BootRun();
        TestIdentity.Put(run.Store, OrderBook.NewName, TestIdentity.Record(0xFFFFFFFC));
        Assert.AreEqual(0xFFFFFFFDu, run.Boot());
        Assert.AreEqual(0xFFFFFFFEu, run.Boot());
        Assert.AreEqual(0u, run.Boot());
        Assert.IsTrue(run.Log.Says("used up"));
    }

    [TestMethod]
    public void NoLineOfTheLogHoldsTheKey()
    {
        var run = BootRun.After(2);
        run.Rot("order.a", 100);
        run.Boot();
        run.Store.WritesFail = true;
        run.Boot();
        Assert.IsFalse(run.Log.Says(TestIdentity.Key.Substring(0, 8)));
    }
}
