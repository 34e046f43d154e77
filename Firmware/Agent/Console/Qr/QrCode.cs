using System;

namespace Sealcam;

/// <summary>
/// A QR code (ISO/IEC 18004) of one fixed kind: version 3, level M, alphanumeric mode, mask 0; that is up to 61 characters of
/// 0-9, A-Z
/// and " $%*+-./:". Any reader takes any mask; the choice of the least disturbing one is left out. Rows are bits of one uint
/// each.
/// </summary>
public sealed class QrCode
{
    /// <summary>Modules of a side, and with the quiet zone of 4 around them.</summary>
    public const int Size = 29, Drawn = Size + 2 * Quiet;

    private const int Quiet = 4, MostChars = 61;
    private const int DataBytes = 44, CheckBytes = 26;
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    /// <summary>Level M (00) and mask 0 (000) with their BCH check bits, XOR 101010000010010 (7.9.1).</summary>
    private const int FormatBits = 0x5412;

    private readonly uint[] _dark = new uint[Size];
    private readonly uint[] _fixed = new uint[Size];

    /// <summary>Throws ArgumentException if the text is too long or has a character that the mode has not.</summary>
    public QrCode(string text)
    {
        if (text.Length > MostChars)
        {
            throw new ArgumentException("text");
        }

        DrawPatterns();
        var codewords = new byte[DataBytes + CheckBytes];
        Encode(text, codewords);
        ReedSolomon.Append(codewords, DataBytes, CheckBytes);
        Place(codewords);
        DrawFormat();
    }

    /// <summary>A module, counted from the corner of the quiet zone, which is light.</summary>
    public bool IsDark(int x, int y)
    {
        x -= Quiet;
        y -= Quiet;
        return x >= 0 && y >= 0 && x < Size && y < Size && (_dark[y] >> x & 1) != 0;
    }

    private static void Encode(string text, byte[] data)
    {
        int at = Put(data, 0, 2, 4);          // alphanumeric mode
        at = Put(data, at, text.Length, 9);   // character count of versions 1 to 9
        for (int i = 0; i < text.Length; i += 2)
        {
            int first = Alphabet.IndexOf(text[i]);
            int second = i + 1 < text.Length ? Alphabet.IndexOf(text[i + 1]) : 0;
            if (first < 0 || second < 0)
            {
                throw new ArgumentException("text");
            }

            at = i + 1 < text.Length ? Put(data, at, first * 45 + second, 11) : Put(data, at, first, 6);
        }

        // Terminator of up to four zeros, zeros up to a whole byte, then the two pad bytes in turn.
        at = at + 4 > DataBytes * 8 ? DataBytes * 8 : at + 4;
        int pad = 0xEC;
        for (int i = (at + 7) / 8; i < DataBytes; i++)
        {
            data[i] = (byte)pad;
            pad ^= 0xEC ^ 0x11;
        }
    }

    private static int Put(byte[] data, int at, int value, int bits)
    {
        for (int i = bits - 1; i >= 0; i--, at++)
        {
            data[at / 8] |= (byte)((value >> i & 1) << (7 - at % 8));
        }

        return at;
    }

    private void DrawPatterns()
    {
        Finder(0, 0);
        Finder(Size - 7, 0);
        Finder(0, Size - 7);
        for (int i = 8; i < Size - 8; i++)
        {
            Fix(i, 6, i % 2 == 0);
            Fix(6, i, i % 2 == 0);
        }

        // The one alignment pattern of version 3 is centred on (22, 22).
        for (int y = -2; y <= 2; y++)
        {
            for (int x = -2; x <= 2; x++)
            {
                Fix(22 + x, 22 + y, x == -2 || x == 2 || y == -2 || y == 2 || x == 0 && y == 0);
            }
        }

        // Room for the format bits; the module at (8, 21) is always dark.
        for (int i = 0; i < 9; i++)
        {
            Fix(8, i, i == 6);
            Fix(i, 8, i == 6);
        }

        for (int i = Size - 8; i < Size; i++)
        {
            Fix(8, i, i == Size - 8);
            Fix(i, 8, false);
        }
    }

    private void Finder(int left, int top)
    {
        for (int y = -1; y <= 7; y++)
        {
            for (int x = -1; x <= 7; x++)
            {
                if (left + x < 0 || top + y < 0 || left + x >= Size || top + y >= Size)
                {
                    continue;
                }

                bool ring = x >= 0 && x <= 6 && y >= 0 && y <= 6 && (x == 0 || x == 6 || y == 0 || y == 6);
                bool core = x >= 2 && x <= 4 && y >= 2 && y <= 4;
                Fix(left + x, top + y, ring || core);
            }
        }
    }

    private void Fix(int x, int y, bool dark)
    {
        uint bit = 1u << x;
        _fixed[y] |= bit;
        _dark[y] = dark ? _dark[y] | bit : _dark[y] & ~bit;
    }

    /// <summary>
    /// Two columns at a time from the right, upwards and downwards in turn, past column 6 (7.7.3); mask 0 is (x + y) even.
    /// </summary>
    private void Place(byte[] codewords)
    {
        int at = 0;
        bool up = true;
        for (int right = Size - 1; right > 0; right -= 2)
        {
            right = right == 6 ? 5 : right;
            for (int i = 0; i < Size; i++)
            {
                int y = up ? Size - 1 - i : i;
                for (int x = right; x >= right - 1; x--)
                {
                    if ((_fixed[y] >> x & 1) == 0)
                    {
                        int bit = at < codewords.Length * 8 ? codewords[at / 8] >> (7 - at % 8) & 1 : 0;
                        bit ^= (x + y) % 2 == 0 ? 1 : 0;
                        _dark[y] |= (uint)bit << x;
                        at++;
                    }
                }
            }

            up = !up;
        }
    }

    /// <summary>The 15 format bits, twice (7.9, figure 25), bit 14 first.</summary>
    private void DrawFormat()
    {
        for (int i = 0; i < 15; i++)
        {
            bool dark = (FormatBits >> i & 1) != 0;
            Fix(8, i < 6 ? i : i < 8 ? i + 1 : Size - 15 + i, dark);
            Fix(i < 8 ? Size - 1 - i : i == 8 ? 7 : 14 - i, 8, dark);
        }

        Fix(8, Size - 8, true);
    }
}
