using System;

namespace Sealcam.Tests;

/// <summary>
/// A connection to a server that answers stills, polls and health reports after a round trip, in the time of the test's clock.
/// </summary>
public sealed class TalkLink : ILink
{
    private const int None = 0, Still = 1, Poll = 2, Health = 3;

    private readonly FakeClock _clock;
    private byte[] _reply;
    private int _replyAt;
    private long _replyMs;
    private int _kind;
    private bool _open;

    public TalkLink(FakeClock clock)
    {
        _clock = clock;
    }

    public readonly FakeServer Server = new FakeServer();

    public bool IsUp { get; set; } = true;

    /// <summary>ms from the last byte of a request to the first of its answer.</summary>
    public int TripMs = 40;

    /// <summary>The nonce that the next poll is told, as soon as there is one.</summary>
    public byte[] Ask;

    /// <summary>A new nonce is asked for in every poll.</summary>
    public bool AsksAlways;

    /// <summary>Polls are answered at once instead of being held.</summary>
    public bool Hurries;

    /// <summary>Polls and reports, or connecting itself, get no answer.</summary>
    public bool MutePolls, MuteReports, Unreachable;

    /// <summary>The server's certificate is good between these times by the clock that the agent set (Unix seconds).</summary>
    public long GoodFrom = 1780000000, GoodUntil = 1800000000;

    /// <summary>
    /// When not null, polls get this as their body; when not 0, polls and reports get this status without a body, with
    /// these header lines.
    /// </summary>
    public byte[] PollBody;
    public int Status;
    public string StatusLines = "";

    /// <summary>How much faster the server's clock runs than the board's, in millionths.</summary>
    public int DriftPpm;

    public int Connects, Polls, Stills, Reports;

    /// <summary>
    /// ms asked for by the last poll; uptime at which the last poll was told of a request, the last still began, the poll opened.
    /// </summary>
    public int WaitMs;
    public long ToldMs, StillMs, PollMs;

    /// <summary>The last report's COSE_Sign1.</summary>
    public byte[] Report;
    public string ReportHead;

    public void Resolve(string host)
    {
    }

    public void Connect(int port)
    {
        Connects++;
        if (Unreachable)
        {
            throw new LinkException(LinkFault.Refused, "nobody listens");
        }

        if (_clock.SetTo < GoodFrom || _clock.SetTo > GoodUntil)
        {
            throw new LinkException(LinkFault.Dates, "the certificate is not valid at this time");
        }

        _open = true;
        _kind = None;
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        if (_kind == None)
        {
            Begin(buffer, offset, count);
        }

        if (_kind == Still)
        {
            Server.Take(buffer, offset, count);
            if (Server.HasStill)
            {
                Server.Judge();
                Say(ReplyMaker.Reply("201 Created", "", ReplyMaker.Receipt(
                    Server.Token.BootCount, Server.Token.Sequence, Server.Token.Digest, Now, Server.Request, -1, 0)));
            }
        }
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        if (_kind == Poll && _reply == null && !MutePolls)
        {
            AnswerPoll();
        }

        if (!_open || _reply == null || _clock.UptimeMs < _replyMs)
        {
            return _open ? 0 : -1;
        }

        int take = _reply.Length - _replyAt < count ? _reply.Length - _replyAt : count;
        Array.Copy(_reply, _replyAt, buffer, offset, take);
        _replyAt += take;
        if (_replyAt == _reply.Length)
        {
            _reply = null;
            _kind = None;
        }

        return take;
    }

    public void Close()
    {
        _open = false;
        _reply = null;
        _kind = None;
    }

    /// <summary>The server's time.</summary>
    public uint Now => (uint)(Server.Time + _clock.UptimeMs * (1000000L + DriftPpm) / 1000000000L);

    private void Begin(byte[] buffer, int offset, int count)
    {
        string head = Ascii.Text(buffer, offset, count < 200 ? count : 200);
        if (head.IndexOf("GET /v1/requests?wait=") == 0)
        {
            _kind = Poll;
            Polls++;
            PollMs = _clock.UptimeMs;
            int end = head.IndexOf(" HTTP");
            WaitMs = int.Parse(head.Substring(22, end - 22));
        }
        else if (head.IndexOf("POST /v1/health ") == 0)
        {
            _kind = Health;
            Reports++;
            TakeReport(buffer, offset, count);
        }
        else
        {
            _kind = Still;
            Stills++;
            StillMs = _clock.UptimeMs;
            Server.Clear();
        }
    }

    private void AnswerPoll()
    {
        bool over = Hurries || Status != 0 || PollBody != null || _clock.UptimeMs >= PollMs + TripMs / 2 + WaitMs;
        if (Ask == null && !AsksAlways && !over)
        {
            return;
        }

        byte[] nonce = Ask;
        if (AsksAlways)
        {
            nonce = new byte[16];
            BigEndian.Put((uint)Polls, nonce, 0);
        }

        Ask = null;
        ToldMs = nonce == null ? ToldMs : _clock.UptimeMs;
        Say(Status != 0 ? ReplyMaker.Reply(Status + " Refused", StatusLines, new byte[0])
            : ReplyMaker.Reply("200 OK", "", PollBody ?? ReplyMaker.Request(nonce, Now)));
        _replyMs = _clock.UptimeMs + TripMs / 2;
    }

    private void TakeReport(byte[] buffer, int offset, int count)
    {
        int body = offset;
        while (!(buffer[body] == '\n' && buffer[body - 2] == '\n'))
        {
            body++;
        }

        body++;
        ReportHead = Ascii.Text(buffer, offset, body - offset);
        Report = new byte[count - (body - offset)];
        Array.Copy(buffer, body, Report, 0, Report.Length);
        var view = new HealthView();
        if (!MuteReports)
        {
            Say(Status != 0 ? ReplyMaker.Reply(Status + " Refused", StatusLines, new byte[0])
                : view.Read(Report)
                    ? ReplyMaker.Reply("201 Created", "", ReplyMaker.HealthReceipt(view.BootCount, view.Counter, Now))
                : ReplyMaker.Reply("422 Unprocessable Content", "", ReplyMaker.Error(1, "unreadable")));
        }
    }

    private void Say(byte[] reply)
    {
        _reply = reply;
        _replyAt = 0;
        _replyMs = _clock.UptimeMs + TripMs;
    }
}
