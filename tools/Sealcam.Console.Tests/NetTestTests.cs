using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Host.Tests;
using Sealcam.Tool.Terminals;

namespace Sealcam.Tool.Tests;

/// <summary>What <c>net test</c> says of servers that fail each in its own way; TLS by the real library.</summary>
[TestClass]
public class NetTestTests
{
    private const int PatienceMs = 700;

    [TestMethod]
    public void WithoutATimeNothingIsTriedAndTheReasonIsTheClock()
    {
        Fails("clock", "clock-not-set", "'time set'", "port = 1\n");
    }

    [TestMethod]
    public void AHostThatDnsDoesNotKnowIsNameUnknown()
    {
        Fails("dns", "name-unknown", "no address is known for nowhere.invalid", Online + "host = nowhere.invalid\nport = 1\n");
    }

    [TestMethod]
    public void AClosedPortIsRefused()
    {
        var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        Fails("tcp", "refused", $"nobody listens at localhost:{port}", At(port));
    }

    [TestMethod]
    public void AServerWhoseQueueIsFullIsATcpTimeout()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Inconclusive("how a full queue answers is the system's own");
        }

        // Nobody accepts: once the queue of one is full, Linux drops what else would connect.
        using var full = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        full.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        full.Listen(0);
        int port = ((IPEndPoint)full.LocalEndPoint!).Port;
        Socket[] waiting = [.. Enumerable.Range(0, 4).Select(_ => new Socket(SocketType.Stream, ProtocolType.Tcp))];
        Array.ForEach(waiting, socket => socket.ConnectAsync(IPAddress.Loopback, port).Wait(100));
        Fails("tcp", "timeout", "does not answer", At(port, "127.0.0.1"));
        Array.ForEach(waiting, socket => socket.Dispose());
    }

    [TestMethod]
    public void ASilentServerIsATlsTimeout()
    {
        using var server = new LoopbackServer(_ => Task.Delay(-1));
        Fails("tls", "timeout", "did not finish the TLS handshake in time", At(server.Port));
    }

    [TestMethod]
    public void ACertificateForAnotherNameIsANameMismatch()
    {
        TlsFails(Pki.Shared.Leaf("elsewhere.example"), "name-mismatch", "CN=elsewhere.example");
    }

    [TestMethod]
    public void ACertificateOfAnotherCaIsUnknownCa()
    {
        TlsFails(Pki.Other.Leaf(), "unknown-ca", "does not lead to this device's CA");
    }

    [TestMethod]
    public void AnExpiredCertificateSaysFromWhenToWhenAndWhatTheClockSays()
    {
        TlsFails(Pki.Shared.Leaf(from: -60, to: -2), "expired",
            $"to {DateTime.UtcNow.AddDays(-2):yyyy-MM-dd}, and this device's clock says {DateTime.UtcNow:yyyy-MM-dd}");
    }

    [TestMethod]
    public void AServerThatHangsUpInTheHandshakeIsLost()
    {
        using var server = new LoopbackServer(socket =>
        {
            socket.Dispose();
            return Task.CompletedTask;
        });
        Fails("tls", "lost", "broke the connection off", At(server.Port));
    }

    [TestMethod]
    [DataRow("503 Service Unavailable", "server-error", "not at work")]
    [DataRow("404 Not Found", "no-such-path", "is the path of 'uplink show' right?")]
    [DataRow("403 Forbidden", "not-admitted", "has suspended it")]
    [DataRow("nonsense", "not-http", "does not speak HTTP")]
    public void AnAnswerThatBodesIllFailsWithItsReason(string status, string reason, string words)
    {
        using LoopbackServer server = Answering((status[0] < 'A' ? "HTTP/1.1 " : "220 ") + status + "\r\n\r\n");
        Fails("http", reason, words, At(server.Port));
    }

    [TestMethod]
    [DataRow("404 Not Found")]
    [DataRow("403 Forbidden")]
    public void APlainStoreOnTheReceiversHostIsNotJudgedByTheReceiversPath(string status)
    {
        string asked = "";
        using LoopbackServer server = Answering($"HTTP/1.1 {status}\r\n\r\n", head => asked = head);
        string store = $"uplink = put https://localhost:{server.Port}/in/{{device}}/{{order}}.jpg\n";
        Assert.AreEqual(ExitCode.Ok, Run(At(1) + store, out string said), said);
        StringAssert.StartsWith(asked, "GET / HTTP/1.1\r\n");
        StringAssert.Contains(said, "whether it takes stills, the first one shows");
    }

    [TestMethod]
    public void APlainStoreThatIsNotAtWorkFailsAllTheSame()
    {
        using LoopbackServer server = Answering("HTTP/1.1 503 Service Unavailable\r\n\r\n");
        Fails("http", "server-error", "not at work",
            At(1) + $"uplink = put https://localhost:{server.Port}/in/{{device}}/{{order}}.jpg\n");
    }

    [TestMethod]
    public void AServerThatNeverAnswersIsATimeoutAfterTwentySeconds()
    {
        using LoopbackServer server = Answering("");
        Fails("http", "timeout", "no answer within", At(server.Port));
    }

    [TestMethod]
    public void AGoodWayToTheServerPassesStepByStep()
    {
        using LoopbackServer server = Answering("HTTP/1.1 405 Method Not Allowed\r\n\r\n");
        Assert.AreEqual(ExitCode.Ok, Run(At(server.Port), out string said), said);
        Assert.HasCount(6, said.Split("PASS"));
    }

    private const string Online = "wifi-ssid = workshop\nwifi-password = ladder-and-gloves\ninterval = 0\n";

    private static string At(int port, string host = "localhost") => Online + $"host = {host}\nport = {port}\n";

    private static void TlsFails(X509Certificate2 certificate, string reason, string words)
    {
        using (certificate)
        {
            using LoopbackServer server = LoopbackServer.Tls(certificate, (_, _) => Task.CompletedTask);
            Fails("tls", reason, words, At(server.Port));
        }
    }

    private static LoopbackServer Answering(string answer, Action<string>? heard = null) =>
        LoopbackServer.Tls(Pki.Shared.Leaf(), async (stream, socket) =>
        {
            byte[] request = new byte[1024];
            int got = await stream.ReadAtLeastAsync(request, 1, throwOnEndOfStream: false);
            heard?.Invoke(Encoding.ASCII.GetString(request, 0, got));
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
            await stream.ReadAtLeastAsync(request, 1, throwOnEndOfStream: false);
        });

    private static void Fails(string step, string reason, string words, string settings)
    {
        Assert.AreEqual(ExitCode.Lost, Run(settings, out string said), said);
        StringAssert.Contains(said, $"{step,-5}  FAIL  {reason,-13}  ");
        StringAssert.Contains(said, words);
        StringAssert.EndsWith(said.TrimEnd(), $"error FAILED: {step}, {reason}");
        Assert.AreEqual(1, said.Split("FAIL  ").Length - 1, "later steps are not tried");
    }

    private static int Run(string settings, out string said)
    {
        using var camera = new TestCamera(settings.Contains("host") ? settings : settings + "host = localhost\n",
            Pki.Shared.Authority.ExportCertificatePem(), PatienceMs);
        if (settings.Contains("ssid"))
        {
            Assert.IsTrue(SpinWait.SpinUntil(() => camera.Run("status", out string text) == 0
                && text.Contains("wifi            up"), 10_000));
        }

        return camera.Run($"unlock\n> {camera.Label}\nnet test", out said);
    }
}
