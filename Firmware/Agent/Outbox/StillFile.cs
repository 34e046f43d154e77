using System;

namespace Sealcam;

/// <summary>
/// The file of one kept still (PROTOCOL.md 9.1): the still, its segment, and a foot of fixed size that says what they are. The
/// foot comes last, because order and digest are known only then, and because a file that lost its end has none.
/// </summary>
public static class StillFile
{
    /// <summary>Bytes behind the still and its segment.</summary>
    public const int FootBytes = 60;

    /// <summary>Bytes beside the still itself, at most.</summary>
    public const int MoreBytes = Limits.SegmentBytes + FootBytes;

    /// <summary>
    /// Where the device ID lies in a segment of ours: behind the array head and the protected header up to its value.
    /// </summary>
    public const int IdOffset = Segment.HeadBytes + 9;

    private const uint Magic = 0x53434B31;  // "SCK1"
    private const int AtBoot = 4, AtSequence = 8, AtLength = 12, AtSegment = 16, AtDropped = 20, AtDigest = 24, AtCrc = 56;
    private const int Digits = 8, NameLength = 2 * Digits + 7;
    private const string Hex = "0123456789abcdef", Ending = ".still";

    /// <summary>The name: order in hexadecimal of fixed width, so that names sort as orders do.</summary>
    public static string Name(uint boot, uint sequence)
    {
        var name = new char[NameLength];
        PutHex(boot, name, 0);
        name[Digits] = '-';
        PutHex(sequence, name, Digits + 1);
        Ending.ToCharArray().CopyTo(name, NameLength - Ending.Length);
        return new string(name);
    }

    /// <summary>The order that a name says; false for every other name.</summary>
    public static bool TryName(string name, out uint boot, out uint sequence)
    {
        boot = sequence = 0;
        return name != null && name.Length == NameLength && name[Digits] == '-' && name.Substring(NameLength - Ending.Length) == Ending
            && GetHex(name, 0, out boot) && GetHex(name, Digits + 1, out sequence) && boot > 0 && sequence > 0;
    }

    /// <summary>
    /// Writes segment and foot of this still to <paramref name="target"/> (<see cref="MoreBytes"/>) and returns their length.
    /// </summary>
    public static int Encode(KeptStill still, byte[] target)
    {
        int foot = still.SegmentLength;
        Array.Copy(still.Segment, 0, target, 0, foot);
        BigEndian.Put(Magic, target, foot);
        BigEndian.Put(still.BootCount, target, foot + AtBoot);
        BigEndian.Put(still.Sequence, target, foot + AtSequence);
        BigEndian.Put((uint)still.Length, target, foot + AtLength);
        BigEndian.Put((uint)still.SegmentLength, target, foot + AtSegment);
        BigEndian.Put(still.Dropped, target, foot + AtDropped);
        Array.Copy(still.Digest, 0, target, foot + AtDigest, 32);
        BigEndian.Put(Crc32.Compute(target, 0, foot + AtCrc), target, foot + AtCrc);
        return foot + FootBytes;
    }

    /// <summary>
    /// Fills <paramref name="still"/> from the last bytes of a file of <paramref name="fileLength"/> bytes:
    /// <paramref name="count"/> of them, as many as <see cref="MoreBytes"/> or the whole file. False if it is not the end of a
    /// whole one.
    /// </summary>
    public static bool Decode(byte[] end, int count, int fileLength, KeptStill still)
    {
        int foot = count - FootBytes;
        if (foot < 0 || BigEndian.Get(end, foot) != Magic)
        {
            return false;
        }

        uint length = BigEndian.Get(end, foot + AtLength);
        uint segment = BigEndian.Get(end, foot + AtSegment);
        if (segment > Limits.SegmentBytes || segment > foot || segment < IdOffset + 32 || length == 0 || length > Limits.StillBytes
            || length + segment + FootBytes != fileLength
            || BigEndian.Get(end, foot + AtCrc) != Crc32.Compute(end, foot - (int)segment, (int)segment + AtCrc))
        {
            return false;
        }

        still.BootCount = BigEndian.Get(end, foot + AtBoot);
        still.Sequence = BigEndian.Get(end, foot + AtSequence);
        still.Length = (int)length;
        still.SegmentLength = (int)segment;
        still.Dropped = BigEndian.Get(end, foot + AtDropped);
        Array.Copy(end, foot + AtDigest, still.Digest, 0, 32);
        Array.Copy(end, foot - (int)segment, still.Segment, 0, (int)segment);
        still.TriggeredMs = -1;
        still.IsSetAside = still.IsShipping = false;
        return true;
    }

    private static void PutHex(uint value, char[] name, int at)
    {
        for (int i = Digits - 1; i >= 0; i--, value >>= 4)
        {
            name[at + i] = Hex[(int)(value & 15)];
        }
    }

    private static bool GetHex(string name, int at, out uint value)
    {
        value = 0;
        for (int i = at; i < at + Digits; i++)
        {
            int digit = Hex.IndexOf(name[i]);
            if (digit < 0)
            {
                return false;
            }

            value = value << 4 | (uint)digit;
        }

        return true;
    }
}
