using System.Diagnostics;

namespace Sealcam.Stores.Tests;

/// <summary>The real agent against an S3-compatible server that checks signatures of version 4 by its own code.</summary>
[TestClass]
public class S3Tests
{
    private const string KeyId = "AKIASEALCAMTEST", Secret = "canary/Secret+of40Characters0123456789ab";

    [TestMethod]
    public void SignedStillsAreTakenAndWrongKeysAreNot()
    {
        string packages = Tools.Packages("s3");
        using var desk = new Desk();
        int port = Tools.FreePort();
        string said = "";
        string[] arguments =
        [
            Path.Combine(packages, "serve.mjs"), $"{port}", desk["s3"], "stills", desk.CertificateFile, desk.KeyFile, KeyId, Secret,
        ];
        Process server = Tools.Start("node", arguments, line => said += line + "\n");
        try
        {
            Tools.Await(server, port, () => said);
            string uplink = $"uplink = put https://localhost:{port}/stills/a%20$+b/{{device}}/{{order}}.jpg";
            Refused(desk, [uplink, "s3-region = us-east-1", "s3-key-id = " + KeyId, "s3-secret = canary/Wrong"], "canary/Wrong");
            Refused(desk, [uplink, "s3-region = us-east-1", "s3-key-id = AKIAOTHER", "s3-secret = " + Secret], Secret);
            using StoreCamera camera = desk.Camera(
                6, uplink, "s3-region = us-east-1", "s3-key-id = " + KeyId, "s3-secret = " + Secret,
                "header-1 = x-amz-meta-site: front  door", "header-2 = Cache-Control: no-store");
            camera.Drain();
            Assert.IsFalse(camera.Log.Contains(Secret), camera.Log);

            // The two refused cameras were boots of this one: boots 1 and 2 are in the set only once they have shipped.
            string folder = Path.Combine(desk["s3"], "stills", "a $+b", camera.Agent.DeviceId);
            string[] stored = Directory.GetFiles(folder, "0000000003-*._S3rver_object");
            Assert.AreEqual(6, stored.Length, string.Join(' ', Directory.GetFiles(folder)));
            Desk.VerifyWhole(stored.Select(file => (file, File.ReadAllBytes(file))), 6);
        }
        finally
        {
            Tools.Kill(server);
        }
    }

    private static void Refused(Desk desk, string[] settings, string secret)
    {
        using StoreCamera camera = desk.Camera(1, settings);
        const string Sentence =
            "answer 403, not allowed: check s3-key-id, s3-secret, s3-region, the bucket's rights and this device's clock: held";
        Assert.IsTrue(camera.Run(() => camera.Log.Contains(Sentence)), camera.Log);
        Assert.AreEqual(1, camera.Agent.Waiting);
        Assert.IsFalse(camera.Log.Contains(secret), camera.Log);
    }
}
