using System;
using System.Linq;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Host.Tests;

[TestClass]
public class SslLinkTests
{
    private static readonly X509Certificate2 Good = Pki.Shared.Leaf();

    [TestMethod]
    [DataRow(SslProtocols.Tls12)]
    [DataRow(SslProtocols.Tls13)]
    public void BytesGoBothWaysAndTheDeviceShowsItsCertificate(SslProtocols protocol)
    {
        using LoopbackServer server = LoopbackServer.Tls(Good, Echo, protocol);
        using SslLink link = Links.Connected(server.Port);
        link.Write(Encoding.ASCII.GetBytes("..hello.."), 2, 5);
        Assert.AreEqual("hello", Encoding.ASCII.GetString(Links.ReadAll(link, 5)));
        Assert.AreEqual(protocol, server.Protocol);
        CollectionAssert.AreEqual(Links.Device.RawData, server.Client.GetRawCertData());
        Assert.AreEqual(1, link.Handshakes);
    }

    [TestMethod]
    public void AServerAtAnAddressIsTakenIfItsCertificateNamesTheAddress()
    {
        using X509Certificate2 certificate = Pki.Shared.Leaf("127.0.0.1");
        using LoopbackServer server = LoopbackServer.Tls(certificate, Echo);
        using SslLink link = Links.Connected(server.Port, host: "127.0.0.1");
        Assert.AreEqual(1, link.Handshakes);
    }

    [TestMethod]
    public void ReadReturnsAtOnceWhenNothingIsThere()
    {
        using LoopbackServer server = LoopbackServer.Tls(Good, Echo);
        using SslLink link = Links.Connected(server.Port);
        byte[] buffer = new byte[10];
        for (int i = 0; i < 1000; i++)
        {
            Assert.AreEqual(0, link.Read(buffer, 0, 10));
        }

        link.Write([42], 0, 1);
        CollectionAssert.AreEqual(new byte[] { 42 }, Links.ReadAll(link, 1));
    }

    [TestMethod]
    public void ManyRecordsComeWholeAndInOrderThenTheEndAgainAndAgain()
    {
        byte[] sent = RandomNumberGenerator.GetBytes(200_001);
        using LoopbackServer server = LoopbackServer.Tls(Good, async (stream, _) =>
        {
            for (int at = 0; at < sent.Length; at += 7001)
            {
                await stream.WriteAsync(sent.AsMemory(at, Math.Min(7001, sent.Length - at)));
            }
        });
        using SslLink link = Links.Connected(server.Port);
        CollectionAssert.AreEqual(sent, Links.ReadAll(link));
        Assert.AreEqual(-1, link.Read(new byte[1], 0, 1));
        Assert.AreEqual(-1, link.Read(new byte[1], 0, 1));
    }

    [TestMethod]
    public void RecordsThatDribbleByteByByteLoseNothing()
    {
        byte[] sent = RandomNumberGenerator.GetBytes(300);
        // The TLS bytes go through a relay that passes them on one at a time, so that records are mostly half there.
        using LoopbackServer server = LoopbackServer.Tls(Good, async (stream, _) => await stream.WriteAsync(sent));
        using var relay = new LoopbackServer(async near =>
        {
            using var far = new TcpClient("127.0.0.1", server.Port);
            await using var client = new NetworkStream(near, ownsSocket: true);
            Task up = client.CopyToAsync(far.GetStream());
            byte[] one = new byte[1];
            while (await far.GetStream().ReadAsync(one) == 1)
            {
                await client.WriteAsync(one);
                await Task.Yield();
            }
        });
        using SslLink link = Links.Connected(relay.Port);
        CollectionAssert.AreEqual(sent, Links.ReadAll(link));
    }

    [TestMethod]
    public void ReadingAndWritingAtOnceMixesNothingUp()
    {
        using LoopbackServer server = LoopbackServer.Tls(Good, Echo);
        using SslLink link = Links.Connected(server.Port);
        byte[] sent = RandomNumberGenerator.GetBytes(40 * Limits.WriteBytes);
        byte[] got = new byte[sent.Length];
        int at = 0;
        for (int i = 0; i < 40; i++)
        {
            link.Write(sent, i * Limits.WriteBytes, Limits.WriteBytes);
            at += link.Read(got, at, Math.Min(777, got.Length - at));
        }

        Links.ReadAll(link, sent.Length - at).CopyTo(got, at);
        CollectionAssert.AreEqual(sent, got);
    }

    [TestMethod]
    public void ALinkConnectsAgainAndCountsItsHandshakes()
    {
        using LoopbackServer server = LoopbackServer.Tls(Good, Echo);
        using SslLink link = Links.Connected(server.Port);
        link.Write([1], 0, 1);
        Links.ReadAll(link, 1);
        link.Close();
        link.Close();
        link.Resolve("localhost");
        link.Connect(server.Port);
        link.Write([2], 0, 1);
        CollectionAssert.AreEqual(new byte[] { 2 }, Links.ReadAll(link, 1));
        Assert.AreEqual(2, link.Handshakes);
    }

    [TestMethod]
    public void AWriteThatIsTooLargeIsRefusedAndTheLinkStaysGood()
    {
        using LoopbackServer server = LoopbackServer.Tls(Good, Echo);
        using SslLink link = Links.Connected(server.Port);
        Assert.ThrowsExactly<ArgumentException>(() => link.Write(new byte[5000], 0, Limits.WriteBytes + 1));
        link.Write([7], 0, 1);
        CollectionAssert.AreEqual(new byte[] { 7 }, Links.ReadAll(link, 1));
    }

    private static async Task Echo(SslStream stream, Socket socket)
    {
        byte[] buffer = new byte[5000];
        for (int count = await stream.ReadAsync(buffer); count > 0; count = await stream.ReadAsync(buffer))
        {
            await stream.WriteAsync(buffer.AsMemory(0, count));
        }
    }
}
