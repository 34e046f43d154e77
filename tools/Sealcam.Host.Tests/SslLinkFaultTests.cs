using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Host.Tests;

/// <summary>What goes wrong with servers that are who they should be.</summary>
[TestClass]
public class SslLinkFaultTests
{
    private static readonly X509Certificate2 Good = Pki.Shared.Leaf();

    [TestMethod]
    [DataRow("no-such-host.invalid")]
    [DataRow("two words")]
    [DataRow("a..b")]
    public void AHostThatCannotBeFoundIsAboutTheName(string host)
    {
        using SslLink link = Links.Make();
        LinkException fault = Assert.ThrowsExactly<LinkException>(() => link.Resolve(host));
        Assert.AreEqual(LinkFault.Name, fault.Fault);
        StringAssert.Contains(fault.Message, host);
    }

    [TestMethod]
    public void AHostNameOfAnyLengthIsAboutTheName()
    {
        using SslLink link = Links.Make();
        Assert.AreEqual(LinkFault.Name, Assert.ThrowsExactly<LinkException>(() => link.Resolve(new string('a', 3000))).Fault);
    }

    [TestMethod]
    public void AClosedPortIsRefused()
    {
        var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        using SslLink link = Links.Make();
        Assert.AreEqual(LinkFault.Refused, Links.ConnectFault(link, port).Fault);
    }

    [TestMethod]
    public void ASilentServerTimesOut()
    {
        using var server = new LoopbackServer(_ => Task.Delay(-1));
        using SslLink link = Links.Make(timeoutMs: 300);
        var watch = Stopwatch.StartNew();
        Assert.AreEqual(LinkFault.Timeout, Links.ConnectFault(link, server.Port).Fault);
        Assert.IsLessThan(5000, watch.ElapsedMilliseconds);
    }

    [TestMethod]
    public void AServerThatDribblesItsHandshakeTimesOutToo()
    {
        using var server = new LoopbackServer(async socket =>
        {
            // A record header that promises 16 KB, which then come one byte at a time.
            await socket.SendAsync(new byte[] { 22, 3, 3, 64, 0 });
            while (await socket.SendAsync(new byte[1]) == 1)
            {
                await Task.Delay(20);
            }
        });
        using SslLink link = Links.Make(timeoutMs: 400);
        Assert.AreEqual(LinkFault.Timeout, Links.ConnectFault(link, server.Port).Fault);
    }

    [TestMethod]
    public void AServerThatHangsUpDuringTheHandshakeIsLost()
    {
        using var server = new LoopbackServer(socket =>
        {
            socket.Dispose();
            return Task.CompletedTask;
        });
        using SslLink link = Links.Make();
        Assert.AreEqual(LinkFault.Lost, Links.ConnectFault(link, server.Port).Fault);
    }

    [TestMethod]
    public void AServerWithoutTlsIsToldApart()
    {
        byte[] plain = "HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray();
        using var server = new LoopbackServer(async socket => await socket.SendAsync(plain));
        using SslLink link = Links.Make();
        Assert.AreEqual(LinkFault.Other, Links.ConnectFault(link, server.Port).Fault);
    }

    [TestMethod]
    public void AResetAfterAnAnswerIsLost()
    {
        using LoopbackServer server = LoopbackServer.Tls(Good, async (stream, socket) =>
        {
            await stream.WriteAsync(new byte[] { 1 });
            // Resets only once the device has that byte.
            await stream.ReadExactlyAsync(new byte[1]);
            socket.Close(0);
        });
        using SslLink link = Links.Connected(server.Port);
        Links.ReadAll(link, 1);
        link.Write([2], 0, 1);
        LinkException fault = Links.ReadFault(link);
        Assert.AreEqual(LinkFault.Lost, fault.Fault, fault.Message);
        Assert.DoesNotContain("certificate", fault.Message);
    }

    [TestMethod]
    public void AServerThatReadsNothingTimesTheWriteOut()
    {
        var gate = new TaskCompletionSource();
        using LoopbackServer server = LoopbackServer.Tls(Good, (_, _) => gate.Task);
        using SslLink link = Links.Connected(server.Port, timeoutMs: 500);
        byte[] block = new byte[Limits.WriteBytes];
        LinkException fault = Assert.ThrowsExactly<LinkException>(() =>
        {
            // Buffers of the two ends hold a few megabytes.
            for (int i = 0; i < 20000; i++)
            {
                link.Write(block, 0, block.Length);
            }
        });
        gate.SetResult();
        Assert.AreEqual(LinkFault.Timeout, fault.Fault, fault.Message);
    }

    [TestMethod]
    [DataRow(SslProtocols.Tls12)]
    [DataRow(SslProtocols.Tls13)]
    public void AServerThatHangsUpOnTheDevicesCertificateIsLostWithAHint(SslProtocols protocol)
    {
        using LoopbackServer server = LoopbackServer.Tls(Good, (_, _) => Task.CompletedTask, protocol, takesClient: false);
        using SslLink link = Links.Connected(server.Port);
        LinkException fault = Links.ReadFault(link);
        Assert.AreEqual(LinkFault.Lost, fault.Fault, fault.Message);
        StringAssert.Contains(fault.Message, "certificate");
    }

    [TestMethod]
    public void AlertsAboutTheIdentityAreKnownInEveryLibrarysWords()
    {
        Exception[] alerts =
        [
            new AuthenticationException("x", new Exception("error:0A000418:SSL routines::tlsv1 alert unknown ca")),
            new AuthenticationException("x", new Exception("error:0A00045C:SSL routines::tlsv13 alert certificate required")),
            new AuthenticationException("Authentication failed because the remote party sent a TLS alert: 'BadCertificate'."),
            new AuthenticationException("x", new Win32Exception(unchecked((int)0x80090327))),
        ];
        foreach (Exception alert in alerts)
        {
            Assert.AreEqual(LinkFault.Identity, LinkFaults.Handshake("s:1", alert).Fault);
            Assert.AreEqual(LinkFault.Identity, LinkFaults.Broken("s:1", "receiving", false, alert).Fault);
        }

        var another = new AuthenticationException("alert protocol version");
        Assert.AreEqual(LinkFault.Other, LinkFaults.Handshake("s:1", another).Fault);
    }

    [TestMethod]
    public void WithoutADeviceCertificateNothingIsTried()
    {
        using var link = new SslLink(new SslLinkOptions
        {
            Authority = Pki.Shared.Authority,
            Identity = () => throw new HostException("device.crt is missing"),
            Now = () => DateTimeOffset.UtcNow,
        });
        link.Resolve("localhost");
        LinkException fault = Assert.ThrowsExactly<LinkException>(() => link.Connect(1));
        Assert.AreEqual(LinkFault.Identity, fault.Fault);
        StringAssert.Contains(fault.Message, "device.crt is missing");
    }

    [TestMethod]
    public void ALinkThatIsNotConnectedIsLostNotACrash()
    {
        using SslLink link = Links.Make();
        Assert.AreEqual(LinkFault.Lost, Assert.ThrowsExactly<LinkException>(() => link.Write([1], 0, 1)).Fault);
        Assert.AreEqual(LinkFault.Lost, Assert.ThrowsExactly<LinkException>(() => link.Read(new byte[1], 0, 1)).Fault);
        Assert.ThrowsExactly<LinkException>(() => link.Connect(1));
        link.Resolve("localhost");
        Assert.ThrowsExactly<LinkException>(() => link.Connect(70000));
    }
}
