using System.Diagnostics;

namespace Sealcam.Stores.Tests;

/// <summary>The real agent on the host board against nginx's WebDAV.</summary>
[TestClass]
public class NginxTests
{
    private const string Folders = "create_full_put_path on;";

    [TestMethod]
    public void TwentyStillsArriveAuthenticOverOneConnection()
    {
        using var desk = new Desk();
        using var nginx = new Nginx(desk, Folders);
        using StoreCamera camera = desk.Camera(20, nginx.Uplink);
        camera.Drain();
        Assert.AreEqual(20, camera.Counters.Receipted);
        Assert.AreEqual(1, camera.Counters.Handshakes);
        desk.VerifyWhole(20);
        string name = Path.Combine("in", camera.Agent.DeviceId, "0000000001-0000000020.jpg");
        Assert.IsTrue(File.Exists(Path.Combine(desk.Stored, name)), name);
    }

    [TestMethod]
    public void AKilledNginxLosesNothing()
    {
        using var desk = new Desk();
        using var nginx = new Nginx(desk, Folders);
        using StoreCamera camera = desk.Camera(60, nginx.Uplink);
        Assert.IsTrue(camera.Run(() => camera.Counters.Receipted >= 5), camera.Log);
        nginx.Kill();
        Assert.IsTrue(camera.Run(() => camera.Counters.Captured >= 30), camera.Log);
        nginx.Start(Folders);
        camera.Agent.Uplink.Hurry();
        camera.Drain();
        desk.VerifyWhole(60);
    }

    [TestMethod]
    public void AStillWhoseAnswerWasLostIsPutAgainUnderTheSameName()
    {
        using var desk = new Desk();
        using var nginx = new Nginx(desk, Folders);
        using StoreCamera camera = desk.Camera(6, nginx.Uplink);
        camera.LoseAnswers(2);
        camera.Drain();
        Assert.AreEqual(6, camera.Counters.Receipted);
        Assert.AreEqual(2, camera.Counters.Retried);
        desk.VerifyWhole(6);
    }

    [TestMethod]
    public void ARebootGoesOnUnderNewNames()
    {
        using var desk = new Desk();
        using var nginx = new Nginx(desk, Folders);
        for (int boot = 0; boot < 2; boot++)
        {
            using StoreCamera camera = desk.Camera(3, nginx.Uplink);
            camera.Drain();
        }

        desk.VerifyWhole(6);
    }

    [TestMethod]
    public void ARedirectIsNotFollowed()
    {
        using var desk = new Desk();
        using var nginx = new Nginx(desk, "return 301 https://localhost:$server_port/elsewhere$request_uri;");
        Held(desk, nginx, "answer 301, a redirect, which is never followed: set uplink to where the store is: held");
    }

    [TestMethod]
    public void AMissingFolderIsSaidAndTheStillHeldUntilItIsThere()
    {
        using var desk = new Desk();
        using var nginx = new Nginx(desk);
        using StoreCamera camera = desk.Camera(2, nginx.Uplink);
        const string Sentence =
            "answer 500, the store failed: nginx says so if the folder is not there (create_full_put_path on)";
        Assert.IsTrue(camera.Run(() => camera.Log.Contains(Sentence)), camera.Log);
        nginx.Kill();
        nginx.Start(Folders);
        camera.Agent.Uplink.Hurry();
        camera.Drain();
        desk.VerifyWhole(2);
    }

    [TestMethod]
    public void AFullStoreHoldsTheStill()
    {
        using var desk = new Desk();
        using var nginx = new Nginx(desk, "return 507;");
        Held(desk, nginx, "answer 507, the store is full: held");
    }

    [TestMethod]
    public void AStillThatIsTooLargeIsSetAsideAndTheNextGoesOn()
    {
        using var desk = new Desk();
        using var nginx = new Nginx(desk, Folders, "client_max_body_size 1k;");
        using StoreCamera camera = desk.Camera(3, nginx.Uplink);
        camera.Drain();
        Assert.AreEqual(3, camera.Counters.RefusedByServer);
        Assert.AreEqual(0, camera.Counters.Receipted);
        StringAssert.Contains(camera.Log, "still 1-1 refused, answer 413, too large for the store");
        Assert.AreEqual(0, desk.Files.Length);
    }

    [TestMethod]
    public void RetryAfterIsHonoured()
    {
        using var desk = new Desk();
        using var nginx = new Nginx(desk, "add_header Retry-After 3 always;", "return 503;");
        using StoreCamera camera = desk.Camera(1, nginx.Uplink);
        var watch = new Stopwatch();
        Assert.IsTrue(camera.Run(() => camera.Counters.Retried == 1), camera.Log);
        watch.Start();
        Assert.IsTrue(camera.Run(() => camera.Counters.Retried == 2), camera.Log);
        Assert.IsTrue(watch.Elapsed > TimeSpan.FromSeconds(2.9), watch.Elapsed.ToString());
    }

    [TestMethod]
    public void BasicAuthenticationGoesThroughAFixedHeaderAndIsSeenNowhere()
    {
        using var desk = new Desk();
        File.WriteAllText(desk["users"], "camera:{PLAIN}canary-password\n");
        using var nginx = new Nginx(desk, Folders, "auth_basic stills;", $"auth_basic_user_file {desk["users"]};");
        string right = Basic("camera:canary-password"), wrong = Basic("camera:canary-wrong");
        using (StoreCamera refused = desk.Camera(2, nginx.Uplink, "header-1 = Authorization: Basic " + wrong))
        {
            const string Sentence = "answer 401, not allowed: check header-1 to header-4 and uplink-query: held";
            Assert.IsTrue(refused.Run(() => refused.Log.Contains(Sentence)), refused.Log);
            Assert.IsFalse(refused.Log.Contains(wrong), refused.Log);
            refused.Agent.Stop();
        }

        using StoreCamera camera = desk.Camera(2, nginx.Uplink, "header-1 = Authorization: Basic " + right);
        camera.Drain();
        Assert.IsFalse(camera.Log.Contains(right), camera.Log);
        Assert.AreEqual(camera.Counters.Receipted, desk.Files.Length);
    }

    private static string Basic(string user) => Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(user));

    private static void Held(Desk desk, Nginx nginx, string sentence)
    {
        using StoreCamera camera = desk.Camera(2, nginx.Uplink);
        Assert.IsTrue(camera.Run(() => camera.Counters.Retried >= 2 && camera.Agent.Waiting == 2), camera.Log);
        StringAssert.Contains(camera.Log, sentence);
        Assert.AreEqual(0, camera.Counters.Receipted + camera.Counters.RefusedByServer);
        Assert.AreEqual(0, desk.Files.Length);
    }
}
