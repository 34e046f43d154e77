using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using SkiaSharp;

namespace Sealcam.Host.Tests;

[TestClass]
public class SceneCameraTests
{
    [TestMethod]
    [DataRow("QVGA", 320, 240)]
    [DataRow("vga", 640, 480)]
    [DataRow("SVGA", 800, 600)]
    [DataRow("UXGA", 1600, 1200)]
    public void AStillIsABaselineJpegOfTheSizeAskedFor(string size, int width, int height)
    {
        using var camera = new SceneCamera("cam-1", SceneSize.Parse(size), new HostClock());
        byte[] still = Stills.Take(camera);

        List<(byte Code, int At)> markers = Walk(still);
        byte[] codes = markers.Select(m => m.Code).ToArray();
        CollectionAssert.Contains(codes, (byte)0xDB);
        CollectionAssert.Contains(codes, (byte)0xC0, "baseline frame header");
        Assert.AreEqual(0xDA, codes[^1]);
        int sof = markers.First(m => m.Code == 0xC0).At;
        Assert.AreEqual(height, (still[sof + 5] << 8) | still[sof + 6]);
        Assert.AreEqual(width, (still[sof + 7] << 8) | still[sof + 8]);
        CollectionAssert.AreEqual(new byte[] { 0xFF, 0xD9 }, still[^2..]);
        using SKBitmap decoded = SKBitmap.Decode(still);
        Assert.AreEqual(width, decoded.Width);
    }

    [TestMethod]
    public void AnUnknownSizeIsNull()
    {
        Assert.IsNull(SceneSize.Parse("8K"));
    }

    [TestMethod]
    public void TwoStillsOfOneMomentDifferByTheirNumber()
    {
        using var camera = new SceneCamera("cam-1", SceneSize.Qvga, new HostClock());
        CollectionAssert.AreNotEqual(Stills.Take(camera), Stills.Take(camera));
    }

    [TestMethod]
    public void NeighboursAreFarApartInHue()
    {
        float[] hues = Enumerable.Range(1, 8).Select(i =>
        {
            using var camera = new SceneCamera($"cam-{i}", SceneSize.Qvga, new HostClock());
            using SKBitmap scene = SKBitmap.Decode(Stills.Take(camera));
            scene.GetPixel(2, 4).ToHsl(out float hue, out _, out _);
            return hue;
        }).ToArray();

        for (int i = 0; i < hues.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                float apart = Math.Abs(hues[i] - hues[j]);
                Assert.IsGreaterThan(15f, Math.Min(apart, 360 - apart), $"cam-{j + 1} and cam-{i + 1}");
            }
        }
    }

    [TestMethod]
    [DataRow(4)]
    [DataRow(64)]
    public void PaddingIsZerosUpToAMultiple(int padTo)
    {
        using var camera = new SceneCamera("cam-1", SceneSize.Qvga, new HostClock(), new SensorHabits { PadTo = padTo });
        byte[] still = Stills.Take(camera);
        int end = still.AsSpan().LastIndexOf(new byte[] { 0xFF, 0xD9 }) + 2;

        Assert.AreEqual(0, still.Length % padTo);
        Assert.IsGreaterThan(end, still.Length);
        Assert.IsLessThanOrEqualTo(end + padTo, still.Length);
        Assert.IsTrue(still[end..].All(b => b == 0));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("Küche ☃ 😀 \n")]
    [DataRow("000000000000000000000000000000000000000000000000000099999999999999")]
    [DataRow("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")]
    public void AnyNameCanBeDrawn(string name)
    {
        using var camera = new SceneCamera(name, SceneSize.Qvga, new HostClock());
        Assert.IsGreaterThan(1000, Stills.Take(camera).Length);
    }

    /// <summary>Markers behind SOI up to SOS, and where each starts.</summary>
    private static List<(byte Code, int At)> Walk(byte[] jpeg)
    {
        Assert.AreEqual(0xFFD8, (jpeg[0] << 8) | jpeg[1]);
        var markers = new List<(byte, int)>();
        for (int at = 2; ; at += 2 + ((jpeg[at + 2] << 8) | jpeg[at + 3]))
        {
            Assert.AreEqual(0xFF, jpeg[at]);
            markers.Add((jpeg[at + 1], at));
            if (jpeg[at + 1] == 0xDA)
            {
                return markers;
            }
        }
    }
}
