using System.Text.Json;

namespace Sealcam.Verify.Tests;

/// <summary>Health reports against the golden vectors, and against bytes that are none.</summary>
[TestClass]
public class HealthVectorTests
{
    [TestMethod]
    public void EveryGoldenReportGetsItsLetter()
    {
        int count = 0;
        foreach (JsonElement vector in Vectors())
        {
            HealthQuestion question = new()
            {
                Device = vector.TryGetProperty("device", out JsonElement id) ? Convert.FromHexString(id.GetString()!) : null,
                Newest = vector.TryGetProperty("newest", out JsonElement last) ? (last[0].GetUInt32(), last[1].GetUInt32()) : null,
            };
            HealthFinding finding = HealthVerifier.Verify(Report(vector), question);
            char wanted = vector.GetProperty("verdict").GetString()![0];
            Assert.AreEqual(wanted, finding.Verdict, vector.GetProperty("name").GetString());
            Assert.AreEqual(finding.Verdict is 'X' or 'N', finding.Report is null);
            count++;
        }

        Assert.IsGreaterThan(40, count);
    }

    [TestMethod]
    public void TheFieldsAreWhatWasSigned()
    {
        HealthReport usual = HealthVerifier.Verify(Report(Vectors()[0])).Report!;
        Assert.AreEqual((7u, 3u, 300u, 900u), (usual.BootCount, usual.Counter, usual.Interval, usual.Uptime));
        Assert.AreEqual((1, true, 120_000u, 65_000u), (usual.WakeCause, usual.LastStopClean, usual.HeapFree, usual.LargestBlock));
        Assert.AreEqual((-67, 2u, 125u), (usual.SignalDbm, usual.Waiting, usual.OutboxPerMille));
        Assert.AreEqual((40u, 40u, 37u), (usual.Captured, usual.Sealed, usual.Receipted));
        Assert.AreEqual((1u, 0u, 0u), (usual.RefusedByAgent, usual.RefusedByServer, usual.Dropped));
        Assert.AreEqual((3u, 2u, 1u), (usual.Retried, usual.Handshakes, usual.CameraFaults));

        HealthReport nothing = HealthVerifier.Verify(Report(Vectors()[1])).Report!;
        Assert.IsNull(nothing.IssuedAt);
        Assert.IsNull(nothing.LastStopClean);
        Assert.IsTrue(nothing is { HeapFree: null, LargestBlock: null, SignalDbm: null, OutboxPerMille: null });
    }

    [TestMethod]
    public void NoByteOfAReportCanBeChanged()
    {
        byte[] report = Report(Vectors()[0]);
        for (int bit = 0; bit < report.Length * 8; bit++)
        {
            byte[] changed = [.. report];
            changed[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.AreNotEqual(Verdict.Authentic, HealthVerifier.Verify(changed).Verdict, $"bit {bit}");
        }
    }

    [TestMethod]
    public void AnyBytesGetALetter()
    {
        Random random = new(5);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] bytes = new byte[random.Next(Protocol.HealthMax + 2)];
            random.NextBytes(bytes);
            byte[] head = Report(Vectors()[0]);
            head.AsSpan(0, Math.Min(random.Next(60), bytes.Length)).CopyTo(bytes);
            Assert.AreNotEqual(Verdict.Authentic, HealthVerifier.Verify(bytes).Verdict);
        }
    }

    private static byte[] Report(JsonElement vector) => Convert.FromHexString(vector.GetProperty("report").GetString()!);

    private static readonly Lazy<JsonElement[]> _vectors = new(() =>
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(Tree.Vectors, "health.json"))).RootElement.EnumerateArray()]);

    private static JsonElement[] Vectors() => _vectors.Value;
}
