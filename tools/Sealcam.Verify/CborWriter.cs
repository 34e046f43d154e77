using System.Buffers.Binary;
using System.Text;

namespace Sealcam.Verify;

/// <summary>Writes the few kinds of CBOR items of the protocol with the shortest heads (RFC 8949 4.2.1).</summary>
internal sealed class CborWriter
{
    private readonly MemoryStream _out = new();

    public void WriteArray(int count) => Head(4, (uint)count);

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        Head(2, (uint)bytes.Length);
        _out.Write(bytes);
    }

    public void WriteText(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Head(3, (uint)bytes.Length);
        _out.Write(bytes);
    }

    public byte[] ToArray() => _out.ToArray();

    private void Head(int major, uint value)
    {
        Span<byte> head = stackalloc byte[5];
        BinaryPrimitives.WriteUInt32BigEndian(head[1..], value);
        int more = value < 24 ? 0 : value <= byte.MaxValue ? 1 : value <= ushort.MaxValue ? 2 : 4;
        int info = more switch { 0 => (int)value, 1 => 24, 2 => 25, _ => 26 };
        _out.WriteByte((byte)(major << 5 | info));
        _out.Write(head[(5 - more)..]);
    }
}
