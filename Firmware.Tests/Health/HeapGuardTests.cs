namespace Sealcam.Tests;

[TestClass]
public class HeapGuardTests
{
    [TestMethod]
    public void OnlyLooksInARowThatAreLowCount()
    {
        var guard = new HeapGuard(40000, 17000);
        for (int round = 0; round < 3; round++)
        {
            for (int i = 1; i < HeapGuard.LooksNeeded; i++)
            {
                Assert.IsFalse(guard.Look(39999, 30000));
            }

            Assert.IsFalse(guard.Look(40000, 17000));
        }

        for (int i = 1; i < HeapGuard.LooksNeeded; i++)
        {
            Assert.IsFalse(guard.Look(39999, 30000));
        }

        Assert.IsTrue(guard.Look(39999, 30000));
    }

    [TestMethod]
    public void FragmentsCountAsMuchAsTheTotal()
    {
        var guard = new HeapGuard(40000, 17000);
        bool restart = false;
        for (int i = 0; i < HeapGuard.LooksNeeded; i++)
        {
            restart = guard.Look(100000, 16999);
        }

        Assert.IsTrue(restart);
    }

    [TestMethod]
    public void ALeakOfTwoKilobytesASessionIsCaughtBeforeTheMemoryIsGone()
    {
        var guard = new HeapGuard(40000, 17000);
        int free = 110000;
        int sessions = 0;
        while (!guard.Look(free, free / 2))
        {
            free -= 2300;
            sessions++;
        }

        Assert.IsTrue(free > 17000, "restart at " + free);
        Assert.IsTrue(sessions > 20);
        Assert.AreEqual(free, guard.Lowest);
    }
}
