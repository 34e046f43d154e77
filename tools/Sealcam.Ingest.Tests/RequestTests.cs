using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Sealcam.Verify;

namespace Sealcam.Ingest.Tests;

/// <summary>Asking a camera for a still: what is relayed, what answers, and what does not.</summary>
[TestClass]
public sealed class RequestTests
{
    [TestMethod]
    public async Task AWaitingPollIsToldAtOnceAndTheStillGoesToWhoAsked()
    {
        await using Asking test = await Asking.StartAsync();
        Task<object?[]> poll = test.PollAsync(20_000);
        byte[] nonce = RandomNumberGenerator.GetBytes(16);
        await test.PollIsOpenAsync();
        Task<HttpResponseMessage> asked = test.AskAsync(Convert.ToHexStringLower(nonce));

        object?[] told = await poll;
        Assert.AreEqual("sealcam request 1", told[0]);
        Assert.AreEqual(Convert.ToHexStringLower(nonce), told[1], "relayed untouched");
        Assert.AreEqual(test.Time.GetUtcNow().ToUnixTimeSeconds(), told[2]);
        byte[] still = test.Camera.Seal(1, 2, claims: new TestClaims { Nonce = nonce });
        await TestServer.PostAsync(test.Device, still);

        using HttpResponseMessage answer = await asked;
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.AreEqual("image/jpeg", answer.Content.Headers.ContentType!.ToString());
        Assert.AreEqual($"/v1/stills/{test.Camera.Device}/1-2.jpg", answer.Content.Headers.ContentLocation!.ToString());
        Assert.IsTrue(answer.Headers.CacheControl!.NoStore);
        CollectionAssert.AreEqual(still, await answer.Content.ReadAsByteArrayAsync());
    }

    [TestMethod]
    public async Task ANonceMayComeInBase64UrlAndInTheAddress()
    {
        await using Asking test = await Asking.StartAsync();
        byte[] nonce = RandomNumberGenerator.GetBytes(64);
        Task<object?[]> poll = test.PollAsync(20_000);
        Task<HttpResponseMessage> asked = test.AskAsync(Base64Url.EncodeToString(nonce));
        Assert.AreEqual(Convert.ToHexStringLower(nonce), (await poll)[1]);
        (await test.PassAsync(asked)).Dispose();

        poll = test.PollAsync(20_000);
        asked = test.Gallery.PostAsync($"/v1/cameras/{test.Camera.Device}/requests?nonce=000102030405060708090a0b0c0d0e0F", null);
        Assert.AreEqual("000102030405060708090a0b0c0d0e0f", (await poll)[1]);
        (await test.PassAsync(asked)).Dispose();
    }

    [TestMethod]
    public async Task NoOlderAndNoOtherStillAnswers()
    {
        await using Asking test = await Asking.StartAsync();
        byte[] used = RandomNumberGenerator.GetBytes(16), asked = RandomNumberGenerator.GetBytes(16);
        byte[] older = test.Camera.Seal(1, 2, claims: new TestClaims { Nonce = used });
        await TestServer.PostAsync(test.Device, older);

        // Somebody reuses a nonce: the still that signed it is older than this question, and is not the answer to it.
        Task<HttpResponseMessage> again = test.AskAsync(Convert.ToHexString(used));
        Task<HttpResponseMessage> fresh = test.AskAsync(Convert.ToHexString(asked));
        await test.ArrivedAsync(2);
        await TestServer.PostAsync(test.Device, older);
        await TestServer.PostAsync(test.Device, test.Camera.Seal(1, 3));
        await TestServer.PostAsync(test.Device, test.Camera.Seal(1, 4, claims: new TestClaims { Nonce = [.. asked, 0] }));
        using TestCamera other = new();
        await TestServer.PostAsync(test.Server.Device(other), other.Seal(1, 1, claims: new TestClaims { Nonce = asked }));

        Assert.AreEqual(HttpStatusCode.GatewayTimeout, (await test.PassAsync(again)).StatusCode);
        Assert.AreEqual(HttpStatusCode.GatewayTimeout, (await test.PassAsync(fresh)).StatusCode);
    }

