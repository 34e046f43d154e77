using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sealcam.Ingest.Tests;

/// <summary>DNS rebinding, other sites, and the headers that bind the browser.</summary>
[TestClass]
public sealed class GalleryGuardTests
{
    [TestMethod]
    [DataRow("localhost", 200)]
    [DataRow("LOCALHOST", 200)]
    [DataRow("127.0.0.1", 200)]
    [DataRow("camera.example", 200, DisplayName = "a configured name")]
    [DataRow("evil.example", 421)]
    [DataRow("localhost.evil.example", 421)]
    [DataRow("127.0.0.2", 421, DisplayName = "another address than the one connected to")]
    [DataRow("[::1]", 421)]
    [DataRow("0.0.0.0", 421)]
    public async Task OnlyOurOwnNamesAreServed(string host, int status)
    {
        await using TestServer server =
            await TestServer.StartAsync(options => options with { GalleryHosts = ["camera.example"] });

        foreach (string path in new[] { "/", "/v1/cameras", "/v1/events-not", "/app.js" })
        {
            string answer = await RawAsync(server,
                $"GET {path} HTTP/1.1\r\nHost: {host}:{server.Server.GalleryPort}\r\nConnection: close\r\n\r\n");
            int expected = status == 200 && path.EndsWith("-not") ? 404 : status;
            StringAssert.StartsWith(answer, $"HTTP/1.1 {expected}", path);
        }
    }

    [TestMethod]
    public async Task OtherOriginsAreRefusedOurOwnIsNot()
    {
        await using TestServer server = await TestServer.StartAsync();
        HttpClient browser = server.Gallery();
        string own = server.Server.GalleryAddress.GetLeftPart(UriPartial.Authority);

        foreach ((string origin, int status) in new[]
        {
            (own, 200), ("http://evil.example", 403), ("null", 403), (own.Replace("http:", "https:"), 403),
            (own[..own.LastIndexOf(':')] + ":1", 403), (own + ".evil.example", 403),
        })
        {
            Assert.AreEqual(status, await StatusAsync(browser, "/v1/cameras", ("Origin", origin)), origin);
        }
    }

    [TestMethod]
    public async Task OtherSitesCannotEmbedAStillButMayLinkToThePage()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1));
        HttpClient browser = server.Gallery();
        string still = $"/v1/stills/{camera.Device}/1-1.jpg";
        (string, string) cross = ("Sec-Fetch-Site", "cross-site"), navigate = ("Sec-Fetch-Mode", "navigate"),
            document = ("Sec-Fetch-Dest", "document");

        Assert.AreEqual(200, await StatusAsync(browser, still, ("Sec-Fetch-Site", "same-origin")));
        Assert.AreEqual(200, await StatusAsync(browser, still, ("Sec-Fetch-Site", "none")));
        Assert.AreEqual(403,
            await StatusAsync(browser, still, cross, ("Sec-Fetch-Mode", "no-cors"), ("Sec-Fetch-Dest", "image")));
        Assert.AreEqual(403, await StatusAsync(browser, still, ("Sec-Fetch-Site", "same-site"), navigate, document));
        Assert.AreEqual(403, await StatusAsync(browser, still, cross, navigate, document));
        Assert.AreEqual(403, await StatusAsync(browser, "/", cross, navigate, ("Sec-Fetch-Dest", "iframe")));
        Assert.AreEqual(200, await StatusAsync(browser, "/", cross, navigate, document));
    }

    [TestMethod]
    public async Task AnotherSiteCannotSuspendACamera()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        using HttpRequestMessage request = new(HttpMethod.Put, $"/v1/cameras/{camera.Device}/suspension");
        request.Headers.Add("Origin", "http://evil.example");

        using HttpResponseMessage answer = await server.Gallery().SendAsync(request);

        Assert.AreEqual(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.IsFalse(server.Server.Data.Cameras.IsSuspended(camera.Device));
        await server.Log.SawAsync("403, it came from another site");
    }

    [TestMethod]
    public async Task EveryAnswerBindsTheBrowser()
    {
        await using TestServer server = await TestServer.StartAsync();
        using HttpClient browser = server.Gallery();
        foreach (string path in new[] { "/", "/app.js", "/v1/cameras", "/nothing", "/v1/stills/x/y.jpg" })
        {
            using HttpResponseMessage answer = await browser.GetAsync(path);
            string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            StringAssert.StartsWith(policy, "default-src 'self';");
            StringAssert.Contains(policy, "frame-ancestors 'none'");
            Assert.IsFalse(policy.Contains("unsafe"), policy);
            Assert.AreEqual("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.AreEqual("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
            Assert.AreEqual("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.IsFalse(answer.Headers.Contains("Server"));
            Assert.IsFalse(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    internal static async Task<int> StatusAsync(HttpClient browser, string path, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage answer = await browser.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private static async Task<string> RawAsync(TestServer server, string request)
    {
        using TcpClient tcp = new();
        await tcp.ConnectAsync("127.0.0.1", server.Server.GalleryPort);
        await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using StreamReader reader = new(tcp.GetStream(), Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
