using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using Sealcam.Tests;
using Sealcam.Verify;

namespace Sealcam.Esp32.Tests;

/// <summary>The server behind the modelled sockets: proves what comes in and answers as PROTOCOL.md 5 says.</summary>
internal sealed class Cloud
{
    private const int TripMs = 40;

    /// <summary>Seconds: its certificate is good for a year around its time.</summary>
    private const long GoodFor = 180 * 86400;

    private readonly List<byte> _request = [];

    /// <summary>Unix seconds now.</summary>
    public static long Now => TlsRig.Now + Device.UptimeMs / 1000;

    /// <summary>The tokens of the stills that it has proved and receipted.</summary>
    public List<Token> Stills { get; } = [];

    public List<Verify.HealthReport> Reports { get; } = [];

    /// <summary>What it could not prove.</summary>
    public List<string> Bad { get; } = [];

    public int Polls { get; private set; }

    public int Dials { get; private set; }

    /// <summary>Goes into the next answer to a poll.</summary>
    public byte[] Nonce { get; set; }

    public bool IsDown { get; set; }

    /// <summary>It takes everything and never answers.</summary>
    public bool IsMute { get; set; }

    public Wire Accept()
    {
        Dials++;
        _request.Clear();
        long clock = Device.Rtc.ToUnixTimeSeconds();
        Wire wire = null;
        wire = new Wire
        {
            Refuses = IsDown,
            Handshake = clock < Now - GoodFor ? new CryptographicException(0x0200)
                : clock > Now + GoodFor ? new CryptographicException(0x01) : null,
            Took = data => Take(wire, data),
        };
        return wire;
    }

    private void Take(Wire wire, byte[] data)
    {
        _request.AddRange(data);
        byte[] all = [.. _request];
        int end = all.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        if (end < 4)
        {
            return;
        }

        string head = Encoding.ASCII.GetString(all, 0, end);
        string length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: "))?[16..] ?? "0";
        if (all.Length < end + int.Parse(length))
        {
            return;
        }

        _request.Clear();
        if (IsMute)
        {
            return;
        }

        int wait = head.StartsWith("GET /v1/requests?") ? int.Parse(head.Split("wait=")[1].Split(' ')[0]) : 0;
        Cpu.Later(TripMs + (Nonce == null ? wait : 0), () => wire.Send(Answer(head, all[end..])));
    }

    private byte[] Answer(string head, byte[] body) =>
        head.StartsWith("GET /v1/requests?") ? Poll()
        : head.StartsWith("POST /v1/health ") ? Report(body)
        : head.StartsWith("POST /v1/stills ") ? Still(body)
        : ReplyMaker.Reply("405 Method Not Allowed", "", []);

    private byte[] Poll()
    {
        Polls++;
        byte[] nonce = Nonce;
        Nonce = null;
        return ReplyMaker.Reply("200 OK", "", ReplyMaker.Request(nonce, (uint)Now));
    }

    private byte[] Report(byte[] body)
    {
        HealthFinding finding = HealthVerifier.Verify(body);
        if (finding.Verdict != Verdict.Authentic)
        {
            Bad.Add(finding.Reason);
            return ReplyMaker.Reply("422 Unprocessable Content", "", ReplyMaker.Error(1, finding.Reason));
        }

        Verify.HealthReport report = finding.Report;
        Reports.Add(report);
        return ReplyMaker.Reply("201 Created", "", ReplyMaker.HealthReceipt(report.BootCount, report.Counter, (uint)Now));
    }

    private byte[] Still(byte[] body)
    {
        Finding finding = StillVerifier.Verify(body);
        if (finding.Verdict != Verdict.Authentic)
        {
            Bad.Add(finding.Reason);
            return ReplyMaker.Reply("422 Unprocessable Content", "", ReplyMaker.Error(1, finding.Reason));
        }

        Token token = finding.Token;
        Stills.Add(token);
        return ReplyMaker.Reply("201 Created", "", ReplyMaker.Receipt(
            token.BootCount, token.Sequence, token.Digest, (uint)Now, null, -1, 0));
    }
}
