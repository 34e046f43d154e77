using System;

namespace Sealcam;

/// <summary>
/// AES-128-CBC in managed code: for boards whose firmware has no native one, for tests, and to check the native one by.
/// </summary>
/// <remarks>
/// Allocates nothing after construction. Not for two threads at once.
/// <para>
/// Its table lookups depend on key and data. With the table in ESP32's internal SRAM, which has no data cache, each takes the
/// same time; on a board whose managed heap is PSRAM the table is behind that memory's cache, eight lines of 32 bytes. To learn
/// from that, an attacker needs code of their own on the chip, or times to some clock cycles through an interpreter that spends
/// hundreds on each lookup. A camera runs nobody else's code, its network sees whole requests, and whoever holds the board reads
/// its keys from flash anyhow: here it is acceptable. Where a stranger's code shares the processor it is not.
/// </para>
/// </remarks>
public sealed class ManagedCipher : ICipher
{
    private const int Rounds = 10;

    // FIPS 197, 5.1.1: the inverse in GF(2^8), then the affine map. 268 bytes of heap.
    private static readonly byte[] _box =
    {
        0x63, 0x7C, 0x77, 0x7B, 0xF2, 0x6B, 0x6F, 0xC5, 0x30, 0x01, 0x67, 0x2B, 0xFE, 0xD7, 0xAB, 0x76,
        0xCA, 0x82, 0xC9, 0x7D, 0xFA, 0x59, 0x47, 0xF0, 0xAD, 0xD4, 0xA2, 0xAF, 0x9C, 0xA4, 0x72, 0xC0,
        0xB7, 0xFD, 0x93, 0x26, 0x36, 0x3F, 0xF7, 0xCC, 0x34, 0xA5, 0xE5, 0xF1, 0x71, 0xD8, 0x31, 0x15,
        0x04, 0xC7, 0x23, 0xC3, 0x18, 0x96, 0x05, 0x9A, 0x07, 0x12, 0x80, 0xE2, 0xEB, 0x27, 0xB2, 0x75,
        0x09, 0x83, 0x2C, 0x1A, 0x1B, 0x6E, 0x5A, 0xA0, 0x52, 0x3B, 0xD6, 0xB3, 0x29, 0xE3, 0x2F, 0x84,
        0x53, 0xD1, 0x00, 0xED, 0x20, 0xFC, 0xB1, 0x5B, 0x6A, 0xCB, 0xBE, 0x39, 0x4A, 0x4C, 0x58, 0xCF,
        0xD0, 0xEF, 0xAA, 0xFB, 0x43, 0x4D, 0x33, 0x85, 0x45, 0xF9, 0x02, 0x7F, 0x50, 0x3C, 0x9F, 0xA8,
        0x51, 0xA3, 0x40, 0x8F, 0x92, 0x9D, 0x38, 0xF5, 0xBC, 0xB6, 0xDA, 0x21, 0x10, 0xFF, 0xF3, 0xD2,
        0xCD, 0x0C, 0x13, 0xEC, 0x5F, 0x97, 0x44, 0x17, 0xC4, 0xA7, 0x7E, 0x3D, 0x64, 0x5D, 0x19, 0x73,
        0x60, 0x81, 0x4F, 0xDC, 0x22, 0x2A, 0x90, 0x88, 0x46, 0xEE, 0xB8, 0x14, 0xDE, 0x5E, 0x0B, 0xDB,
        0xE0, 0x32, 0x3A, 0x0A, 0x49, 0x06, 0x24, 0x5C, 0xC2, 0xD3, 0xAC, 0x62, 0x91, 0x95, 0xE4, 0x79,
        0xE7, 0xC8, 0x37, 0x6D, 0x8D, 0xD5, 0x4E, 0xA9, 0x6C, 0x56, 0xF4, 0xEA, 0x65, 0x7A, 0xAE, 0x08,
        0xBA, 0x78, 0x25, 0x2E, 0x1C, 0xA6, 0xB4, 0xC6, 0xE8, 0xDD, 0x74, 0x1F, 0x4B, 0xBD, 0x8B, 0x8A,
        0x70, 0x3E, 0xB5, 0x66, 0x48, 0x03, 0xF6, 0x0E, 0x61, 0x35, 0x57, 0xB9, 0x86, 0xC1, 0x1D, 0x9E,
        0xE1, 0xF8, 0x98, 0x11, 0x69, 0xD9, 0x8E, 0x94, 0x9B, 0x1E, 0x87, 0xE9, 0xCE, 0x55, 0x28, 0xDF,
        0x8C, 0xA1, 0x89, 0x0D, 0xBF, 0xE6, 0x42, 0x68, 0x41, 0x99, 0x2D, 0x0F, 0xB0, 0x54, 0xBB, 0x16,
    };

