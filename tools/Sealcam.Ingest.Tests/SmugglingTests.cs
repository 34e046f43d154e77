namespace Sealcam.Ingest.Tests;

/// <summary>
/// Heads and chunks that two parsers may read differently (RFC 9112 6.3, 7.1 and 11.2): each ends in 400 and a closed connection,
/// so that nothing behind it is ever taken for a request.
/// </summary>
[TestClass]
public sealed class SmugglingTests
{
    private const string Hidden = "GET /v1/hidden HTTP/1.1\r\nHost: localhost\r\n\r\n";

    [TestMethod]
    [DataRow("Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", DisplayName = "two lengths")]
    [DataRow("Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello", DisplayName = "one length twice")]
    [DataRow("Content-Length: 5, 5\r\n\r\nhello", DisplayName = "a list of lengths")]
    [DataRow("Content-Length: -5\r\n\r\nhello", DisplayName = "a negative length")]
    [DataRow("Content-Length: 0x5\r\n\r\nhello", DisplayName = "a length in hex")]
    [DataRow("Content-Length: 5\r\n X-Folded: y\r\n\r\nhello", DisplayName = "a folded line")]
    [DataRow("X-A: b\r\n\tContent-Length: 5\r\n\r\nhello", DisplayName = "a folded length")]
    [DataRow("Content-Length : 5\r\n\r\nhello", DisplayName = "a space before the colon")]
    [DataRow("Content-Length: 5\r\nHost: other\r\n\r\nhello", DisplayName = "two hosts")]
    [DataRow("Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", DisplayName = "chunked is not the last coding")]
    [DataRow("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", DisplayName = "a coding that nobody knows")]
    [DataRow("Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n", DisplayName = "a chunk length that is no number")]
    [DataRow("Transfer-Encoding: chunked\r\n\r\n-1\r\nhello\r\n0\r\n\r\n", DisplayName = "a negative chunk length")]
    [DataRow("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nhello", DisplayName = "a chunk length that overflows")]
    [DataRow("Transfer-Encoding: chunked\r\n\r\n5\r\nhelloXX0\r\n\r\n", DisplayName = "a chunk longer than it says")]
    [DataRow("Transfer-Encoding: chunked\r\n\r\n5\nhello\r\n0\r\n\r\n", DisplayName = "a chunk line that ends in LF")]
    [DataRow("Content-Length: 5\r\nX: a\0b\r\n\r\nhello", DisplayName = "a NUL in a header")]
    public async Task AnAmbiguousRequestEndsIn400AndAClosedConnection(string rest)
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        using RawTls raw = await RawTls.OpenAsync(server, camera);

        await raw.SendAsync(RawTls.Request + rest + Hidden);

        Assert.AreEqual(400, await raw.StatusAsync());
        Assert.IsTrue(await raw.ClosesAsync(), "Nothing more may be answered.");
        Assert.AreEqual(0, server.StoredFiles());
        Assert.IsFalse(server.Log.Lines.Any(line => line.Contains("nothing at this address")), "The hidden request was read.");
    }

    [TestMethod]
    public async Task LengthAndChunksTogetherNeverLetTheLengthDecide()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        using RawTls raw = await RawTls.OpenAsync(server, camera);

        await raw.SendAsync(RawTls.Request + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + Hidden);

        Assert.AreEqual(400, await raw.StatusAsync());
        Assert.IsTrue(await raw.ClosesAsync());
    }

    [TestMethod]
    [DataRow("GET /v1/stills HTTP/1.1\r\n\r\n", 400, DisplayName = "no host")]
    [DataRow(RawTls.Request + "\r\n", 411, DisplayName = "no length")]
    [DataRow("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, DisplayName = "HTTP/2 in clear")]
    [DataRow("\u0016\u0003\u0001 nonsense\r\n\r\n", 400, DisplayName = "nonsense")]
    public async Task OtherBrokenRequestsAreRefusedToo(string request, int status)
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        using RawTls raw = await RawTls.OpenAsync(server, camera);

        await raw.SendAsync(request);

        Assert.AreEqual(status, await raw.StatusAsync());
        Assert.AreEqual(201, (await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1))).Status);
    }

    [TestMethod]
    public async Task HeadsBeyondTheirBoundsAreRefused()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        string many = string.Concat(Enumerable.Range(0, 60).Select(i => $"X-{i}: y\r\n"));
        foreach ((string head, int status) in new[]
        {
            ($"GET /{new string('a', 4000)} HTTP/1.1\r\nHost: localhost\r\n\r\n", 414),
            ($"{RawTls.Request}X: {new string('a', 20_000)}\r\n\r\n", 431),
            ($"{RawTls.Request}{many}\r\n", 431),
        })
        {
            using RawTls raw = await RawTls.OpenAsync(server, camera);
            await raw.SendAsync(head);
            Assert.AreEqual(status, await raw.StatusAsync());
            Assert.IsTrue(await raw.ClosesAsync());
        }
    }
}
