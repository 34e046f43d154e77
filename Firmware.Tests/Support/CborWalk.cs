namespace Sealcam.Tests;

/// <summary>
/// Reads deterministic CBOR item by item as PROTOCOL.md says a verifier must. Written apart from the agent's own reader, so that
/// one does not hide the other's mistakes. What is wrong shows in <see cref="Good"/>.
/// </summary>
public sealed class CborWalk
{
    private readonly byte[] _bytes;
    private int _at;
    private readonly int _end;

    public CborWalk(byte[] bytes, int offset, int count)
    {
        _bytes = bytes;
        _at = offset;
        _end = offset + count;
    }

    public bool Good = true;

    /// <summary>Where the content of the last byte string starts.</summary>
    public int Place;

    public bool AtEnd => Good && _at == _end;

    public bool IsNext(int value) => _at < _end && _bytes[_at] == value;

    /// <summary>The head of the next item, which must be of this major type; its value.</summary>
    public uint Head(int major)
    {
        if (!Good || _at >= _end || _bytes[_at] >> 5 != major)
        {
            Good = false;
            return 0;
        }

        int info = _bytes[_at++] & 31;
        int more = info < 24 ? 0 : info == 24 ? 1 : info == 25 ? 2 : info == 26 ? 4 : -1;
        if (more < 0 || _at + more > _end)
        {
            Good = false;
            return 0;
        }

        uint value = more == 0 ? (uint)info : 0;
        for (int i = 0; i < more; i++)
        {
            value = value * 256 + _bytes[_at++];
        }

        Good &= more == 0 || (more == 1 ? value > 23 : more == 2 ? value > 0xFF : value > 0xFFFF);
        return value;
    }

    public uint UInt() => Head(0);

    /// <summary>A byte string; its length. Its content starts at <see cref="Place"/>.</summary>
    public int ByteString()
    {
        int count = (int)Head(2);
        Place = _at;
        Good &= count <= _end - _at;
        _at += Good ? count : 0;
        return Good ? count : 0;
    }

    /// <summary>Passes over one byte, which must be this.</summary>
    public void Byte(int value)
    {
        Good &= IsNext(value);
        _at++;
    }
}
