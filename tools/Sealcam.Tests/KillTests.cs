using System.Diagnostics;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Tool.Tests.Support;
using Sealcam.Verify;

namespace Sealcam.Tool.Tests;

/// <summary>The whole process dies, with no chance to do anything about it.</summary>
[TestClass]
public class KillTests
{
    private const int Wanted = 5;

    [TestMethod]
    public void WhatACameraHadOnStorageWhenItsProcessWasKilledArrivesInTheNextRun()
    {
        using var data = new TempFolder();
        string[] run = ["run", "--cameras", "1", "--interval", "200ms", "--data", data.Path, "--port", "0", "--gallery-port", "0"];
        string id = CameraOf(Command.Run([.. run, "--stills", "1", "--json"])).GetProperty("id").GetString()!;
        string stored = data["stills", id];
        string kept = data["cameras", "camera-1", "stills"];
        Assert.IsEmpty(Directory.GetFiles(kept), "good weather writes no flash");

        string[] waiting;
        using (var block = new Block(stored))
        {
            using Process killed = Command.Start([.. run, "--stills", "0"]);
            killed.BeginOutputReadLine();  // a full pipe would stop it
            killed.BeginErrorReadLine();
            try
            {
                waiting = WaitForKept(kept, killed);
            }
            finally
            {
                killed.Kill();  // SIGKILL on Unix, TerminateProcess on Windows
                killed.WaitForExit();
            }
        }

        JsonElement camera = CameraOf(Command.Run([.. run, "--stills", "1", "--json"]));
        Assert.IsGreaterThanOrEqualTo(waiting.Length, camera.GetProperty("recovered").GetInt32());
        Assert.AreEqual(0, camera.GetProperty("dropped").GetInt32());
        Assert.IsEmpty(Directory.GetFiles(kept, "*.still"));
        foreach (string name in waiting)
        {
            string file = $"{Convert.ToUInt32(name[..8], 16)}-{Convert.ToUInt32(name[9..17], 16)}.jpg";
            Finding finding = StillVerifier.Verify(File.ReadAllBytes(Path.Combine(stored, file)));
            Assert.AreEqual(Verdict.Authentic, finding.Verdict, $"{file}: {finding.Reason}");
        }
    }

    /// <summary>Names of stills that were on storage before the newest there: the newest may be half written.</summary>
    private static string[] WaitForKept(string folder, Process process)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(90))
        {
            Assert.IsFalse(process.HasExited, "the run ended by itself");
            string[] names = [.. Directory.GetFiles(folder, "*.still").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
            if (names.Length > Wanted)
            {
                return names[..^1];
            }

            Thread.Sleep(50);
        }

        Assert.Fail("an uplink that stores nothing for 90 s made nothing go to storage");
        return [];
    }

    private static JsonElement CameraOf(Command run)
    {
        Assert.AreEqual(0, run.Exit, run.Error);
        return JsonDocument.Parse(run.Output).RootElement.GetProperty("cameras")[0];
    }
}
