using System.Security.Cryptography;
using Sealcam.Verify;

namespace Sealcam.Ingest.Tests;

/// <summary>
/// A cached or older still never answers a question: told apart by the requester alone, with nothing but its own nonce.
/// </summary>
[TestClass]
public sealed class LyingCacheTests
{
    [TestMethod]
    public async Task AnAnswerOutOfALyingCacheIsStale()
    {
        await using Asking test = await Asking.StartAsync();
        using LyingCache cache = new(test.Server.Server.GalleryAddress);
        using HttpClient requester = new() { BaseAddress = cache.Address, Timeout = TimeSpan.FromSeconds(60) };
        Task camera = AnswerAsync(test);

        string verdicts = "";
        for (int i = 0; i < 3; i++)
        {
            byte[] nonce = RandomNumberGenerator.GetBytes(16);
            using HttpResponseMessage answer = await requester.PostAsync(
                $"/v1/cameras/{test.Camera.Device}/requests?nonce={Convert.ToHexString(nonce)}", null);
            Assert.IsTrue(answer.IsSuccessStatusCode);
            byte[] still = await answer.Content.ReadAsByteArrayAsync();
            verdicts += StillVerifier.Verify(still, new Question { Device = test.Camera.Id, Nonce = nonce }).Verdict;
            Question who = new() { Device = test.Camera.Id };
            Assert.AreEqual('.', StillVerifier.Verify(still, who).Verdict, "it is a good still");
        }

        await camera;
        Assert.AreEqual(2, cache.Lies);
        Assert.AreEqual(".SS", verdicts);
    }

    [TestMethod]
    public async Task TheGallerysOwnScriptSaysSo()
    {
        await using Asking test = await Asking.StartAsync();
        using LyingCache cache = new(test.Server.Server.GalleryAddress);
        Task camera = AnswerAsync(test);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("sealcam-ask-");
        try
        {
            await NodeScript.SaveAsync(test.Gallery, folder.FullName, "/ask-still.js");
            string driver = Path.Combine(folder.FullName, "driver.mjs");
            await File.WriteAllTextAsync(driver, """
                import { askStill } from './ask-still.js';
                const [, , base, device] = process.argv;
                const send = async (camera, nonce) => new Uint8Array(await (await fetch(
                  `${base}v1/cameras/${camera}/requests?nonce=${nonce}`, { method: 'POST' })).arrayBuffer());
                let verdicts = '';
                for (let i = 0; i < 3; i++) {
                  verdicts += (await askStill(device, send)).finding.verdict;
                }
                console.log(verdicts);
                """);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "package.json"), """{ "type": "module" }""");
            Assert.AreEqual(".SS", await NodeScript.RunAsync(driver, cache.Address.ToString(), test.Camera.Device));
            await camera;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The camera: polls, and seals a still for the one nonce that gets past the cache.</summary>
    private static async Task AnswerAsync(Asking test)
    {
        string nonce = (string)(await test.PollAsync(20_000))[1]!;
        TestClaims claims = new() { Nonce = Convert.FromHexString(nonce) };
        await TestServer.PostAsync(test.Device, test.Camera.Seal(1, 2, claims: claims));
    }
}
