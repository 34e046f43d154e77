using System;

namespace Sealcam.Tests;

/// <summary>
/// A receiver as PROTOCOL.md describes one, over bytes: takes a POST as it comes in, reads the token, digests the body and, by
/// <see cref="Answer"/>, says what it has or something else.
/// </summary>
public sealed class FakeServer
{
    private const int HeadMost = 400, LeavesMost = 16;

    private readonly byte[] _head = new byte[HeadMost];
    private readonly byte[] _start = new byte[2 + Limits.SegmentBytes];
    private readonly byte[] _leaves = new byte[32 * LeavesMost + 8];
    private readonly byte[] _digest = new byte[32];
    private readonly StreamMac _mac = new StreamMac("sealcam digest 1");
    private int _headCount, _length, _taken, _segmentCount, _still;

    public readonly TokenView Token = new TokenView();

    /// <summary>How often the right receipt was given for each sequence.</summary>
    public readonly int[] Receipts = new int[64];

    /// <summary>Stills whose token or body was not as it must be.</summary>
    public int Bad;

    /// <summary>Whole stills with a nonce.</summary>
    public int Nonces;
    public long Time = 1790000000;

    /// <summary>Goes into the next receipt, once.</summary>
    public byte[] Request;

    /// <summary>Goes into every receipt; -1: null.</summary>
    public long WindowMs = -1;

    /// <summary>All bytes of the last sealed still, if a test set an array for them.</summary>
    public byte[] Whole;
    public int WholeCount => _taken;

    public string HeadText => Ascii.Text(_head, 0, _headCount);

    public bool HasHead => _length >= 0;
    public bool HasStill => _length >= 0 && _taken == _length;

    public void Clear()
    {
        _headCount = _taken = _segmentCount = _still = 0;
        _length = -1;
        _mac.Begin();
    }

    public void Take(byte[] buffer, int offset, int count)
    {
        int end = offset + count;
        while (offset < end && _length < 0)
        {
            TakeHead(buffer[offset++]);
        }

        if (offset < end)
        {
            TakeBody(buffer, offset, end - offset);
        }
    }

    /// <summary>
    /// True if token and body are authentic but for the signature, which this side cannot check on nanoFramework.
    /// </summary>
    public bool Judge()
    {
        int leaves = (_still + Limits.LeafBytes - 1) / Limits.LeafBytes * 32;
        if (_still % Limits.LeafBytes != 0)
        {
            _mac.AddZeros(Limits.LeafBytes - _still % Limits.LeafBytes);
            _mac.End(_leaves, leaves - 32);
        }

        BigEndian.Put(0, _leaves, leaves);
        BigEndian.Put((uint)_still, _leaves, leaves + 4);
        _mac.Begin();
        _mac.Add(_leaves, 0, leaves + 8);
        _mac.End(_digest, 0);
        bool good = Token.Read(_start, 2, _segmentCount) && BigEndian.Same(Token.Digest, 0, _digest, 0, 32);
        Bad += good ? 0 : 1;
        Nonces += good && Token.HasNonce ? 1 : 0;
        return good;
    }

    private void TakeHead(byte value)
    {
        _head[_headCount++] = value;
        if (value == '\n' && _headCount > 3 && _head[_headCount - 3] == '\n')
        {
            string head = HeadText;
            int at = head.IndexOf("Content-Length: ") + 16;
            _length = int.Parse(head.Substring(at, _headCount - 4 - at));
        }
    }

    /// <summary>A piece of the body, digested without what of it is segment.</summary>
    private void TakeBody(byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < count && _taken + i < _start.Length; i++)
        {
            int at = _taken + i;
            _start[at] = buffer[offset + i];
            _segmentCount = at == 5 ? 2 + (_start[4] << 8 | _start[5]) : _segmentCount;
        }

        if (Whole != null)
        {
            Array.Copy(buffer, offset, Whole, _taken, count);
        }

        int from = _taken;
        _taken += count;
        TakeStill(buffer, offset, from < 2 ? 2 - from : 0);
        int skip = 2 + _segmentCount - from;
        skip = skip < 0 ? 0 : skip > count ? count : skip;
        TakeStill(buffer, offset + skip, count - skip);
    }

    private void TakeStill(byte[] buffer, int offset, int count)
    {
        while (count > 0)
        {
            int room = Limits.LeafBytes - _still % Limits.LeafBytes;
            int take = count < room ? count : room;
            _mac.Add(buffer, offset, take);
            _still += take;
            offset += take;
            count -= take;
            if (_still % Limits.LeafBytes == 0)
            {
                _mac.End(_leaves, (_still / Limits.LeafBytes - 1) * 32);
                _mac.Begin();
            }
        }
    }
}
