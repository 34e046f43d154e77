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
                Assert.IsFalse(guard.Look(39999, 30000, HeapGuard.UptimeLeastMs));
            }

            Assert.IsFalse(guard.Look(40000, 17000, HeapGuard.UptimeLeastMs));
        }

        for (int i = 1; i < HeapGuard.LooksNeeded; i++)
        {
            Assert.IsFalse(guard.Look(39999, 30000, HeapGuard.UptimeLeastMs));
        }

        Assert.IsTrue(guard.Look(39999, 30000, HeapGuard.UptimeLeastMs));
    }

    [TestMethod]
    public void FragmentsCountAsMuchAsTheTotal()
    {
        var guard = new HeapGuard(40000, 17000);
        bool restart = false;
        for (int i = 0; i < HeapGuard.LooksNeeded; i++)
        {
            restart = guard.Look(100000, 16999, HeapGuard.UptimeLeastMs);
        }

        Assert.IsTrue(restart);
    }

    [TestMethod]
    public void ALeakOfTwoKilobytesASessionIsCaughtBeforeTheMemoryIsGone()
    {
        var guard = new HeapGuard(40000, 17000);
        int free = 110000;
        int sessions = 0;
        while (!guard.Look(free, free / 2, HeapGuard.UptimeLeastMs))
        {
            free -= 2300;
            sessions++;
        }

        Assert.IsTrue(free > 17000, "restart at " + free);
        Assert.IsTrue(sessions > 20);
        Assert.AreEqual(free, guard.Lowest);
    }

    /// <summary>It did not leak away: a restart would find it as low, and the board would restart for ever.</summary>
    [TestMethod]
    public void MemoryThatIsLowSoonAfterTheStartRestartsNothing()
    {
        var guard = new HeapGuard(40000, 17000);
        int restarts = 0;
        for (long now = 0; now < HeapGuard.UptimeLeastMs; now += 60000)
        {
            restarts += guard.Look(1000, 1000, now) ? 1 : 0;
        }

        Assert.AreEqual(0, restarts);
        Assert.IsTrue(guard.Look(1000, 1000, HeapGuard.UptimeLeastMs));
    }
}
