using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Tool.Tests.Support;
using Sealcam.Verify;

namespace Sealcam.Tool.Tests;

/// <summary><c>sealcam run</c> from end to end: real agents, real TLS, real server, in a process of its own.</summary>
[TestClass]
public class RunTests
{
    private static readonly string[] FreePorts = ["--port", "0", "--gallery-port", "0"];

    [TestMethod]
    public void EveryStillOfAShortRunIsStoredAndAuthentic()
    {
        using var data = new TempFolder();

        Command run = Command.Run(["run", "--cameras", "2", "--stills", "3", "--interval", "100ms", "--json", "--data", data.Path, .. FreePorts]);

        Assert.AreEqual(0, run.Exit, run.Error);
        JsonElement summary = JsonDocument.Parse(run.Output).RootElement;
        Assert.AreEqual(6, summary.GetProperty("stored").GetInt32());
        Assert.AreEqual(6, summary.GetProperty("verified").GetInt32());
        foreach (JsonElement camera in summary.GetProperty("cameras").EnumerateArray())
        {
            Assert.AreEqual(3, camera.GetProperty("captured").GetInt32());
            Assert.AreEqual(3, camera.GetProperty("receipted").GetInt32());
            Assert.AreEqual(1, camera.GetProperty("handshakes").GetInt32());
            Assert.IsGreaterThanOrEqualTo(0, camera.GetProperty("captureToReceiptMs").GetProperty("median").GetInt32());
            AssertStills(data["stills", camera.GetProperty("id").GetString()!], boot: 1);
        }
    }

    [TestMethod]
    public void ASecondRunOnTheSameFolderIsTheNextBootOfTheSameCameras()
    {
        using var data = new TempFolder();
        string[] arguments = ["run", "--cameras", "1", "--stills", "3", "--interval", "50ms", "--json", "--data", data.Path, .. FreePorts];

        string first = IdOf(Command.Run(arguments));
        string second = IdOf(Command.Run(arguments));

        Assert.AreEqual(first, second);
        AssertStills(data["stills", first], boot: 1);
        AssertStills(data["stills", first], boot: 2);
        Token token = StillVerifier.Verify(File.ReadAllBytes(data["stills", first, "2-1.jpg"])).Token!;
        Assert.AreEqual(3u, token.PreviousLast, "the clean stop of the first boot is signed by the second");
    }

    [TestMethod]
    public void APortInUseIsOneSentence()
    {
        using var data = new TempFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;

        Command run = Command.Run("run", "--stills", "1", "--json", "--data", data.Path, "--port", $"{port}", "--gallery-port", "0");

        Assert.AreEqual(3, run.Exit);
        Assert.AreEqual("", run.Output);
        StringAssert.Contains(run.Error, $"Port {port}");
        Assert.AreEqual(1, run.Error.Trim().Split('\n').Length, run.Error);
    }

    [TestMethod]
    public void AFolderWithoutStillsIsOneSentence()
    {
        using var data = new TempFolder();
        using var empty = new TempFolder();

        Command run = Command.Run(["run", "--stills", "1", "--json", "--data", data.Path, "--stills-from", empty.Path, .. FreePorts]);

        Assert.AreEqual(3, run.Exit, run.Error);
        Assert.AreEqual(1, run.Error.Trim().Split('\n').Length, run.Error);
    }

    [TestMethod]
    [DataRow("run", "--interval", "2")]
    [DataRow("run", "--interval", "1ms")]
    [DataRow("run", "--cameras", "0")]
    [DataRow("run", "--cameras", "x")]
    [DataRow("run", "--size", "HUGE")]
    [DataRow("run", "--nonsense")]
    [DataRow("verify")]
    [DataRow("verify", "x.jpg", "--device", "abc")]
    [DataRow("ingest", "--server-key", "x.pem")]
    [DataRow("nonsense")]
    public void AWrongCommandLineExitsWith2(params string[] arguments)
    {
        Command run = Command.Run(arguments);

        Assert.AreEqual(2, run.Exit, run.Output + run.Error);
        Assert.AreNotEqual("", run.Error);
    }

    private static string IdOf(Command run)
    {
        Assert.AreEqual(0, run.Exit, run.Error);
        return JsonDocument.Parse(run.Output).RootElement.GetProperty("cameras")[0].GetProperty("id").GetString()!;
    }

    private static void AssertStills(string folder, int boot)
    {
        for (int sequence = 1; sequence <= 3; sequence++)
        {
            Finding finding = StillVerifier.Verify(File.ReadAllBytes(Path.Combine(folder, $"{boot}-{sequence}.jpg")));
            Assert.AreEqual(Verdict.Authentic, finding.Verdict, finding.Reason);
            Assert.AreEqual(Path.GetFileName(folder), finding.Token!.Device);
            Assert.AreEqual((uint)sequence, finding.Token.Sequence);
        }
    }
}
