namespace Sealcam.Tests;

/// <summary>Health reports of a whole agent, in virtual time.</summary>
[TestClass]
public class HealthReportTests
{
    [TestMethod]
    public void AReportLeavesAtOnceAndThenOneEachInterval()
    {
        var talk = Reporting(0, 10000).Start();
        talk.Run(3000);
        Assert.AreEqual(1, talk.Link.Reports);
        Assert.IsTrue(talk.Link.ReportHead.IndexOf("Content-Type: application/cose..") > 0);
        for (uint i = 2; i < 6; i++)
        {
            talk.Run(10000);
            var view = View(talk);
            Assert.AreEqual(i, view.Counter);
            Assert.AreEqual((uint)10, view.Interval);
            Assert.AreEqual((uint)1, view.BootCount);
            Assert.IsTrue(view.Uptime >= (i - 1) * 10 && view.Uptime <= (i - 1) * 10 + 3);
            Assert.AreEqual((uint)WallClock.Receipt, view.Quality, "the server told the time");
        }

        Assert.AreEqual(1, talk.Link.Connects, "over the one connection");
    }

    [TestMethod]
    public void AReportSaysWhatTheAgentCountedAndTheBoardKnows()
    {
        var talk = Reporting(1000, 5000);
        talk.Info = new KnownBoard();
        talk.Camera.Script(Shot.Good, Shot.Torn, Shot.ThrowsAtPoll);
        talk.Start().Run(11000);
        var view = View(talk);
        Assert.AreEqual((uint)WakeCause.Timer, view.Wake);
        Assert.AreEqual((uint)123456, view.Heap);
        Assert.AreEqual((uint)65000, view.Block);
        Assert.AreEqual(-67, view.Signal);
        Assert.AreEqual(HealthView.Null, view.Clean, "the first boot has none before it");
        Assert.AreEqual((uint)0, view.PerMille);
        Assert.IsTrue(view.Counters[0] >= 8 && view.Counters[1] == view.Counters[0] && view.Counters[2] == view.Counters[0]);
        Assert.AreEqual((uint)1, view.Counters[3]);
        Assert.AreEqual((uint)1, view.Counters[7]);
        Assert.AreEqual((uint)1, view.Counters[8]);
    }

    [TestMethod]
    public void ABoardThatCannotTellSaysNull()
    {
        var talk = Reporting(0, 5000).Start();
        talk.Run(1000);
        var view = View(talk);
        Assert.IsTrue(view.Wake == 0 && view.Heap == HealthView.Null && view.Block == HealthView.Null && view.Signal == 0);
    }

    [TestMethod]
    public void TheNextBootSaysWhetherTheLastOneEndedCleanly()
    {
        var talk = Reporting(0, 5000).Start();
        talk.Run(1000);
        talk.Agent.Stop();
        talk.Start().Run(1000);
        Assert.AreEqual((uint)1, View(talk).Clean);
        talk.Start().Run(1000);
        Assert.AreEqual((uint)0, View(talk).Clean);
        Assert.AreEqual((uint)3, View(talk).BootCount);
        Assert.AreEqual((uint)1, View(talk).Counter, "the counter begins anew under a new boot count");
    }

    [TestMethod]
    public void AReportWhoseAnswerIsLostIsSentAgainByteForByte()
    {
        var talk = Reporting(0, 600000);
        talk.Link.MuteReports = true;
        talk.Start().Run(22000);
        string first = Hex.Text(talk.Link.Report);
        talk.Link.MuteReports = false;
        talk.Run(20000);
        Assert.IsTrue(talk.Link.Reports >= 2 && talk.Link.Connects >= 2);
        Assert.AreEqual(first, Hex.Text(talk.Link.Report));
        int reports = talk.Link.Reports;
        talk.Run(60000);
        Assert.AreEqual(reports, talk.Link.Reports);
    }

    [TestMethod]
    public void WhileNothingCanLeaveNoneIsMade()
    {
        var talk = Reporting(0, 5000).Start();
        talk.Run(12000);
        uint before = View(talk).Counter;
        talk.Link.Unreachable = true;
        talk.Link.Close();
        talk.Run(600000);
        talk.Link.Unreachable = false;
        int sent = talk.Link.Reports;
        talk.Run(125000);
        Assert.IsTrue(talk.Link.Reports > sent);
        Assert.AreEqual(before + (uint)(talk.Link.Reports - sent), View(talk).Counter, "no counter was used up in the dark");
    }

