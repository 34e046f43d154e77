using System;

namespace Sealcam;

/// <summary>
/// Reads one HTTP/1.1 reply (RFC 9112) as its bytes come, with Content-Length or chunked. Bounded in every direction: any bytes
/// may be fed, it never throws, and it ends as done or as garbage.
/// </summary>
public sealed class ReplyParser
{
    private const int StatusLine = 0, HeaderLine = 1, Body = 2, ChunkSize = 3, ChunkData = 4, ChunkEnd = 5, Trailer = 6, Finished = 7;

    /// <summary>Bytes of a line that are looked at; what is longer than this in a header is not for us.</summary>
    private const int LineBytes = 128;

    private readonly byte[] _line = new byte[LineBytes];
    private readonly byte[] _body = new byte[Limits.ReplyBodyBytes];
    private int _lineCount;
    private int _headBytes;
    private int _state;
    private int _left;

    public ReplyHead Head { get; } = new ReplyHead();

    /// <summary>The body; its first <see cref="BodyCount"/> bytes count.</summary>
    public byte[] BodyBytes => _body;

    public int BodyCount { get; private set; }

    /// <summary>The reply is whole, or cannot become a good one.</summary>
    public bool IsDone => _state == Finished;

    /// <summary>What came is not an HTTP reply, or exceeds a limit. The connection is of no use.</summary>
    public bool IsGarbage { get; private set; }

    /// <summary>
    /// The final answer's status line and headers are whole and good, whatever comes of its body: all that a plain store's answer
    /// is judged by, since the body may be longer than what is read.
    /// </summary>
    public bool HasHead { get; private set; }

    /// <summary>The connection can carry another request.</summary>
    public bool CanGoOn => IsDone && !IsGarbage && !Head.Closes;

    /// <summary>True once any byte of this reply has come, be it of an interim answer.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>The server has said its last word on the request, or garbage: 1xx only means that it is at work.</summary>
    public bool IsFinal => IsDone || Head.Status >= 200;

    public void Clear()
    {
        _state = StatusLine;
        _lineCount = _headBytes = _left = BodyCount = 0;
        IsGarbage = HasBegun = HasHead = false;
        Head.Clear();
    }

    /// <summary>
    /// Feeds what was read. Bytes behind the end of the reply make it garbage: nothing was asked that they could answer.
    /// </summary>
    public void Feed(byte[] buffer, int offset, int count)
    {
        HasBegun |= count > 0;
        int end = offset + count;
        while (offset < end)
        {
            if (_state == Finished)
            {
                IsGarbage = true;
                return;
            }

            if (_state == Body || _state == ChunkData)
            {
                offset += TakeBody(buffer, offset, end - offset);
            }
            else
            {
                TakeByte(buffer[offset++]);
            }
        }
    }

    /// <summary>
    /// The server closed. A reply without a stated length ends so, but such a one carries no receipt of ours: garbage.
    /// </summary>
    public void Closed()
    {
        if (_state != Finished)
        {
            Fail();
        }
    }

    private void TakeByte(byte value)
    {
        if (++_headBytes > Limits.ReplyHeadBytes)
        {
            Fail();
        }
        else if (value != '\n')
        {
            if (_lineCount < LineBytes)
            {
                _line[_lineCount++] = value;
            }
        }
        else
        {
            int count = _lineCount > 0 && _line[_lineCount - 1] == '\r' ? _lineCount - 1 : _lineCount;
            _lineCount = 0;
            TakeLine(count);
        }
    }

    private void TakeLine(int count)
    {
        switch (_state)
        {
            case StatusLine:
                Head.TakeStatusLine(_line, count);
                _state = HeaderLine;
                break;
            case HeaderLine:
                if (count == 0)
                {
                    EndHead();
                    return;
                }

                Head.TakeHeader(_line, count);
                break;
            case ChunkSize:
                StartChunk(count);
                break;
            case ChunkEnd:
                _state = ChunkSize;
                IsGarbage |= count != 0;
                break;
            case Trailer:
                _state = count == 0 ? Finished : Trailer;
                break;
        }

        if (Head.IsGarbage || IsGarbage)
        {
            Fail();
        }
    }

    private void EndHead()
    {
        if (Head.Status < 200)
        {
            Head.Clear();  // 1xx: an interim answer, the real one follows (RFC 9110 15.2)
            _state = StatusLine;
            return;
        }

        HasHead = !(Head.IsChunked && Head.ContentLength != ReplyHead.Unstated);
        if (Head.Status == 204 || Head.Status == 304)
        {
            _state = Finished;
        }
        else if (Head.IsChunked)
        {
            _state = ChunkSize;
            if (!HasHead)
            {
                Fail();  // both lengths: the shape of response splitting (RFC 9112 6.3)
            }
        }
        else
        {
            _left = Head.ContentLength;
            _state = _left == 0 ? Finished : Body;
            if (_left < 0 || _left > Limits.ReplyBodyBytes)
            {
                Fail();
            }
        }
    }

    private void StartChunk(int count)
    {
        int size = 0, i = 0;
        for (; i < count && _line[i] != ';' && _line[i] != ' '; i++)
        {
            int c = _line[i];
            int letter = c | 0x20;
            int digit = c >= '0' && c <= '9' ? c - '0' : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
            if (digit < 0 || i >= 6)
            {
                Fail();
                return;
            }

            size = size << 4 | digit;
        }

        _left = size;
        _state = size == 0 ? Trailer : ChunkData;
        if (i == 0 || size > Limits.ReplyBodyBytes - BodyCount)
        {
            Fail();
        }
    }

    private int TakeBody(byte[] buffer, int offset, int count)
    {
        int take = Limits.Least(count, _left);
        Array.Copy(buffer, offset, _body, BodyCount, take);
        BodyCount += take;
        _left -= take;
        if (_left == 0)
        {
            _state = _state == Body ? Finished : ChunkEnd;
        }

        return take;
    }

    private void Fail()
    {
        IsGarbage = true;
        _state = Finished;
    }
}
