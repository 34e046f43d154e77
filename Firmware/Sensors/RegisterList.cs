using System;

namespace Sealcam.Sensors;

/// <summary>
/// Register writes in their order, as the bytes that go over SCCB: address (one or two bytes) and value. Built once, when the
/// settings are known, and sent again after every reset.
/// </summary>
public sealed class RegisterList
{
    private readonly byte[] _bytes;
    private int _used;

    /// <param name="addressBytes">1 or 2.</param>
    /// <param name="most">Writes that it can hold.</param>
    public RegisterList(int addressBytes, int most)
    {
        Stride = addressBytes + 1;
        _bytes = new byte[Stride * most];
    }

    /// <summary>Bytes of one write.</summary>
    public int Stride { get; }

    public int Count => _used / Stride;

    internal byte[] Bytes => _bytes;

    public void Clear() => _used = 0;

    public void Add(int register, int value)
    {
        if (Stride == 3)
        {
            _bytes[_used++] = (byte)(register >> 8);
        }

        _bytes[_used++] = (byte)register;
        _bytes[_used++] = (byte)value;
    }

    /// <summary>A 16-bit value in two registers, the high byte first.</summary>
    public void AddWord(int register, int value)
    {
        Add(register, value >> 8);
        Add(register + 1, value & 0xFF);
    }

    /// <summary>Ready-made writes.</summary>
    public void Add(byte[] writes)
    {
        Array.Copy(writes, 0, _bytes, _used, writes.Length);
        _used += writes.Length;
    }

    /// <summary>The register of a write, for messages.</summary>
    public string Name(int index)
    {
        int at = index * Stride;
        string register = Stride == 3 ? Hex.Word(_bytes[at] << 8 | _bytes[at + 1]) : Hex.Byte(_bytes[at]);
        return register + " = " + Hex.Byte(_bytes[at + Stride - 1]);
    }
}
