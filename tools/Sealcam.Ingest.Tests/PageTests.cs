using System.Text.RegularExpressions;

namespace Sealcam.Ingest.Tests;

/// <summary>The pages: complete, without anything from elsewhere, and without a way from text to markup.</summary>
[TestClass]
public sealed partial class PageTests
{
    [TestMethod]
    public async Task EverythingThatAPageNamesIsServedWithItsType()
    {
        await using TestServer server = await TestServer.StartAsync();
        Dictionary<string, string> files = await AllAsync(server.Gallery());

        Assert.IsTrue(files.ContainsKey("/app.js") && files.ContainsKey("/gallery.css") && files.ContainsKey("/seal.svg"));
        Assert.IsTrue(files.ContainsKey("/verify/sealcam-verify.js"), "The browser verifies by itself.");
        Assert.IsTrue(files.ContainsKey("/verify/p256.js"));
    }

    [TestMethod]
    public async Task NothingIsFetchedFromElsewhereAndNoTextBecomesMarkup()
    {
        await using TestServer server = await TestServer.StartAsync();
        foreach ((string path, string text) in await AllAsync(server.Gallery()))
        {
            Assert.IsFalse(Elsewhere().IsMatch(text.Replace("http://www.w3.org/2000/svg", "")), $"{path} names another server.");
            Assert.IsFalse(Markup().IsMatch(text), $"{path} can turn text into markup or code.");
        }
    }

    [TestMethod]
    public async Task AnUnchangedFileIsNotSentAgain()
    {
        await using TestServer server = await TestServer.StartAsync();
        HttpClient browser = server.Gallery();
        using HttpResponseMessage first = await browser.GetAsync("/app.js");
        string tag = first.Headers.ETag!.ToString();

        Assert.AreEqual(304, await GalleryGuardTests.StatusAsync(browser, "/app.js", ("If-None-Match", tag)));
        Assert.AreEqual(200, await GalleryGuardTests.StatusAsync(browser, "/app.js", ("If-None-Match", "\"other\"")));
    }

    /// <summary>Walks from the page over links and imports; a name that is not served fails.</summary>
    private static async Task<Dictionary<string, string>> AllAsync(HttpClient browser)
    {
        Dictionary<string, string> files = [];
        Queue<string> next = new(["/"]);
        while (next.TryDequeue(out string? path))
        {
            if (files.ContainsKey(path))
            {
                continue;
            }

            using HttpResponseMessage answer = await browser.GetAsync(path);
            Assert.AreEqual(200, (int)answer.StatusCode, path);
            string type = Path.GetExtension(path) switch
            {
                ".js" => "text/javascript",
                ".css" => "text/css",
                ".svg" => "image/svg+xml",
                _ => "text/html",
            };
            Assert.AreEqual(type, answer.Content.Headers.ContentType!.MediaType, path);
            files[path] = await answer.Content.ReadAsStringAsync();
            foreach (Match match in Names().Matches(files[path]))
            {
                next.Enqueue(new Uri(new Uri("http://x" + path), match.Groups[1].Value).AbsolutePath);
            }
        }

        return files;
    }

    [GeneratedRegex("""(?:(?:src|href)="|from ')(/?[^"'#]+\.(?:js|css|svg))["']""")]
    private static partial Regex Names();

    [GeneratedRegex("""(https?:)?//[a-z0-9-]+\.[a-z]""")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(
        """innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\sstyle=|<script>|\son[a-z]+=["']""")]
    private static partial Regex Markup();
}
