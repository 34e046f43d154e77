using System.Diagnostics;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Host;
using Sealcam.Tool.Terminals;

namespace Sealcam.Tool.Tests;

/// <summary>The reference client of Improv Wi-Fi Serial sets a simulated board's Wi-Fi over a pseudo-terminal.</summary>
[TestClass]
public class ImprovClientTests
{
    [TestMethod]
    public void TheReferenceClientSetsWifi()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Inconclusive("needs a pseudo-terminal and stty");
        }

        string folder = Path.Combine(AppContext.BaseDirectory, "improv");
        const string Install = "install --no-audit --no-fund --ignore-scripts --omit=optional --prefix ";
        if (Process("npm", Install + folder, out string said) != 0)
        {
            Missing("npm cannot install the reference client: " + said);
        }

        using var camera = new TestCamera("host = localhost\nport = 1\ninterval = 0\n");
        using var pty = new PtyLine(camera.Board.Port);
        pty.Start();
        string sdk = "./node_modules/improv-wifi-serial-sdk/dist/serial.js";
        if (Process("node", $"{Path.Combine(folder, "client.mjs")} {pty.Name} {sdk}", out said) != 0)
        {
            Missing("node: " + said);
        }

        string[] lines = [.. said.Split('\n').Where(line => line.StartsWith('{'))];
        CollectionAssert.AreEqual(new[]
        {
            """{"step":"initialize","value":"Sealcam"}""", """{"step":"state","value":2}""",
            """{"step":"scan","value":["barn","Guest Lounge","workshop"]}""",
            """{"step":"hostname","value":"error UNKNOWN_RPC_COMMAND"}""", """{"step":"network","value":true}""",
            """{"step":"wrong","value":"error UNABLE_TO_CONNECT"}""", """{"step":"rename","value":"back door"}""",
            """{"step":"right","value":null}""", """{"step":"state","value":4}""",
            """{"step":"locked","value":"error UNKNOWN_ERROR (4)"}""",
        }, lines, said);
    }

    private static void Missing(string why)
    {
        if (Environment.GetEnvironmentVariable("SEALCAM_NEED_TOOLS") == "1")
        {
            Assert.Fail(why);
        }

        Assert.Inconclusive(why);
    }

    private static int Process(string program, string arguments, out string said)
    {
        try
        {
            using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            said += errors.Result;
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            said = e.Message;
            return -1;
        }
    }
}
