namespace Sealcam.Ingest.Tests;

/// <summary>A camera that stops reporting shows as silent: the gallery's own script on a document of its own.</summary>
[TestClass]
public sealed class SilenceTests
{
    // Time and the ticking are the test's; elements are what the script asks of them.
    private const string Page = """
        let now = 1000000, tick;
        const made = [];
        Date.now = () => now;
        globalThis.setInterval = (work) => { tick = work; };
        globalThis.document = {
          createElement() {
            const node = { dataset: {}, append() {}, setAttribute(name, value) {
              if (name.startsWith('data-')) {
                this.dataset[name.slice(5).replace(/-(.)/g, (_, c) => c.toUpperCase())] = value;
              }
            } };
            made.push(node);
            return node;
          },
          querySelectorAll: (what) => (what === '[data-silent-after]' ? made : []),
        };
        const { silence, setServerNow } = await import('./text.js');
        setServerNow(now + 5000);  // the browser's clock is late
        const node = silence({ receivedMs: 1005000, silentAfterMs: 1005000 + 3 * 60000 });
        const told = () => console.log(node.hidden ? 'hidden' : node.textContent);
        told();
        now += 3 * 60000; tick(); told();
        now += 1; tick(); told();
        now += 3600000; tick(); told();
        """;

    [TestMethod]
    public async Task AfterThreeIntervalsByTheServersClockTheGallerySaysSo()
    {
        await using TestServer server = await TestServer.StartAsync();
        string folder = Directory.CreateTempSubdirectory("sealcam-silence-").FullName;
        try
        {
            await NodeScript.SaveAsync(server.Gallery(), folder, "/text.js");
            string page = Path.Join(folder, "page.mjs");
            await File.WriteAllTextAsync(page, Page);
            string[] lines = (await NodeScript.RunAsync(page)).Split('\n', StringSplitOptions.TrimEntries);
            CollectionAssert.AreEqual(new[] { "hidden", "hidden", "silent for 3 min 0 s", "silent for 1 h 3 min" }, lines);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
