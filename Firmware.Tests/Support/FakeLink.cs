using System;

namespace Sealcam.Tests;

/// <summary>A connection to a <see cref="FakeServer"/> that answers and breaks by script (<see cref="Answer"/>).</summary>
public sealed class FakeLink : ILink
{
    private readonly FakeClock _clock;
    private int[] _script = new int[0];
    private int _next;            // of the script
    private byte[] _reply;
    private int _replyAt;
    private bool _open, _resolved, _begun, _answered, _closesAfterReply, _closed;

    public FakeLink(FakeClock clock)
    {
        _clock = clock;
    }

    public readonly FakeServer Server = new FakeServer();

    public bool IsUp { get; set; } = true;

    /// <summary>ms that each handshake and each write freezes the board.</summary>
    public int HandshakeMs, WriteMs;

    /// <summary>Calls that may freeze a board, since a test last set it to 0.</summary>
    public int Freezing;
    public int Resolves, Connects, Connected, Closes, Exchanges;

    /// <summary>Calls in an order, or of a size, that the contract does not allow.</summary>
    public int Misuses;

    /// <summary>What the next exchanges get; after them every still gets its receipt.</summary>
    public void Script(params int[] answers)
    {
        _script = answers;
        _next = 0;
    }

    private int Now => _next < _script.Length ? _script[_next] : Answer.Receipt;

    public void Resolve(string host)
    {
        Freezing++;
        Resolves++;
        Misuses += _open || host != "ingest.test" ? 1 : 0;
        if (Now == Answer.ResolveThrows)
        {
            _next++;
            throw new LinkException(LinkFault.Name, "no such host: " + host);
        }

        _resolved = true;
    }

    public void Connect(int port)
    {
        Freezing++;
        Connects++;
        _clock.UptimeMs += HandshakeMs;
        Misuses += _open || !_resolved || port != 8443 ? 1 : 0;
        _resolved = false;
        if (Now == Answer.ConnectThrows)
        {
            _next++;
            throw new LinkException(LinkFault.Untrusted, "the server's certificate is from an unknown CA");
        }

        Connected++;
        _open = true;
        _closed = _begun = _answered = _closesAfterReply = false;
        _reply = null;
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        Freezing++;
        _clock.UptimeMs += WriteMs;
        Misuses += !_open || count <= 0 || count > Limits.WriteBytes || _closed ? 1 : 0;
        if (!_begun)
        {
            _begun = true;
            _answered = false;
            Exchanges++;
            Server.Clear();
        }
        else if (Now == Answer.BreakMidStill)
        {
            _next++;
            _closed = true;
            throw new LinkException(LinkFault.Lost, "connection reset");
        }
        else if (Now == Answer.TooLargeReset)
        {
            _answered = true;
            Decide(_script[_next++]);
            throw new LinkException(LinkFault.Lost, "connection reset");
        }

        Server.Take(buffer, offset, count);
        Reply();
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        Misuses += _open ? 0 : 1;
        if (!_begun && (Now == Answer.CloseIdle || Now == Answer.SpeakIdle))
        {
            bool speaks = Now == Answer.SpeakIdle;
            _next++;
            _closed = !speaks;
            buffer[offset] = (byte)'!';
            return speaks ? 1 : -1;
        }

        if (_reply != null && _replyAt < _reply.Length)
        {
            int most = _dribbles ? 1 : count;
            int take = _reply.Length - _replyAt < most ? _reply.Length - _replyAt : most;
            Array.Copy(_reply, _replyAt, buffer, offset, take);
            _replyAt += take;
            _begun = !_answered || _replyAt < _reply.Length;
            return take;
        }

        _closed |= _closesAfterReply;
        return _closed ? -1 : 0;
    }

    public void Close()
    {
        Closes += _open ? 1 : 0;
        _open = _resolved = _begun = false;
        _reply = null;
    }

    private bool _dribbles;

    private void Reply()
    {
        if (_answered || !Server.HasHead)
        {
            return;
        }

        if (Now == Answer.CloseMidStill)
        {
            _next++;
            _closed = _answered = true;
        }
        else if (Now == Answer.TooLargeEarly || Server.HasStill)
        {
            _answered = true;
            Decide(_next < _script.Length ? _script[_next++] : Answer.Receipt);
        }
        else if (Now == Answer.InterimEarly && _reply == null)
        {
            Say(ReplyMaker.Join("HTTP/1.1 102 Processing\r\n\r\n", _nothing, 0));
        }
    }

