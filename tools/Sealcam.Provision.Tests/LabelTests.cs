using System.Diagnostics;
using Sealcam.Host;
using SkiaSharp;

namespace Sealcam.Provision.Tests;

/// <summary>The label is read by a program that knows nothing of us.</summary>
[TestClass]
public class LabelTests
{
    private const int ModulePixels = 8;

    [TestMethod]
    public void AForeignReaderFindsTheDeviceIdOnTheLabel()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        for (int i = 0; i < 5; i++)
        {
            DeviceSummary device = fleet.Add("camera").Summary;
            Assert.AreEqual("SEALCAM:" + device.Device.ToUpperInvariant(), Read(Path.Combine(device.Folder, "label.png")));
        }
    }

    [TestMethod]
    public void AForeignReaderFindsTheDeviceIdOnTheTerminal()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        ProvisionedDevice device = fleet.Add("camera");
        string[] lines = device.Code.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var bitmap = new SKBitmap(
            lines[0].Length * ModulePixels, lines.Length * 2 * ModulePixels, SKColorType.Gray8, SKAlphaType.Opaque);
        for (int y = 0; y < bitmap.Height; y++)
        {
            for (int x = 0; x < bitmap.Width; x++)
            {
                char cell = lines[y / ModulePixels / 2][x / ModulePixels];
                bool isLight = cell == '█' || cell == (y / ModulePixels % 2 == 0 ? '▀' : '▄');
                bitmap.SetPixel(x, y, isLight ? SKColors.White : SKColors.Black);
            }
        }

        using (FileStream file = File.Create(folder.At("terminal.png")))
        {
            bitmap.Encode(file, SKEncodedImageFormat.Png, 100);
        }

        Assert.AreEqual("SEALCAM:" + device.Summary.Device.ToUpperInvariant(), Read(folder.At("terminal.png")));
    }

    [TestMethod]
    public void TheTextLabelSaysAllThatAPersonNeeds()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        ProvisionedDevice device = fleet.Add("Küche");
        string text = File.ReadAllText(Path.Combine(device.Summary.Folder, "label.txt"));
        StringAssert.Contains(text, "Küche-0001");
        StringAssert.Contains(text, device.Passphrase);
        StringAssert.Contains(text, device.Summary.Words);
        string id = string.Concat(text.Split('\n').SkipWhile(line => !line.StartsWith("device ID"))
            .TakeWhile(line => !line.StartsWith("QR")).Select(line => line[9..].Replace(" ", "")));
        Assert.AreEqual(device.Summary.Device, id);
        Assert.IsNotNull(Passphrase.Parse(device.Passphrase));
    }

    /// <summary>
    /// What zbarimg (zbar-tools) reads; the test is skipped where it is not, but not in continuous integration.
    /// </summary>
    private static string Read(string picture)
    {
        try
        {
            using Process reader = Process.Start(new ProcessStartInfo("zbarimg", ["--quiet", "--raw", picture])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            Task<string> errors = reader.StandardError.ReadToEndAsync();
            string said = reader.StandardOutput.ReadToEnd().Trim();
            reader.WaitForExit();
            errors.Wait();
            return said;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            const string Sentence = "This test needs 'zbarimg' (zbar-tools) on the path.";
            if (Environment.GetEnvironmentVariable("SEALCAM_NEED_TOOLS") == "1")
            {
                Assert.Fail(Sentence);
            }

            Assert.Inconclusive(Sentence);
            return "";
        }
    }
}