    [TestMethod]
    public async Task ACameraThatDoesNotAnswerIsASentence()
    {
        await using Asking test = await Asking.StartAsync();
        (int status, JsonElement body) = await test.PassAsync(test.BodyAsync(test.AskAsync(Nonce())));
        Assert.AreEqual(504, status);
        Assert.IsFalse(body.GetProperty("told").GetBoolean());
        StringAssert.Contains(body.GetProperty("error").GetString(), "nor before");

        Task<HttpResponseMessage> asked = test.AskAsync(Nonce());
        Assert.IsNotNull((await test.PollAsync(5_000))[1]);
        (status, body) = await test.PassAsync(test.BodyAsync(asked));
        Assert.AreEqual(504, status);
        Assert.IsTrue(body.GetProperty("told").GetBoolean());
        StringAssert.Contains(body.GetProperty("error").GetString(), "was told and sent no still");
    }

    [TestMethod]
    public async Task WhatIsNoNonceIsNotRelayed()
    {
        await using Asking test = await Asking.StartAsync();
        string[] wrong =
        [
            "", "00", new('0', 30), new('0', 130), "zz" + new string('0', 30) + "!",
            "0011 2233445566778899aabbccddeeff", "ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ",
        ];
        foreach (string nonce in wrong)
        {
            Assert.AreEqual(400, (await test.BodyAsync(test.AskAsync(nonce))).Status, nonce);
        }

        using HttpResponseMessage none = await test.Gallery.PostAsync($"/v1/cameras/{test.Camera.Device}/requests", null);
        Assert.AreEqual(HttpStatusCode.BadRequest, none.StatusCode);
        using TestCamera unknown = new();
        Assert.AreEqual(404, (await test.BodyAsync(test.AskAsync(Nonce(), unknown.Device))).Status);
        Assert.AreEqual(404, (await test.BodyAsync(test.AskAsync(Nonce(), "..%2f"))).Status);
    }

    [TestMethod]
    public async Task ASuspendedCameraIsNotAsked()
    {
        await using Asking test = await Asking.StartAsync();
        test.Server.Server.Data.Cameras.Suspend(test.Camera.Device, DateTimeOffset.UtcNow);
        Assert.AreEqual(409, (await test.BodyAsync(test.AskAsync(Nonce()))).Status);
        using HttpResponseMessage poll = await test.Device.GetAsync("/v1/requests?wait=1000");
        Assert.AreEqual(HttpStatusCode.Forbidden, poll.StatusCode);
    }