    [TestMethod]
    public void AServerWithoutReportsStillTakesStills()
    {
        var talk = Reporting(10000, 5000);
        talk.Link.Status = 404;
        talk.Start().Run(200000);
        Assert.AreEqual(20, talk.Counters.Receipted);
        Assert.AreEqual(1, talk.Link.Connects);
        Assert.IsTrue(talk.Link.Reports < 30, "reports: " + talk.Link.Reports);
    }

    [TestMethod]
    public void WithoutATimeAReportClaimsNone()
    {
        // The wire is closed to such an agent; what it would sign is seen on the stage itself.
        var report = new HealthReport
        {
            Counter = 1, IntervalSeconds = 300, BootCount = 5, Iat = 1790000000, Counters = new Counters(),
        };
        var cbor = new CborWriter(HealthReport.MaxBytes);
        report.Write(cbor);
        Assert.AreEqual(0xA3, (int)cbor.Buffer[0]);
        Assert.AreEqual(0x19, (int)cbor.Buffer[1], "the first key is 261, not 6");
    }

    [TestMethod]
    public void TheClaimsAreThoseOfTheGoldenVectors()
    {
        // The first three reports of Vectors/health.json.
        var report = new HealthReport
        {
            BootCount = 7, Counter = 3, Uptime = 900, Iat = 1767225600, ClockQuality = 4, IntervalSeconds = 300, WakeCause = 1,
            LastStopClean = 1, HeapFree = 120000, LargestBlock = 65000, SignalDbm = -67, Waiting = 2, OutboxPerMille = 125,
            Counters = new Counters
            {
                Captured = 40, Sealed = 40, Receipted = 37, RefusedByAgent = 1, Retried = 3, Handshakes = 2, CameraFaults = 1,
            },
        };
        Assert.AreEqual("a4061a6955b90019010519038419010b073a00010001930319012c0401011a0001d4c019fde8384202187d"
            + "182818281825010000030201", Claims(report));
        report = new HealthReport
        {
            BootCount = 1, Counter = 1, Iat = 5, IntervalSeconds = 1, LastStopClean = -1, HeapFree = -1, LargestBlock = -1,
            OutboxPerMille = -1, Counters = new Counters(),
        };
        Assert.AreEqual("a31901050019010b013a000100019301010000f6f6f6f600f6000000000000000000", Claims(report));
    }

    [TestMethod]
    public void AReportWithEveryFieldAtItsMaximumFitsItsBound()
    {
        const uint most = 0xFFFFFFFF;
        var counters = new Counters
        {
            Captured = -1, Sealed = -1, Receipted = -1, RefusedByAgent = -1, RefusedByServer = -1, Dropped = -1, Retried = -1,
            Handshakes = -1, CameraFaults = -1,
        };
        var report = new HealthReport
        {
            BootCount = most, Counter = most, Uptime = most, Iat = most, ClockQuality = 4, IntervalSeconds = most, WakeCause = 7,
            LastStopClean = 1, HeapFree = 0x7FFFFFFF, LargestBlock = 0x7FFFFFFF, SignalDbm = -127, Waiting = most,
            OutboxPerMille = 1000,
            Counters = counters,
        };
        var cbor = new CborWriter(HealthReport.MaxBytes);
        report.Write(cbor);
        Assert.AreEqual(107, cbor.Length);
        var id = Hex.Bytes(TestIdentity.Id);
        var sealedReport = new byte[Limits.HealthBytes];
        var signer = new CoseSigner(new PatternSigner(), id, HealthReport.Aad, Limits.HealthBytes);
        Assert.AreEqual(217, signer.Sign(cbor, sealedReport, 0));
    }

    private static string Claims(HealthReport report)
    {
        var cbor = new CborWriter(HealthReport.MaxBytes);
        report.Write(cbor);
        return Hex.Text(cbor.Buffer).Substring(0, 2 * cbor.Length);
    }

    private static Talk Reporting(int intervalMs, int healthMs)
    {
        var talk = new Talk(intervalMs);
        talk.Settings.HealthPath = "/v1/health";
        talk.Settings.HealthIntervalMs = healthMs;
        return talk;
    }

    private static HealthView View(Talk talk)
    {
        var view = new HealthView();
        Assert.IsTrue(view.Read(talk.Link.Report), Hex.Text(talk.Link.Report));
        return view;
    }

    private sealed class KnownBoard : IBoardInfo
    {
        public int WakeCause => Sealcam.WakeCause.Timer;

        public int HeapFree => 123456;

        public int LargestBlock => 65000;

        public int SignalDbm => -67;
    }
}