    private static readonly byte[] _nothing = new byte[0];

    private void Say(byte[] reply)
    {
        _reply = reply;
        _replyAt = 0;
    }

    private void Decide(int answer)
    {
        _dribbles = answer == Answer.Dribbled;
        _closesAfterReply = answer == Answer.Closing || answer == Answer.HalfAnswer || answer == Answer.CloseAfterStill
            || answer == Answer.TooLargeReset;
        bool authentic = answer == Answer.TooLargeEarly || answer == Answer.TooLargeReset || Server.Judge();
        if (answer != Answer.Mute && answer != Answer.CloseAfterStill)
        {
            Say(authentic ? Bytes(answer) : ReplyMaker.Reply("422 Unprocessable", "", ReplyMaker.Error(3, "not authentic")));
        }
    }

    private byte[] Bytes(int answer)
    {
        switch (answer)
        {
            case Answer.NoReceipt:
                return Page("200 OK", 90);
            case Answer.Garbage:
                return Ascii.Bytes("SSH-2.0-OpenSSH_9.2\r\n");
            case Answer.Failed:
                return Page("500 Internal Server Error", 30);
            case Answer.Busy:
                return ReplyMaker.Reply("503 Service Unavailable", "Retry-After: 7\r\n", _nothing);
            case Answer.NotFound:
                return Page("404 Not Found", 700);
            case Answer.Moved:
                return ReplyMaker.Reply("302 Found", "Location: https://elsewhere.test/\r\n", _nothing);
            case Answer.Suspended:
                return Error("403 Forbidden", 7);
            case Answer.BareTooLarge:
                return Page("413 Content Too Large", 30);
            case Answer.Conflict:
                return Error("409 Conflict", 4);
            case Answer.Unsigned:
                return Error("422 Unprocessable Content", 2);
            case Answer.TooLarge:
            case Answer.TooLargeEarly:
            case Answer.TooLargeReset:
                return Error("413 Content Too Large", 6);
            default:
                return Receipt(answer);
        }
    }

    private byte[] Receipt(int answer)
    {
        var token = Server.Token;
        uint sequence = token.Sequence + (answer == Answer.OtherStill ? 1u : 0u);
        token.Digest[0] ^= (byte)(answer == Answer.WrongDigest ? 1 : 0);
        var body = ReplyMaker.Receipt(token.BootCount, sequence, token.Digest, (uint)(Server.Time + _clock.UptimeMs / 1000),
            Server.Request, Server.WindowMs, answer == Answer.Longer ? 2 : 0);
        if (answer == Answer.HalfAnswer)
        {
            return ReplyMaker.Join("HTTP/1.1 201 Created\r\nContent-Length: " + body.Length + "\r\n\r\n", body, body.Length / 2);
        }

        if (answer == Answer.OtherStill || answer == Answer.WrongDigest)
        {
            return ReplyMaker.Reply("201 Created", "", body);
        }

        Server.Request = null;
        Server.Receipts[token.Sequence % 64]++;
        switch (answer)
        {
            case Answer.Chunked:
                return ReplyMaker.Chunked("201 Created", body, 10);
            case Answer.Interim:
                return ReplyMaker.Join("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
                    + "HTTP/1.1 201 Created\r\nContent-Length: " + body.Length + "\r\n\r\n", body, body.Length);
            case Answer.Closing:
                return ReplyMaker.Reply("201 Created", "Connection: close\r\n", body);
            default:
                string status = answer == Answer.Had ? "200 OK" : "201 Created";
                return ReplyMaker.Reply(status, "Content-Type: application/cbor\r\n", body);
        }
    }

    private static byte[] Error(string status, uint code) =>
        ReplyMaker.Reply(status, "", ReplyMaker.Error(code, "refused by script"));

    private static byte[] Page(string status, int count)
    {
        var page = new byte[count];
        for (int i = 0; i < count; i++)
        {
            page[i] = (byte)("<html>"[i % 6]);
        }

        return ReplyMaker.Reply(status, "Content-Type: text/html\r\n", page);
    }
}
