using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Sealcam.Ingest.Tests;

/// <summary>The owner token: bearer for programs, a cookie for browsers.</summary>
[TestClass]
public sealed class OwnerTests
{
    private const string Token = "a-token-of-enough-characters";

    [TestMethod]
    public async Task WithoutTheTokenNothingButThePageIsServed()
    {
        await using TestServer server = await StartAsync();
        HttpClient browser = server.Gallery();

        foreach (string path in new[] { "/v1/cameras", "/v1/events", "/v1/alarms", "/v1/stills/x/1-1.jpg", "/v1/nothing",
            "/v1/session/x" })
        {
            Assert.AreEqual(401, await GalleryGuardTests.StatusAsync(browser, path), path);
        }

        Assert.AreEqual(200, await GalleryGuardTests.StatusAsync(browser, "/"));
        Assert.AreEqual("{\"ownerNeeded\":true,\"signedIn\":false}", await browser.GetStringAsync("/v1/session"));
    }

    [TestMethod]
    [DataRow(Token, 200)]
    [DataRow("a-token-of-enough-characterz", 401)]
    [DataRow("a-token-of-enough-character", 401)]
    [DataRow("a-token-of-enough-characters1", 401)]
    [DataRow("", 401)]
    public async Task TheBearerTokenMustBeTheVeryOne(string said, int status)
    {
        await using TestServer server = await StartAsync();

        Assert.AreEqual(status,
            await GalleryGuardTests.StatusAsync(server.Gallery(), "/v1/cameras", ("Authorization", "Bearer " + said)));
    }

    [TestMethod]
    public async Task ABrowserTradesTheTokenForACookieThatScriptsAndOtherSitesCannotUse()
    {
        await using TestServer server = await StartAsync();
        HttpClient browser = server.Gallery();

        using HttpResponseMessage answer = await browser.PostAsJsonAsync("/v1/session", new { token = Token });

        Assert.AreEqual(HttpStatusCode.NoContent, answer.StatusCode);
        string set = answer.Headers.GetValues("Set-Cookie").Single();
        string cookie = set[..set.IndexOf(';')];
        StringAssert.Contains(set, "httponly");
        StringAssert.Contains(set, "samesite=strict");
        Assert.IsFalse(set.Contains(Token));
        Assert.AreEqual(200, await GalleryGuardTests.StatusAsync(browser, "/v1/cameras", ("Cookie", cookie)));
        Assert.AreEqual(401, await GalleryGuardTests.StatusAsync(browser, "/v1/cameras", ("Cookie", cookie[..^1])));
        Assert.AreEqual(401, await GalleryGuardTests.StatusAsync(browser, "/v1/cameras", ("Cookie", Later(cookie))),
            "A longer life.");
        Assert.AreEqual(401, await GalleryGuardTests.StatusAsync(browser, "/v1/cameras", ("Cookie", "sealcam-owner=" + Token)));
    }

    [TestMethod]
    public async Task AWrongTokenAndABodyThatIsNoneAreRefusedAndLoggedWithoutIt()
    {
        await using TestServer server = await StartAsync();
        HttpClient browser = server.Gallery();
        foreach (HttpContent body in new HttpContent[]
        {
            JsonContent.Create(new { token = "something-else-entirely-wrong" }),
            JsonContent.Create(new { token = Token, more = 1 }),
            JsonContent.Create(new { token = new string('x', 5000) }),
            new StringContent("{", MediaTypeHeaderValue.Parse("application/json")),
            new StringContent($"{{\"token\":\"{Token}\"}}", MediaTypeHeaderValue.Parse("text/plain")),
        })
        {
            using HttpResponseMessage answer = await browser.PostAsync("/v1/session", body);
            Assert.AreEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.IsFalse(answer.Headers.Contains("Set-Cookie"));
        }

        await server.Log.SawAsync("said a wrong owner token");
        Assert.IsFalse(server.Log.Lines.Any(line => line.Contains(Token) || line.Contains("entirely-wrong")));
    }

    [TestMethod]
    public async Task OverTlsTheCookieIsSecure()
    {
        await using TestServer server = await TestServer.StartAsync(
            options => options with { OwnerToken = Token, GalleryCertificate = options.ServerCertificate,
                GalleryAddress = IPAddress.Any });
        using HttpClient browser = new(new SocketsHttpHandler { SslOptions = TestServer.Tls(null), UseCookies = false });
        Uri address = server.Server.GalleryAddress;
        Assert.AreEqual("https", address.Scheme);

        using HttpResponseMessage answer = await browser.PostAsJsonAsync(new Uri(address, "/v1/session"), new { token = Token });

        StringAssert.Contains(answer.Headers.GetValues("Set-Cookie").Single(), "; secure");
    }

    private static Task<TestServer> StartAsync() => TestServer.StartAsync(options => options with { OwnerToken = Token });

    private static string Later(string cookie)
    {
        int at = cookie.IndexOf('=') + 1;
        return cookie[..at] + (char)(cookie[at] + 1) + cookie[(at + 1)..];
    }
}
