using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Sealcam.Ingest.Tests;

/// <summary>The gallery's own scripts, as it serves them, run by Node.</summary>
internal static partial class NodeScript
{
    /// <summary>Saves a script and what it imports, as the server serves them.</summary>
    public static async Task SaveAsync(HttpClient gallery, string folder, string path)
    {
        string file = Path.Join(folder, path);
        if (File.Exists(file))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        string text = await gallery.GetStringAsync(path);
        await File.WriteAllTextAsync(file, text);
        foreach (Match import in Imports().Matches(text))
        {
            await SaveAsync(gallery, folder, new Uri(new Uri("http://x" + path), import.Groups[1].Value).AbsolutePath);
        }
    }

    /// <summary>What Node prints; the test fails if it fails, and is inconclusive where there is no Node.</summary>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        try
        {
            ProcessStartInfo start = new("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process node = Process.Start(start)!;
            string output = await node.StandardOutput.ReadToEndAsync();
            string error = await node.StandardError.ReadToEndAsync();
            await node.WaitForExitAsync();
            Assert.AreEqual(0, node.ExitCode, error);
            return output.Trim();
        }
        catch (System.ComponentModel.Win32Exception) when (Environment.GetEnvironmentVariable("SEALCAM_NEED_TOOLS") is null)
        {
            Assert.Inconclusive("This test needs Node 20 or newer.");
            throw;
        }
    }

    [GeneratedRegex("from '(\\.[^']+)'")]
    private static partial Regex Imports();
}
