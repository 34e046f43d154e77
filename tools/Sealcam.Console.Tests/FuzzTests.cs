using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Tool.Terminals.Fuzz;

namespace Sealcam.Tool.Tests;

/// <summary>A sample of what <c>sealcam console-fuzz</c> does a million times.</summary>
[TestClass]
public class FuzzTests
{
    [TestMethod]
    [DataRow(7)]
    [DataRow(8)]
    public void HostileInputNeitherCrashesNorHangsNorTellsSecrets(int seed)
    {
        Assert.IsNull(FuzzRun.Run(seed, 10_000, out long typed, out _));
        Assert.IsTrue(typed > 100_000);
    }

    [TestMethod]
    public void TypingAllocatesNothing()
    {
        var board = new FuzzBoard();
        byte[] keys = System.Text.Encoding.UTF8.GetBytes("config list\u001b[D\u001b[D\u007fx\u0001\u0005\u0015");
        board.Feed(keys, 1000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            board.Feed(keys, 1000);
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    public void ASecretThatIsEchoedIsSeen()
    {
        var board = new FuzzBoard();
        board.Feed(System.Text.Encoding.UTF8.GetBytes("unlock " + board.Passphrase + "\r"), 10_000);
        Assert.IsNull(board.Leak);
        board.Feed(System.Text.Encoding.UTF8.GetBytes("echoed " + board.Passphrase + "\r"), 10_000);
        Assert.AreEqual(board.Passphrase, board.Leak);
    }
}
