using System.Buffers.Binary;
using System.Text.Unicode;

namespace Sealcam.Verify;

/// <summary>
/// Walks the CBOR that a token is made of, and nothing else: shortest heads (RFC 8949 4.2.1), definite lengths, numbers below
/// 2^32, no tags and no floats. The caller says what must come next, so that depth and count are bounded by the caller's own
/// text. Anything else sets <see cref="Failed"/>, which stays set; values read after that are zero or empty.
/// </summary>
internal ref struct CborCursor(ReadOnlySpan<byte> bytes)
{
    private const int Unsigned = 0, Negative = 1, Bytes = 2, Text = 3, Array = 4, Map = 5, Simple = 7;
    private const int False = 20, True = 21, Null = 22;

    private ReadOnlySpan<byte> _rest = bytes;

    public bool Failed { get; private set; }

    /// <summary>True if everything was walked and was right.</summary>
    public readonly bool Done => !Failed && _rest.IsEmpty;

    public uint ReadArray() => Read(Array);

    public uint ReadMap() => Read(Map);

    public uint ReadUnsigned(uint least = 0, uint most = uint.MaxValue)
    {
        uint value = Read(Unsigned);
        Failed |= value < least || value > most;
        return value;
    }

    /// <summary>A map key, negative ones included; <see cref="long.MinValue"/> if there is none.</summary>
    public long ReadKey()
    {
        Head(out int major, out uint value);
        Failed |= major is not (Unsigned or Negative);
        return Failed ? long.MinValue : major == Unsigned ? value : -1 - (long)value;
    }

    public ReadOnlySpan<byte> ReadBytes(int least, int most) => Take(Read(Bytes), least, most);

    /// <summary>Null for the CBOR null, which is also what a failed read gives.</summary>
    public uint? ReadUnsignedOrNull(uint most = uint.MaxValue)
    {
        Head(out int major, out uint value);
        Failed |= major == Unsigned ? value > most : major != Simple || value != Null;
        return Failed || major == Simple ? null : value;
    }

    /// <summary>A negative number not below <paramref name="least"/>, or null.</summary>
    public int? ReadNegativeOrNull(int least)
    {
        Head(out int major, out uint value);
        Failed |= major == Negative ? value > -1 - least : major != Simple || value != Null;
        return Failed || major == Simple ? null : -1 - (int)value;
    }

    /// <summary>Walks over an element that a later version may add (PROTOCOL.md 2.3).</summary>
    public void SkipExtra()
    {
        Head(out int major, out uint value);
        switch (major)
        {
            case Unsigned:
            case Simple when value is False or True or Null:
                return;
            case Bytes:
                Take(value, 0, Protocol.ExtraBytesMax);
                return;
            case Text:
                Failed |= !Utf8.IsValid(Take(value, 0, Protocol.ExtraBytesMax));
                return;
            default:
                Failed = true;
                return;
        }
    }

    private uint Read(int wanted)
    {
        Head(out int major, out uint value);
        Failed |= major != wanted;
        return Failed ? 0 : value;
    }

    private ReadOnlySpan<byte> Take(uint length, int least, int most)
    {
        Failed |= length < least || length > most || length > _rest.Length;
        if (Failed)
        {
            return default;
        }

        ReadOnlySpan<byte> taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }

    /// <summary>Reads one head (RFC 8949 3). The 8-byte form is never shortest for a number below 2^32.</summary>
    private void Head(out int major, out uint value)
    {
        major = -1;
        value = 0;
        if (Failed || _rest.IsEmpty)
        {
            Failed = true;
            return;
        }

        int info = _rest[0] & 31;
        int more = info switch { < 24 => 0, 24 => 1, 25 => 2, 26 => 4, _ => int.MaxValue };
        if (more > _rest.Length - 1)
        {
            Failed = true;
            return;
        }

        ReadOnlySpan<byte> tail = _rest.Slice(1, more);
        value = more switch
        {
            0 => (uint)info,
            1 => tail[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(tail),
            _ => BinaryPrimitives.ReadUInt32BigEndian(tail),
        };
        major = _rest[0] >> 5;
        Failed = more switch { 0 => false, 1 => value < 24, 2 => value <= byte.MaxValue, _ => value <= ushort.MaxValue };
        _rest = _rest[(1 + more)..];
    }
}