    [TestMethod]
    public async Task RequestsAreBoundedInNumberAndInTime()
    {
        await using Asking test = await Asking.StartAsync(new IngestLimits
        {
            RequestsWaiting = 2, RequestBurst = 3, RequestEvery = TimeSpan.FromHours(1),
        });
        string nonce = Nonce();
        Task<HttpResponseMessage> first = test.AskAsync(nonce), second = test.AskAsync(Nonce());
        await test.ArrivedAsync(2);
        Assert.AreEqual(409, (await test.BodyAsync(test.AskAsync(nonce))).Status, "the same nonce twice");
        Assert.AreEqual(429, (await test.BodyAsync(test.AskAsync(Nonce()))).Status, "too many at once");
        (await test.PassAsync(first)).Dispose();
        (await test.PassAsync(second)).Dispose();
        (await test.PassAsync(test.AskAsync(Nonce()))).Dispose();
        using HttpResponseMessage often = await test.AskAsync(Nonce());
        Assert.AreEqual(429, (int)often.StatusCode, "too many an hour");
        Assert.AreEqual(3600, often.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
    }

    [TestMethod]
    public async Task ABusyCameraIsToldOnceByAReceipt()
    {
        await using Asking test = await Asking.StartAsync();
        string nonce = Nonce();
        Task<HttpResponseMessage> asked = test.AskAsync(nonce);
        await test.ArrivedAsync(1);
        (_, object?[] receipt) = await TestServer.PostAsync(test.Device, test.Camera.Seal(1, 2));
        Assert.AreEqual(nonce, receipt[5]);
        (_, receipt) = await TestServer.PostAsync(test.Device, test.Camera.Seal(1, 3));
        Assert.IsNull(receipt[5]);
        (await test.PassAsync(asked)).Dispose();
        (_, receipt) = await TestServer.PostAsync(test.Device, test.Camera.Seal(1, 4));
        Assert.IsNull(receipt[5], "nobody waits any more");
    }

    [TestMethod]
    public async Task APollThatComesBackWithoutAStillIsToldAgain()
    {
        await using Asking test = await Asking.StartAsync();
        string nonce = Nonce();
        Task<HttpResponseMessage> asked = test.AskAsync(nonce);
        Assert.AreEqual(nonce, (await test.PollAsync(5_000))[1]);
        Assert.AreEqual(nonce, (await test.PollAsync(5_000))[1], "the first answer may have been lost on the way");
        TestClaims claims = new() { Nonce = Convert.FromHexString(nonce) };
        await TestServer.PostAsync(test.Device, test.Camera.Seal(1, 2, claims: claims));
        Assert.AreEqual(HttpStatusCode.OK, (await asked).StatusCode);
        Assert.IsNull((await test.PassAsync(test.PollAsync(50)))[1]);
    }

    [TestMethod]
    public async Task APollEndsAtItsTimeAndANewerOneEndsTheOlder()
    {
        await using Asking test = await Asking.StartAsync();
        Task<object?[]> alone = test.PollAsync(300);
        await test.PollIsOpenAsync();
        double passed = (await test.PollEndsAsync()).TotalMilliseconds;
        Assert.IsTrue(passed is >= 300 and < 10_000, $"after {passed} ms, some of them for a busy machine");
        Assert.IsNull((await alone)[1]);
        Task<object?[]> older = test.PollAsync(20_000);
        await test.PollIsOpenAsync();
        Task<object?[]> newer = test.PollAsync(20_000);
        Assert.IsNull((await older)[1]);
        Task<HttpResponseMessage> asked = test.AskAsync(Nonce());
        Assert.IsNotNull((await newer)[1]);
        (await test.PassAsync(asked)).Dispose();
    }

    [TestMethod]
    [DataRow("/v1/requests")]
    [DataRow("/v1/requests?wait=")]
    [DataRow("/v1/requests?wait=-1")]
    [DataRow("/v1/requests?wait=1s")]
    [DataRow("/v1/requests?wait=99999999999999999999")]
    public async Task APollWithoutATimeIsRefused(string path)
    {
        await using Asking test = await Asking.StartAsync();
        using HttpResponseMessage answer = await test.Device.GetAsync(path);
        (int status, object?[] body) = await TestServer.ReadAsync(answer);
        Assert.AreEqual(400, status);
        Assert.AreEqual("sealcam error 1", body[0]);
    }

    [TestMethod]
    public async Task AnOpenPollDoesNotHoldUpTheStop()
    {
        Asking test = await Asking.StartAsync();
        Task<object?[]> poll = test.PollAsync(20_000);
        await test.PollIsOpenAsync();
        Task stop = test.Server.Server.StopAsync();
        Assert.IsNull((await poll)[1], "answered, not cut off after the five seconds that a stop gives");
        await stop;
        await test.DisposeAsync();
    }

    [TestMethod]
    public async Task OnlyTheOwnerMayAsk()
    {
        await using TestServer server = await TestServer.StartAsync(options => options with { OwnerToken = new string('x', 24) });
        using TestCamera camera = new();
        await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1));
        using HttpResponseMessage answer = await server.Gallery().PostAsync(
            $"/v1/cameras/{camera.Device}/requests?nonce={Nonce()}", null);
        Assert.AreEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static string Nonce() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
