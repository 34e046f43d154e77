using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Tool.Run;

namespace Sealcam.Tool.Tests;

/// <summary>What a long run keeps of its server's words.</summary>
[TestClass]
public class LastLinesTests
{
    [TestMethod]
    public async Task OfAServerThatLogsForWeeksOnlyTheLastLinesAreKept()
    {
        var log = new StringBuilder();
        for (int i = 1; i <= 100_000; i++)
        {
            log.Append("refused still ").Append(i).Append('\n');
        }

        string[] kept = (await new LastLines(Reader(log.ToString())).AtTheEndAsync()).Split('\n');

        Assert.HasCount(40, kept);
        Assert.AreEqual("refused still 99961", kept[0]);
        Assert.AreEqual("refused still 100000", kept[^1]);
    }

    [TestMethod]
    public async Task AServerThatDiesAtOnceIsHeardWhole()
    {
        Assert.AreEqual("sealcam: port 8443 is taken", await new LastLines(Reader("sealcam: port 8443 is taken\n\n")).AtTheEndAsync());
    }

    private static StreamReader Reader(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
