using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Host.Tests;

[TestClass]
public class HostBoardTests
{
    [TestMethod]
    public void ABoardHasAllItsPartsAndTalksToItsServerUnderItsOwnKey()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = DevelopmentAuthority.Open(folder.At("ca"));
        byte[] id = authority.Provision(folder.At("cam"));
        using LoopbackServer server = LoopbackServer.Tls(
            authority.Server, async (stream, _) => await stream.WriteAsync(new byte[] { 7 }));
        var lines = new List<string>();
        using var board = new HostBoard(new HostBoardOptions
        {
            Name = "cam-1",
            FlashFolder = folder.At("cam"),
            Authority = authority.Certificate,
            ServerPort = server.Port,
            Size = SceneSize.Qvga,
            LogLine = lines.Add,
        });

        Parts parts = board.Parts;
        object[] required = [parts.Camera, parts.Link, parts.Store, parts.Clock, parts.Entropy, parts.Mac, parts.Cipher, parts.Log];
        Assert.IsTrue(required.All(p => p != null));
        CollectionAssert.AreEqual(id, board.DeviceId);
        Assert.IsGreaterThan(1000, Stills.Take(parts.Camera).Length);
        parts.Log.Write(LogLevel.Info, "capture", "ok");
        Assert.AreEqual("cam-1 capture info: ok", lines.Single());
        parts.Link.Resolve(board.ServerHost);
        parts.Link.Connect(board.ServerPort);
        CollectionAssert.AreEqual(new byte[] { 7 }, Links.ReadAll(parts.Link));
        Assert.AreEqual(1, board.Link.Handshakes);
        Assert.IsTrue(DeviceCertificate.Belongs(new X509Certificate2(server.Client), id));
    }

    [TestMethod]
    public void TheTlsKeyIsTheOneOfTheRecordAtTheTimeOfConnecting()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = DevelopmentAuthority.Open(folder.At("ca"));
        authority.Provision(folder.At("cam"));
        using LoopbackServer server = LoopbackServer.Tls(authority.Server, (_, _) => Task.CompletedTask);
        using HostBoard board = Board(folder, authority, server.Port);
        // The agent takes the identity over at boot: the TLS key must follow it there.
        byte[] record = File.ReadAllBytes(folder.At("cam", "order.new"));
        board.Parts.Store.Write("order.a", record, record.Length);
        board.Parts.Store.Delete("order.new");
        board.Parts.Link.Resolve("localhost");
        board.Parts.Link.Connect(server.Port);
        Assert.AreEqual(1, board.Link.Handshakes);

        board.Parts.Link.Close();
        board.Parts.Store.Delete("order.a");
        using var link = new SslLink(new SslLinkOptions
        {
            Authority = authority.Certificate,
            Identity = () => DeviceCertificate.Load(board.Parts.Store),
            Now = () => DateTimeOffset.UtcNow,
        });
        link.Resolve("localhost");
        Assert.AreEqual(LinkFault.Identity, Assert.ThrowsExactly<LinkException>(() => link.Connect(server.Port)).Fault);
    }

    [TestMethod]
    public void AFolderOfStillsIsPlayed()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = DevelopmentAuthority.Open(folder.At("ca"));
        authority.Provision(folder.At("cam"));
        Directory.CreateDirectory(folder.At("stills"));
        Assert.ThrowsExactly<CameraException>(() => Board(folder, authority, 1, folder.At("stills")));
        File.WriteAllBytes(folder.At("stills", "a.jpg"), [1, 2, 3]);
        // The failed start has let go of the flash folder.
        using HostBoard board = Board(folder, authority, 1, folder.At("stills"));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, Stills.Take(board.Parts.Camera));
    }

    [TestMethod]
    public void AFolderWithoutACameraOrWithARealOneIsOneSentence()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = DevelopmentAuthority.Open(folder.At("ca"));
        StringAssert.Contains(Assert.ThrowsExactly<HostException>(() => Board(folder, authority, 1)).Message, "provision");
        DeviceKey key = DeviceKey.Create();
        File.WriteAllBytes(folder.At("cam", "order.a"), Identities.Bytes(new OrderRecord { Key = key.D, Id = key.X }));
        StringAssert.Contains(Assert.ThrowsExactly<HostException>(() => Board(folder, authority, 1)).Message, "real camera");
    }

    private static HostBoard Board(TestFolder folder, DevelopmentAuthority authority, int port, string stills = null)
    {
        return new HostBoard(new HostBoardOptions
        {
            Name = "cam-1",
            FlashFolder = folder.At("cam"),
            Authority = authority.Certificate,
            ServerPort = port,
            StillsFolder = stills,
        });
    }
}
