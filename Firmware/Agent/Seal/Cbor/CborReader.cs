namespace Sealcam;

/// <summary>
/// Walks CBOR items (RFC 8949) in a buffer that somebody else filled. It never throws and never recurses: an item that is not
/// there, not of the kind asked for or not in shortest form makes <see cref="Failed"/> true for good, and every later answer is
/// 0.
/// </summary>
public sealed class CborReader
{
    private byte[] _buffer;
    private int _position;
    private int _end;

    public bool Failed { get; private set; }

    /// <summary>True when all bytes were read and none was wrong.</summary>
    public bool AtEnd => !Failed && _position == _end;

    public void Start(byte[] buffer, int offset, int count)
    {
        _buffer = buffer;
        _position = offset;
        _end = offset + count;
        Failed = false;
    }

    /// <summary>Number of items of the array that starts here.</summary>
    public int ReadArray() => (int)Head(4, 0xFFFF);

    public uint ReadUInt() => Head(0, 0xFFFFFFFF);

    /// <summary>A byte string: its length, with its place in the buffer in <paramref name="offset"/>.</summary>
    public int ReadBytes(out int offset) => Span(2, out offset);

    /// <summary>A text string: its length in bytes, with its place in the buffer in <paramref name="offset"/>.</summary>
    public int ReadText(out int offset) => Span(3, out offset);

    /// <summary>True if the next item is null, which is then read; false leaves the position.</summary>
    public bool TryReadNull()
    {
        if (Failed || _position >= _end || _buffer[_position] != 0xF6)
        {
            return false;
        }

        _position++;
        return true;
    }

    /// <summary>Number of entries of the map that starts here.</summary>
    public int ReadMap() => (int)Head(5, 0xFFFF);

    /// <summary>The n of a negative integer -1 - n.</summary>
    public uint ReadNegative() => Head(1, 0xFFFFFFFF);

    /// <summary>A map without entries.</summary>
    public void ReadEmptyMap() => Failed |= Head(5, 0) != 0;

    private int Span(int major, out int offset)
    {
        uint length = Head(major, 0xFFFF);
        offset = _position;
        if (Failed || length > _end - _position)
        {
            Failed = true;
            return 0;
        }

        _position += (int)length;
        return (int)length;
    }

    private uint Head(int major, uint greatest)
    {
        if (Failed || _position >= _end || _buffer[_position] >> 5 != major)
        {
            Failed = true;
            return 0;
        }

        int info = _buffer[_position++] & 0x1F;
        if (info < 24)
        {
            return (uint)info;
        }

        int size = info == 24 ? 1 : info == 25 ? 2 : info == 26 ? 4 : 0;
        if (size == 0 || size > _end - _position)
        {
            Failed = true;
            return 0;
        }

        uint value = 0;
        for (int i = 0; i < size; i++)
        {
            value = value << 8 | _buffer[_position++];
        }

        uint least = size == 1 ? 24u : size == 2 ? 0x100u : 0x10000u;
        if (value < least || value > greatest)
        {
            Failed = true;
            return 0;
        }

        return value;
    }
}
