using System;

namespace Sealcam;

/// <summary>
/// Finds Improv Wi-Fi Serial frames (improv-wifi.com/serial) among typed bytes: "IMPROV", version 1, type, length, data, and
/// the sum of all of them in one byte.
/// </summary>
public sealed class ImprovScanner
{
    /// <summary>
    /// What a byte was: part of something that is not over; typing; the end of a good frame, or of one whose sum is wrong.
    /// </summary>
    public const int Pending = 0, Typing = 1, Good = 2, Bad = 3;

    /// <summary>What looked like a header is none: its bytes are typing, and this byte is to be fed again after Clear.</summary>
    public const int Mismatch = 4;

    /// <summary>Bytes before the type: "IMPROV" and the version.</summary>
    public const int HeaderBytes = 7;

    private const int FrontBytes = 9;

    private static readonly byte[] Header = { 0x49, 0x4D, 0x50, 0x52, 0x4F, 0x56, 1 };

    /// <summary>The bytes so far.</summary>
    public readonly byte[] Frame = new byte[FrontBytes + 255 + 1];

    public int Count { get; private set; }

    /// <summary>Stands within what may be a header.</summary>
    public bool IsHeader => Count > 0 && Count < HeaderBytes;

    /// <summary>It is one, most likely: nobody types "IMPR" in capitals and stops there, but radio bridges part a frame anywhere.</summary>
    public bool IsLikely => Count > 3;

    /// <summary>Stands within a frame.</summary>
    public bool IsFrame => Count >= HeaderBytes;

    public int Type => Frame[7];

    /// <summary>Bytes of data, from index 9 on.</summary>
    public int DataLength => Frame[8];

    public const int DataOffset = FrontBytes;

    public int Feed(int value)
    {
        if (Count < HeaderBytes && value != Header[Count])
        {
            return Count == 0 ? Typing : Mismatch;
        }

        Frame[Count++] = (byte)value;
        if (Count <= FrontBytes || Count < FrontBytes + DataLength + 1)
        {
            return Pending;
        }

        return Sum(Frame, Count - 1) == Frame[Count - 1] ? Good : Bad;
    }

    /// <summary>Forgets the bytes, among which may be a password.</summary>
    public void Clear()
    {
        Array.Clear(Frame, 0, Count);
        Count = 0;
    }

    /// <summary>Writes "IMPROV" and the version.</summary>
    public static void WriteHeader(byte[] frame) => Array.Copy(Header, 0, frame, 0, HeaderBytes);

    public static byte Sum(byte[] frame, int count)
    {
        int sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += frame[i];
        }

        return (byte)sum;
    }
}
