using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Sealcam.Verify;

namespace Sealcam.Ingest;

/// <summary>
/// POST /v1/stills (PROTOCOL.md 5.1): nothing is stored before token, digest, key and order are verified, and nothing is
/// acknowledged before it is durable.
/// </summary>
internal sealed class StillEndpoint(
    IngestOptions options, DeviceGate gate, DataFolder data, IngestFeed feed, StillRequests requests, ILogger log)
{
    private readonly ByteBudget _budget = new(options.Limits.BytesInFlight);

    public async Task HandleAsync(HttpContext context)
    {
        DeviceIdentity identity = DeviceGate.IdentityOf(context);
        string? device = identity.Text;
        Refusal? refusal = RefuseHead(context.Request, device);
        if (refusal is null)
        {
            using StillBody body = new(_budget);
            refusal = await ReceiveAsync(context, body, device);
            if (refusal is null)
            {
                (refusal, int status, byte[]? receipt) = Accept(body.Bytes, identity, device);
                if (receipt is not null)
                {
                    await Answers.WriteAsync(context, status, receipt);
                    return;
                }
            }
        }

        await gate.RefuseAsync(context, refusal!);
    }

    /// <summary>What can be told without the body.</summary>
    private Refusal? RefuseHead(HttpRequest request, string? device)
    {
        if (gate.Suspended(device) is { } suspended)
        {
            return suspended;
        }

        if (IsAmbiguous(request))
        {
            const string Sentence = "A request with Content-Length and Transfer-Encoding is not taken.";
            return new Refusal(400, ErrorCode.Other, Sentence, device) { Close = true };
        }

        if (request.ContentLength is null && request.Headers.TransferEncoding.Count == 0)
        {
            return new Refusal(411, ErrorCode.Other, "A still needs its Content-Length.", device);
        }

        bool jpeg = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            && type.MediaType.Equals("image/jpeg", StringComparison.OrdinalIgnoreCase);
        if (!jpeg || request.Headers.ContentEncoding.Count > 0)
        {
            return new Refusal(415, ErrorCode.Other, "The body must be image/jpeg, not encoded further.", device);
        }

        return request.ContentLength > options.Limits.StillBytes ? TooLarge(device) : null;
    }

    /// <summary>
    /// Kestrel lets chunks win over a length, as RFC 9112 6.3 allows, and renames the length. Whoever sends both wants two
    /// parsers to disagree.
    /// </summary>
    private static bool IsAmbiguous(HttpRequest request) =>
        request.Headers.TransferEncoding.Count > 0
        && (request.ContentLength is not null || request.Headers.ContainsKey("X-Content-Length"));

    private async Task<Refusal?> ReceiveAsync(HttpContext context, StillBody body, string? device)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        stop.CancelAfter(options.Limits.StillTime);
        try
        {
            bool whole = await body.ReadAsync(context.Request.Body, options.Limits.StillBytes, stop.Token);
            return whole ? null : TooLarge(device);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == 408)
        {
            return new Refusal(408, ErrorCode.Other, "The still came too slowly.", device) { Close = true };
        }
        catch (IOException)
        {
            return new Refusal(400, ErrorCode.Other, "The request is not valid HTTP, or was cut short.", device) { Close = true };
        }
        catch (OperationCanceledException)
        {
            return new Refusal(408, ErrorCode.Other, "The still did not come to its end in time.", device) { Close = true };
        }
        catch (NoBudgetException)
        {
            return new Refusal(503, ErrorCode.Other, "Too many stills are arriving at once.", device)
            {
                RetryAfter = Seconds(options.Limits.RetryAfter),
            };
        }
    }

    /// <summary>Verifies and keeps: a receipt with its status, or a refusal.</summary>
    private (Refusal? Refusal, int Status, byte[]? Receipt) Accept(
        ReadOnlySpan<byte> bytes, DeviceIdentity identity, string? device)
    {
        Finding finding = StillVerifier.Verify(bytes);
        if (finding.Token is not { } token)
        {
            ErrorCode code = finding.Verdict switch
            {
                Verdict.Unreadable => ErrorCode.Unreadable,
                Verdict.Unsigned => ErrorCode.Unsigned,
                _ => ErrorCode.NotAuthentic,
            };
            return (new Refusal(422, code, finding.Reason, device), 0, null);
        }

        if (!token.DeviceId.AsSpan().SequenceEqual(identity.Key))
        {
            const string Sentence = "The token is another device's than the certificate.";
            return (new Refusal(422, ErrorCode.Foreign, Sentence, device), 0, null);
        }

        try
        {
            (Kept what, StillRow row) = data.Archive.Keep(token, bytes, identity.Simulated);
            if (what == Kept.Now && token.Nonce is { } nonce)
            {
                // Only what is new here may answer: the bytes of an older still never do, whoever sends them again.
                requests.Find(row.Device)?.Answer(nonce, bytes);
            }

            return what == Kept.Conflict ? (Conflict(row), 0, null) : (null, Count(what, row, token), Receipt(token));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            StillOrder order = new(token.BootCount, token.Sequence);
            log.LogError(fault, "The still {Device}/{Order} could not be stored.", device, order);
            return (new Refusal(507, ErrorCode.NoRoom, "The still could not be stored; it may be sent again.", device)
            {
                RetryAfter = Seconds(options.Limits.RetryAfter),
            }, 0, null);
        }
    }

    private byte[] Receipt(Token token) => Replies.Receipt(
        token, options.Time.GetUtcNow(), options.ReconnectWindow, requests.Find(token.Device)?.Offer());

    private int Count(Kept what, StillRow row, Token token)
    {
        bool now = what == Kept.Now;
        log.LogDebug("{What} the still {Device}/{Order}.", now ? "Stored" : "Already had", token.Device, row.Order);
        feed.Keep(row, again: !now);
        return now ? 201 : 200;
    }

    private Refusal Conflict(StillRow row)
    {
        string sentence =
            $"Camera {row.Device[..4]}-{row.Device[4..8]} sent a different still under order {row.Order}, which it had used. "
            + "Likely causes: its identity was copied to a second device, or its record was rolled back by a restore or a "
            + "redeploy.";
        Alarm alarm = data.Alarms.Raise(Alarm.ConflictKind, row.Device, row.Order, sentence, options.Time.GetUtcNow());
        log.LogError("ALARM: {Sentence} Device ID {Device}.", sentence, row.Device);
        feed.Raise(alarm);
        feed.Change(row);
        return new Refusal(409, ErrorCode.Conflict, "Another still with this order is stored.", row.Device);
    }

    private static Refusal TooLarge(string? device) => new(413, ErrorCode.TooLarge, "The still is too large.", device);

    private static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);
}
