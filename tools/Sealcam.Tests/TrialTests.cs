using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Tool.Tests.Support;
using Sealcam.Verify;

namespace Sealcam.Tool.Tests;

/// <summary>
/// <c>sealcam run</c> as a trial: for a time, through faults, and with cameras and server as processes of their own.
/// </summary>
[TestClass]
public partial class TrialTests
{
    [TestMethod]
    public void ATrialThroughFaultsLosesNothingAndCountsTheFiles()
    {
        using var data = new TempFolder();

        Command run = Command.Run("run", "--cameras", "2", "--interval", "100ms", "--size", "QVGA", "--faults", "10%", "--seed", "3",
            "--for", "3s", "--json", "--data", data.Path, "--gallery-port", "0");

        Assert.AreEqual(0, run.Exit, run.Output + run.Error);
        JsonElement summary = JsonDocument.Parse(run.Output).RootElement;
        int captured = summary.GetProperty("cameras").EnumerateArray().Sum(camera => camera.GetProperty("captured").GetInt32());
        Assert.IsGreaterThan(2, captured);
        Assert.AreEqual(captured, summary.GetProperty("stored").GetInt32());
        Assert.AreEqual(captured, summary.GetProperty("verified").GetInt32());
        Assert.HasCount(captured, Stills(data));
        Assert.IsGreaterThan(0, summary.GetProperty("faults").GetProperty("met").GetInt32());
        Assert.IsGreaterThan(0, summary.GetProperty("heap").GetProperty("endBytes").GetInt64());
    }

    [TestMethod]
    public void CamerasOfOneProcessShipToTheServerOfAnother()
    {
        using var data = new TempFolder();
        using Process server = Command.Start("ingest", "--data", data.Path, "--port", "0", "--gallery-port", "0");
        try
        {
            Match greeting = Match.Empty;
            while (!greeting.Success && server.StandardOutput.ReadLine() is { } line)
            {
                greeting = Port().Match(line);  // a line of the log may come before it
            }

            server.BeginErrorReadLine();

            Command run = Command.Run("run", "--server", $"localhost:{greeting.Groups[1].Value}", "--cameras", "2", "--stills", "3",
                "--interval", "100ms", "--json", "--data", data.Path);

            Assert.AreEqual(0, run.Exit, run.Output + run.Error);
            JsonElement summary = JsonDocument.Parse(run.Output).RootElement;
            Assert.AreEqual(JsonValueKind.Null, summary.GetProperty("stored").ValueKind, "nothing is claimed for somebody else's server");
            string[] stills = Stills(data);
            Assert.HasCount(6, stills);
            foreach (string file in stills)
            {
                Assert.AreEqual(Verdict.Authentic, StillVerifier.Verify(File.ReadAllBytes(file)).Verdict, file);
            }
        }
        finally
        {
            server.Kill();
            server.WaitForExit();
        }
    }

    [TestMethod]
    [DataRow("--server", "localhost")]
    [DataRow("--server", "local host:8443")]
    [DataRow("--server", "localhost:8443/x")]
    [DataRow("--server", "localhost:8443", "--port", "0")]
    [DataRow("--server", "localhost:8443", "--faults", "5%")]
    public void AServerThatIsNoneOrTwoIsAUsageError(params string[] arguments)
    {
        Command run = Command.Run(["run", .. arguments]);

        Assert.AreEqual(2, run.Exit, run.Output + run.Error);
        StringAssert.Contains(run.Error, "--server");
    }

    private static string[] Stills(TempFolder data) => Directory.GetFiles(data["stills"], "*.jpg", SearchOption.AllDirectories);

    [GeneratedRegex(@"devices: port (\d+)\.")]
    private static partial Regex Port();
}
