using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Sealcam.Verify;

namespace Sealcam.Ingest;

/// <summary>POST /v1/health (PROTOCOL.md 5.5): verified before it is stored, and never taken twice.</summary>
internal sealed class HealthEndpoint(DeviceGate gate, DataFolder data, IngestOptions options, IngestFeed feed, ILogger log)
{
    public async Task HandleAsync(HttpContext context)
    {
        DeviceIdentity identity = DeviceGate.IdentityOf(context);
        if ((gate.Refuse(identity) ?? RefuseHead(context.Request, identity.Text!)) is { } early)
        {
            await gate.RefuseAsync(context, early);
            return;
        }

        byte[] body = new byte[Protocol.HealthMax + 1];
        int length;
        try
        {
            Stream stream = context.Request.Body;
            length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, context.RequestAborted);
        }
        catch (IOException)
        {
            const string Sentence = "The request is not valid HTTP, or was cut short.";
            await gate.RefuseAsync(context, new Refusal(400, ErrorCode.Other, Sentence, identity.Text) { Close = true });
            return;
        }

        Refusal? refusal = Accept(body.AsSpan(0, length), identity, out int status, out byte[] receipt);
        await (refusal is null ? Answers.WriteAsync(context, status, receipt) : gate.RefuseAsync(context, refusal));
    }

    private static Refusal? RefuseHead(HttpRequest request, string device)
    {
        bool cose = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            && type.MediaType.Equals("application/cose", StringComparison.OrdinalIgnoreCase);
        return !cose ? new Refusal(415, ErrorCode.Other, "The body must be application/cose.", device)
            : request.ContentLength is null ? new Refusal(411, ErrorCode.Other, "A report needs its Content-Length.", device)
            : request.ContentLength > Protocol.HealthMax
                ? new Refusal(413, ErrorCode.TooLarge, "The report is too large.", device)
            : null;
    }

    private Refusal? Accept(ReadOnlySpan<byte> bytes, DeviceIdentity identity, out int status, out byte[] receipt)
    {
        status = 0;
        receipt = [];
        string device = identity.Text!;
        HealthFinding finding = HealthVerifier.Verify(bytes, new HealthQuestion { Device = identity.Key });
        if (finding.Verdict != Verdict.Authentic)
        {
            ErrorCode code = finding.Verdict switch
            {
                Verdict.Unreadable => ErrorCode.Unreadable,
                Verdict.Foreign => ErrorCode.Foreign,
                _ => ErrorCode.NotAuthentic,
            };
            return new Refusal(422, code, finding.Reason, device);
        }

        HealthReport report = finding.Report!;
        DateTimeOffset now = options.Time.GetUtcNow();
        try
        {
            Kept what = data.Health.Keep(report, bytes.ToArray(), identity.Simulated, now);
            if (what == Kept.Conflict)
            {
                return new Refusal(409, ErrorCode.Conflict, "This report, or a later one, was accepted before.", device);
            }

            status = what == Kept.Now ? 201 : 200;
        }
        catch (SqliteException fault)
        {
            log.LogError(
                fault, "Report {Boot}-{Counter} of {Device} could not be stored.", report.BootCount, report.Counter, device);
            return new Refusal(507, ErrorCode.NoRoom, "The report could not be stored; it may be sent again.", device)
            {
                RetryAfter = (int)Math.Ceiling(options.Limits.RetryAfter.TotalSeconds),
            };
        }

        feed.KeepHealth(report.Device);
        receipt = Replies.HealthReceipt(report, now);
        return null;
    }
}
