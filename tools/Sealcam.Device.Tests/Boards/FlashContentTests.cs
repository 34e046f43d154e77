using System;
using System.Collections.Generic;
using System.Linq;

namespace Sealcam.Esp32.Tests;

/// <summary>Boards whose flash is not as it should be: each boots, says what is missing, and its console works.</summary>
[TestClass]
[DoNotParallelize]
public class FlashContentTests
{
    private static readonly byte[] Noise = [.. Enumerable.Range(0, 5000).Select(n => (byte)(n * 7919 >> 3))];

    /// <summary>What was done to the flash, and what the first lines must say of it.</summary>
    private static readonly (string What, Action Do, string Says)[] Cases =
    [
        ("empty", Disk.Format, "missing identity: deploy order.new"),
        ("no settings", static () => Remove("settings.txt"), "missing settings"),
        ("settings of noise", static () => Put("settings.txt", Noise[..3000]), "missing settings"),
        ("settings too long", static () => Put("settings.txt", Noise), "missing settings"),
        ("half an identity", static () => Put("order.new", At("order.new")[..20]), "missing identity"),
        ("an identity of noise", static () => Put("order.new", Noise), "missing identity"),
        ("an empty identity", static () => Put("order.new", []), "missing identity"),
        ("records of noise", static () =>
        {
            Put("order.a", Noise[..100]);
            Put("order.b", []);
        }, "device "),
        ("no CA", static () => Remove("ca.pem"), "missing server's CA"),
        ("no certificate", static () => Remove("device.pem"), "missing certificate"),
        ("certificates of noise", static () =>
        {
            Put("ca.pem", Noise);
            Put("device.pem", Noise[..400]);
        }, "device "),
        ("certificates too long", static () =>
        {
            Put("ca.pem", [.. Noise, .. Noise]);
            Put("device.pem", [.. Noise, .. Noise]);
        }, "device "),
        ("a passphrase of noise", static () => Put("passphrase", Noise), "device "),
        ("a folder full of noise", static () =>
        {
            Disk.MakeFolder("I:\\stills");
            for (int i = 0; i < 40; i++)
            {
                Disk.Put("I:\\stills\\" + i + ".still", Noise[(i * 13)..]);
            }
        }, "device "),
        ("full", static () => Disk.Free = 0, "device "),
        ("that cannot be read", static () => Disk.Fault = new System.IO.IOException(), "missing identity"),
        ("whose driver runs out of memory", static () => Disk.Fault = new OutOfMemoryException(), "missing identity"),
    ];

    public static IEnumerable<object[]> All =>
        from board in BoardUnderTest.All from c in Cases select new object[] { board.Name, c.What };

    [TestCleanup]
    public void NothingFroze() => Assert.IsEmpty(Device.Deaths, string.Join(", ", Device.Deaths));

    [TestMethod]
    [DynamicData(nameof(All))]
    public void ItBootsOnFlash(string name, string what)
    {
        var rig = new BoardRig(EveryBoardTests.Board(name));
        var (_, make, says) = Array.Find(Cases, c => c.What == what);
        make();
        Cpu.Later(100000, () => rig.Terminal.Type("status\r"));
        Assert.IsNull(rig.Run(120000), rig.Terminal.Text);
        Assert.StartsWith("Sealcam 0.1.0 on " + name, rig.Terminal.Text);
        Assert.Contains(says, rig.Terminal.Text);
        Assert.Contains("camera-faults", rig.Terminal.Text);
    }

    private static byte[] At(string name) => Disk.At(FlashStore.Root + name);

    private static void Put(string name, byte[] bytes) => Disk.Put(FlashStore.Root + name, bytes);

    private static void Remove(string name) => Disk.Remove(FlashStore.Root + name);
}
