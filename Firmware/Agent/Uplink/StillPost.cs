using System;

namespace Sealcam;

/// <summary>
/// The bytes of one request that carries a still: its head, SOI, the token's segment, the rest of the still. Composed as they go
/// out, so that the still is neither copied nor held twice.
/// </summary>
public sealed class StillPost
{
    private const int SoiBytes = 2;

    /// <summary>Bytes that a head may have, so that it, SOI and the segment fit into one write.</summary>
    public const int HeadBytes = Limits.WriteBytes - SoiBytes - Limits.SegmentBytes;

    private readonly IOutbox _outbox;
    private readonly byte[] _start = new byte[Limits.WriteBytes];
    private readonly StillHead _head;
    private KeptStill _still;
    private int _startBytes;
    private int _position;  // in the still without its segment; 0 until the head is out

    public StillPost(IOutbox outbox, StillHead head)
    {
        _outbox = outbox;
        _head = head;
    }

    /// <summary>The value of the Host header (RFC 9110 7.2).</summary>
    internal static string HostOf(Settings settings) =>
        settings.Port == 443 ? settings.Host : settings.Host + ":" + settings.Port;

    public KeptStill Still => _still;

    /// <summary>Everything was handed out.</summary>
    public bool IsWhole => _position == _still.Length;

    public void Start(KeptStill still)
    {
        _still = still;
        _position = 0;
        int at = _head.Write(still, _start);
        _start[at++] = 0xFF;
        _start[at++] = 0xD8;
        Array.Copy(still.Segment, 0, _start, at, still.SegmentLength);
        _startBytes = at + still.SegmentLength;
    }

    /// <summary>
    /// The next bytes to write, at most <see cref="Limits.WriteBytes"/>: returns how many lie at the offset of the buffer.
    /// </summary>
    public int Next(out byte[] buffer, out int offset)
    {
        if (_position == 0)
        {
            _position = SoiBytes;
            buffer = _start;
            offset = 0;
            return _startBytes;
        }

        int count = Limits.Least(_outbox.Look(_still, _position, out buffer, out offset), Limits.WriteBytes);
        _position += count;
        return count;
    }
}
