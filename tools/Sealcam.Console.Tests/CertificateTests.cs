using System.Security.Cryptography.X509Certificates;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Host.Tests;
using Sealcam.Tool.Terminals;

namespace Sealcam.Tool.Tests;

/// <summary>The stated procedure of SECURITY.md section 5: a change of CA, walked through on a simulated board.</summary>
[TestClass]
public class CertificateTests
{
    [TestMethod]
    public void AChangeOfCaGoesOverAFileWithBoth()
    {
        using LoopbackServer old = Server(Pki.Shared), renewed = Server(Pki.Other);
        string oldCa = Pki.Shared.Authority.ExportCertificatePem(), newCa = Pki.Other.Authority.ExportCertificatePem();
        using var camera = new TestCamera(Settings(old.Port), oldCa);
        Assert.AreEqual(ExitCode.Ok, Try(camera, old.Port, out string said), said);
        Assert.AreEqual(ExitCode.Lost, Try(camera, renewed.Port, out said));
        StringAssert.Contains(said, "unknown-ca");

        // 1: both in one file. Before the restart nothing has changed.
        Assert.AreEqual(ExitCode.Ok, Import(camera, oldCa + "\n" + newCa, out said), said);
        StringAssert.Contains(said, "certificates    2");
        StringAssert.Contains(said, "counts          from the next start: 'reboot'");
        Assert.AreEqual(ExitCode.Lost, Try(camera, renewed.Port, out _));
        Restart(camera);
        Assert.AreEqual(ExitCode.Ok, camera.Run($"unlock\n> {camera.Label}\ncert show\ncert show --json", out said));
        StringAssert.Contains(said, "Test CA");
        StringAssert.Contains(said, "Other CA");
        Assert.HasCount(3, said.Split("\"role\":\"ca\""));
        Assert.AreEqual(ExitCode.Ok, Try(camera, old.Port, out said), said);

        // 2: the server changes. 3: the new CA alone.
        Assert.AreEqual(ExitCode.Ok, Try(camera, renewed.Port, out said), said);
        Assert.AreEqual(ExitCode.Ok, Import(camera, newCa, out _));
        Restart(camera);
        Assert.AreEqual(ExitCode.Ok, Try(camera, renewed.Port, out said), said);
        Assert.AreEqual(ExitCode.Lost, Try(camera, old.Port, out said));
        StringAssert.Contains(said, "unknown-ca");
    }

    [TestMethod]
    public void AFileWithOneBadBlockChangesNothing()
    {
        string ca = Pki.Shared.Authority.ExportCertificatePem();
        using LoopbackServer server = Server(Pki.Shared);
        using var camera = new TestCamera(Settings(server.Port), ca);
        string torn = Pki.Other.Authority.ExportCertificatePem();
        torn = torn.Remove(100, 64);
        string key = "\n-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END";
        foreach (string bad in new[] { ca + "\n" + torn, torn, "nothing", ca + key })
        {
            Assert.AreEqual(ExitCode.Usage, Import(camera, bad, out string said), said);
            StringAssert.Contains(said, "nothing is changed");
        }

        Restart(camera);
        Assert.AreEqual(ExitCode.Ok, Try(camera, server.Port, out string after), after);
    }

    [TestMethod]
    public void ADeviceCertificateForAnotherKeyIsRefusedAndARenewedOneIsTaken()
    {
        using var camera = new TestCamera();
        string unlock = $"unlock\n> {camera.Label}\n";
        string foreign = Pki.Shared.Leaf("device", usage: Pki.ClientUsage).ExportCertificatePem();
        Assert.AreEqual(ExitCode.Usage, camera.Run(unlock + "cert import device\n" + Answers(foreign), out string said));
        StringAssert.Contains(said, "not for this device's key");
        Assert.AreEqual(ExitCode.Ok, camera.Run("cert import device\n" + Answers(camera.RenewedCertificate()), out said), said);
        StringAssert.Contains(said, "until");
    }

    [TestMethod]
    public void AnExpiredDeviceCertificateIsShownAsSuch()
    {
        using var camera = new TestCamera();
        string expired = Answers(camera.RenewedCertificate(-60, -2));
        string script = $"unlock\n> {camera.Label}\ncert import device\n{expired}\ntime\ncert show";
        Assert.IsTrue(SpinWait.SpinUntil(() => camera.Run("status", out string text) == 0 && text.Contains("network"), 10_000));
        Assert.AreEqual(ExitCode.Ok, camera.Run(script, out string said), said);
        StringAssert.Contains(said, "device  device.crt  EXPIRED");
    }

    private static LoopbackServer Server(Pki authority) =>
        LoopbackServer.Tls(authority.Leaf(), async (stream, _) =>
        {
            byte[] request = new byte[1024];
            await stream.ReadAtLeastAsync(request, 1, throwOnEndOfStream: false);
            await stream.WriteAsync("HTTP/1.1 405 Method Not Allowed\r\n\r\n"u8.ToArray());
            await stream.ReadAtLeastAsync(request, 1, throwOnEndOfStream: false);
        });

    private static string Settings(int port) =>
        $"wifi-ssid = workshop\nwifi-password = ladder-and-gloves\ninterval = 0\nhost = localhost\nport = {port}\n";

    private static int Try(TestCamera camera, int port, out string said)
    {
        Assert.IsTrue(SpinWait.SpinUntil(() => camera.Run("status", out string text) == 0 && text.Contains("wifi            up"),
            10_000));
        return camera.Run($"unlock\n> {camera.Label}\nuplink set localhost {port}\nnet test", out said);
    }

    private static int Import(TestCamera camera, string pem, out string said) =>
        camera.Run($"unlock\n> {camera.Label}\ncert import ca\n" + Answers(pem), out said);

    private static string Answers(string pem) =>
        string.Join('\n', pem.Split('\n').Where(line => line.Length > 0).Append("end").Select(line => "> " + line));

    private static void Restart(TestCamera camera) => Assert.AreEqual(ExitCode.Ok, camera.Run("reboot", out _));
}
