using System;

namespace Sealcam.Tests;

/// <summary>
/// A receiver as PROTOCOL.md describes one, over bytes: takes a POST as it comes in, reads the token, digests the body and, by
/// <see cref="Answer"/>, says what it has or something else.
/// </summary>
public sealed class FakeServer
{
    private const int HeadMost = 1400;

    private readonly byte[] _head = new byte[HeadMost];
    private readonly byte[] _start = new byte[2 + Limits.SegmentBytes];
    private readonly byte[] _leaf = new byte[Limits.LeafBytes];
    private readonly byte[] _leaves = new byte[32 * 32 + 8];
    private readonly byte[] _digest = new byte[32];
    private readonly byte[] _key = Ascii.Bytes("sealcam digest 1");
    private readonly ManagedMac _mac = new ManagedMac();
    private int _headCount, _length, _taken, _segmentCount, _leafCount, _still;

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
        _headCount = _taken = _segmentCount = _leafCount = _still = 0;
        _length = -1;
    }

    public void Take(byte[] buffer, int offset, int count)
    {
        for (int i = offset; i < offset + count; i++)
        {
            if (_length < 0)
            {
                TakeHead(buffer[i]);
            }
            else
            {
                TakeBody(buffer[i]);
            }
        }
    }

    /// <summary>True if token and body are authentic but for the signature, which this side cannot check on nanoFramework.</summary>
    public bool Judge()
    {
        if (_leafCount % Limits.LeafBytes != 0)
        {
            Array.Clear(_leaf, _leafCount % Limits.LeafBytes, Limits.LeafBytes - _leafCount % Limits.LeafBytes);
            EndLeaf();
        }

        int leaves = (_still + Limits.LeafBytes - 1) / Limits.LeafBytes * 32;
        BigEndian.Put(0, _leaves, leaves);
        BigEndian.Put((uint)_still, _leaves, leaves + 4);
        _mac.Compute(_key, _leaves, 0, leaves + 8, _digest, 0);
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

    private void TakeBody(byte value)
    {
        int at = _taken++;
        if (Whole != null)
        {
            Whole[at] = value;
        }

        if (at < _start.Length)
        {
            _start[at] = value;
            _segmentCount = at == 5 ? 2 + (_start[4] << 8 | value) : _segmentCount;
        }

        if (at < 2 || at >= 2 + _segmentCount && _segmentCount > 0)
        {
            _leaf[_still++ % Limits.LeafBytes] = value;
            if (++_leafCount % Limits.LeafBytes == 0)
            {
                EndLeaf();
            }
        }
    }

    private void EndLeaf()
    {
        _mac.Compute(_key, _leaf, 0, Limits.LeafBytes, _leaves, (_still - 1) / Limits.LeafBytes * 32);
        _leafCount = 0;
    }
}
