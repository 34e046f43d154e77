namespace Sealcam.Tests.Models;

/// <summary>Puts a command together as its bytes come in: 56 SN CMD LEN and LEN bytes. Bytes before 56 are passed over.</summary>
public sealed class Vc0706Command
{
    private const int Sign = 0x56, HeadBytes = 4, LengthAt = 3;

    private readonly byte[] _bytes = new byte[20];
    private int _taken;

    /// <summary>A byte of the last whole command.</summary>
    public byte this[int index] => _bytes[index];

    /// <summary>True with the last byte of a command; the next one begins a new command.</summary>
    public bool Take(byte value)
    {
        if (_taken == 0 && value != Sign)
        {
            return false;
        }

        _bytes[_taken++] = value;
        bool whole = _taken >= HeadBytes && _taken >= HeadBytes + _bytes[LengthAt];
        if (whole || _taken == _bytes.Length)
        {
            _taken = 0;
        }

        return whole;
    }

    /// <summary>Four bytes, the highest first.</summary>
    public int Word(int at) => _bytes[at] << 24 | _bytes[at + 1] << 16 | _bytes[at + 2] << 8 | _bytes[at + 3];
}