    // FIPS 197, 5.2. Four words in a row are enough to find the key: it is wiped after every call.
    private readonly uint[] _schedule = new uint[4 * (Rounds + 1)];

    // The columns of the state; between two blocks, those of the ciphertext that the next block is chained to.
    private uint _a, _b, _c, _d;

    public void Encrypt(byte[] key, byte[] iv, byte[] data, int offset, int count, byte[] result, int resultOffset)
    {
        Aes128.Check(key, iv, data, offset, count, result, resultOffset);
        Expand(key);
        _a = BigEndian.Get(iv, 0);
        _b = BigEndian.Get(iv, 4);
        _c = BigEndian.Get(iv, 8);
        _d = BigEndian.Get(iv, 12);
        for (int end = offset + count; offset < end; offset += Aes128.BlockBytes, resultOffset += Aes128.BlockBytes)
        {
            _a ^= BigEndian.Get(data, offset);
            _b ^= BigEndian.Get(data, offset + 4);
            _c ^= BigEndian.Get(data, offset + 8);
            _d ^= BigEndian.Get(data, offset + 12);
            Block();
            BigEndian.Put(_a, result, resultOffset);
            BigEndian.Put(_b, result, resultOffset + 4);
            BigEndian.Put(_c, result, resultOffset + 8);
            BigEndian.Put(_d, result, resultOffset + 12);
        }

        Array.Clear(_schedule, 0, _schedule.Length);
    }

    private void Expand(byte[] key)
    {
        uint[] w = _schedule;
        for (int i = 0; i < 4; i++)
        {
            w[i] = BigEndian.Get(key, 4 * i);
        }

        int constant = 1;
        for (int i = 4; i < w.Length; i++)
        {
            uint t = w[i - 1];
            if (i % 4 == 0)
            {
                t = t << 8 | t >> 24;
                t = Substitute(t, t, t, t) ^ (uint)constant << 24;
                constant = constant << 1 ^ (constant >> 7) * 0x11B;
            }

            w[i] = w[i - 4] ^ t;
        }
    }

    // FIPS 197, 5.1. ShiftRows is in the order of the arguments: the row r of a column comes from the column r further on.
    private void Block()
    {
        uint[] w = _schedule;
        uint a = _a ^ w[0], b = _b ^ w[1], c = _c ^ w[2], d = _d ^ w[3];
        for (int i = 4; i < 4 * Rounds; i += 4)
        {
            uint e = Mix(Substitute(a, b, c, d)) ^ w[i];
            uint f = Mix(Substitute(b, c, d, a)) ^ w[i + 1];
            uint g = Mix(Substitute(c, d, a, b)) ^ w[i + 2];
            d = Mix(Substitute(d, a, b, c)) ^ w[i + 3];
            a = e;
            b = f;
            c = g;
        }

        _a = Substitute(a, b, c, d) ^ w[4 * Rounds];
        _b = Substitute(b, c, d, a) ^ w[4 * Rounds + 1];
        _c = Substitute(c, d, a, b) ^ w[4 * Rounds + 2];
        _d = Substitute(d, a, b, c) ^ w[4 * Rounds + 3];
    }

    private static uint Substitute(uint a, uint b, uint c, uint d)
    {
        byte[] box = _box;
        return (uint)(box[(int)(a >> 24)] << 24 | box[(int)(b >> 16 & 0xFF)] << 16
            | box[(int)(c >> 8 & 0xFF)] << 8 | box[(int)(d & 0xFF)]);
    }

    // MixColumns of one column, its four bytes doubled in GF(2^8) side by side: a row is 2x + 3 times the next + the other two.
    private static uint Mix(uint column)
    {
        uint doubled = (column & 0x7F7F7F7F) << 1 ^ (column >> 7 & 0x01010101) * 0x1B;
        uint tripled = doubled ^ column;
        return doubled ^ (tripled << 8 | tripled >> 24) ^ (column << 16 | column >> 16) ^ (column << 24 | column >> 8);
    }
}
