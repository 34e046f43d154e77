namespace Sealcam;

/// <summary>The compression function of SHA-256 (FIPS 180-4, 6.2.2).</summary>
public sealed partial class Sha256
{
    /// <summary>Takes in the 64 bytes from <paramref name="o"/>.</summary>
    /// <remarks>
    /// Every word is held twice, in both halves of 64 bits: a rotation is then one shift whose low half counts, and the garbage
    /// above it falls away when the sum is masked and doubled again (times u). That is a fifth less work for the interpreter than
    /// 32-bit words with two shifts a rotation.
    /// <para>
    /// One method although long: 64 rounds in locals; a call or an array in between would double its time.
    /// </para>
    /// </remarks>
    private void Block(byte[] data, int o)
    {
        ulong[] s = _state;
        uint[] k = _k;
        ulong m = 0xFFFFFFFF, u = 0x100000001;
        ulong a = s[0], b = s[1], c = s[2], d = s[3], e = s[4], f = s[5], g = s[6], h = s[7];
        ulong w0 = (uint)((data[o] << 24) | (data[o + 1] << 16) | (data[o + 2] << 8) | data[o + 3]) * u;
        ulong w1 = (uint)((data[o + 4] << 24) | (data[o + 5] << 16) | (data[o + 6] << 8) | data[o + 7]) * u;
        ulong w2 = (uint)((data[o + 8] << 24) | (data[o + 9] << 16) | (data[o + 10] << 8) | data[o + 11]) * u;
        ulong w3 = (uint)((data[o + 12] << 24) | (data[o + 13] << 16) | (data[o + 14] << 8) | data[o + 15]) * u;
        ulong w4 = (uint)((data[o + 16] << 24) | (data[o + 17] << 16) | (data[o + 18] << 8) | data[o + 19]) * u;
        ulong w5 = (uint)((data[o + 20] << 24) | (data[o + 21] << 16) | (data[o + 22] << 8) | data[o + 23]) * u;
        ulong w6 = (uint)((data[o + 24] << 24) | (data[o + 25] << 16) | (data[o + 26] << 8) | data[o + 27]) * u;
        ulong w7 = (uint)((data[o + 28] << 24) | (data[o + 29] << 16) | (data[o + 30] << 8) | data[o + 31]) * u;
        ulong w8 = (uint)((data[o + 32] << 24) | (data[o + 33] << 16) | (data[o + 34] << 8) | data[o + 35]) * u;
        ulong w9 = (uint)((data[o + 36] << 24) | (data[o + 37] << 16) | (data[o + 38] << 8) | data[o + 39]) * u;
        ulong wA = (uint)((data[o + 40] << 24) | (data[o + 41] << 16) | (data[o + 42] << 8) | data[o + 43]) * u;
        ulong wB = (uint)((data[o + 44] << 24) | (data[o + 45] << 16) | (data[o + 46] << 8) | data[o + 47]) * u;
        ulong wC = (uint)((data[o + 48] << 24) | (data[o + 49] << 16) | (data[o + 50] << 8) | data[o + 51]) * u;
        ulong wD = (uint)((data[o + 52] << 24) | (data[o + 53] << 16) | (data[o + 54] << 8) | data[o + 55]) * u;
        ulong wE = (uint)((data[o + 56] << 24) | (data[o + 57] << 16) | (data[o + 58] << 8) | data[o + 59]) * u;
        ulong wF = (uint)((data[o + 60] << 24) | (data[o + 61] << 16) | (data[o + 62] << 8) | data[o + 63]) * u;
        for (int i = 0; ; i += 16)
        {
            h += ((e >> 6) ^ (e >> 11) ^ (e >> 25)) + (g ^ (e & (f ^ g))) + k[i] + w0;
            d = ((d + h) & m) * u;
            h = ((h + ((a >> 2) ^ (a >> 13) ^ (a >> 22)) + ((a & b) | (c & (a | b)))) & m) * u;
            g += ((d >> 6) ^ (d >> 11) ^ (d >> 25)) + (f ^ (d & (e ^ f))) + k[i + 1] + w1;
            c = ((c + g) & m) * u;
            g = ((g + ((h >> 2) ^ (h >> 13) ^ (h >> 22)) + ((h & a) | (b & (h | a)))) & m) * u;
            f += ((c >> 6) ^ (c >> 11) ^ (c >> 25)) + (e ^ (c & (d ^ e))) + k[i + 2] + w2;
            b = ((b + f) & m) * u;
            f = ((f + ((g >> 2) ^ (g >> 13) ^ (g >> 22)) + ((g & h) | (a & (g | h)))) & m) * u;
            e += ((b >> 6) ^ (b >> 11) ^ (b >> 25)) + (d ^ (b & (c ^ d))) + k[i + 3] + w3;
            a = ((a + e) & m) * u;
            e = ((e + ((f >> 2) ^ (f >> 13) ^ (f >> 22)) + ((f & g) | (h & (f | g)))) & m) * u;
            d += ((a >> 6) ^ (a >> 11) ^ (a >> 25)) + (c ^ (a & (b ^ c))) + k[i + 4] + w4;
            h = ((h + d) & m) * u;
            d = ((d + ((e >> 2) ^ (e >> 13) ^ (e >> 22)) + ((e & f) | (g & (e | f)))) & m) * u;
            c += ((h >> 6) ^ (h >> 11) ^ (h >> 25)) + (b ^ (h & (a ^ b))) + k[i + 5] + w5;
            g = ((g + c) & m) * u;
            c = ((c + ((d >> 2) ^ (d >> 13) ^ (d >> 22)) + ((d & e) | (f & (d | e)))) & m) * u;
            b += ((g >> 6) ^ (g >> 11) ^ (g >> 25)) + (a ^ (g & (h ^ a))) + k[i + 6] + w6;
            f = ((f + b) & m) * u;
            b = ((b + ((c >> 2) ^ (c >> 13) ^ (c >> 22)) + ((c & d) | (e & (c | d)))) & m) * u;
            a += ((f >> 6) ^ (f >> 11) ^ (f >> 25)) + (h ^ (f & (g ^ h))) + k[i + 7] + w7;
            e = ((e + a) & m) * u;
            a = ((a + ((b >> 2) ^ (b >> 13) ^ (b >> 22)) + ((b & c) | (d & (b | c)))) & m) * u;
            h += ((e >> 6) ^ (e >> 11) ^ (e >> 25)) + (g ^ (e & (f ^ g))) + k[i + 8] + w8;
            d = ((d + h) & m) * u;
            h = ((h + ((a >> 2) ^ (a >> 13) ^ (a >> 22)) + ((a & b) | (c & (a | b)))) & m) * u;
            g += ((d >> 6) ^ (d >> 11) ^ (d >> 25)) + (f ^ (d & (e ^ f))) + k[i + 9] + w9;
            c = ((c + g) & m) * u;
            g = ((g + ((h >> 2) ^ (h >> 13) ^ (h >> 22)) + ((h & a) | (b & (h | a)))) & m) * u;
            f += ((c >> 6) ^ (c >> 11) ^ (c >> 25)) + (e ^ (c & (d ^ e))) + k[i + 10] + wA;
            b = ((b + f) & m) * u;
            f = ((f + ((g >> 2) ^ (g >> 13) ^ (g >> 22)) + ((g & h) | (a & (g | h)))) & m) * u;
            e += ((b >> 6) ^ (b >> 11) ^ (b >> 25)) + (d ^ (b & (c ^ d))) + k[i + 11] + wB;
            a = ((a + e) & m) * u;
            e = ((e + ((f >> 2) ^ (f >> 13) ^ (f >> 22)) + ((f & g) | (h & (f | g)))) & m) * u;
            d += ((a >> 6) ^ (a >> 11) ^ (a >> 25)) + (c ^ (a & (b ^ c))) + k[i + 12] + wC;
            h = ((h + d) & m) * u;
            d = ((d + ((e >> 2) ^ (e >> 13) ^ (e >> 22)) + ((e & f) | (g & (e | f)))) & m) * u;
            c += ((h >> 6) ^ (h >> 11) ^ (h >> 25)) + (b ^ (h & (a ^ b))) + k[i + 13] + wD;
            g = ((g + c) & m) * u;
            c = ((c + ((d >> 2) ^ (d >> 13) ^ (d >> 22)) + ((d & e) | (f & (d | e)))) & m) * u;
            b += ((g >> 6) ^ (g >> 11) ^ (g >> 25)) + (a ^ (g & (h ^ a))) + k[i + 14] + wE;
            f = ((f + b) & m) * u;
            b = ((b + ((c >> 2) ^ (c >> 13) ^ (c >> 22)) + ((c & d) | (e & (c | d)))) & m) * u;
            a += ((f >> 6) ^ (f >> 11) ^ (f >> 25)) + (h ^ (f & (g ^ h))) + k[i + 15] + wF;
            e = ((e + a) & m) * u;
            a = ((a + ((b >> 2) ^ (b >> 13) ^ (b >> 22)) + ((b & c) | (d & (b | c)))) & m) * u;
            if (i == 48)
            {
                break;
            }

            w0 += w9 + ((w1 >> 7) ^ (w1 >> 18) ^ ((w1 & m) >> 3)) + ((wE >> 17) ^ (wE >> 19) ^ ((wE & m) >> 10));
            w0 = (w0 & m) * u;
            w1 += wA + ((w2 >> 7) ^ (w2 >> 18) ^ ((w2 & m) >> 3)) + ((wF >> 17) ^ (wF >> 19) ^ ((wF & m) >> 10));
            w1 = (w1 & m) * u;
            w2 += wB + ((w3 >> 7) ^ (w3 >> 18) ^ ((w3 & m) >> 3)) + ((w0 >> 17) ^ (w0 >> 19) ^ ((w0 & m) >> 10));
            w2 = (w2 & m) * u;
            w3 += wC + ((w4 >> 7) ^ (w4 >> 18) ^ ((w4 & m) >> 3)) + ((w1 >> 17) ^ (w1 >> 19) ^ ((w1 & m) >> 10));
            w3 = (w3 & m) * u;
            w4 += wD + ((w5 >> 7) ^ (w5 >> 18) ^ ((w5 & m) >> 3)) + ((w2 >> 17) ^ (w2 >> 19) ^ ((w2 & m) >> 10));
            w4 = (w4 & m) * u;
            w5 += wE + ((w6 >> 7) ^ (w6 >> 18) ^ ((w6 & m) >> 3)) + ((w3 >> 17) ^ (w3 >> 19) ^ ((w3 & m) >> 10));
            w5 = (w5 & m) * u;
            w6 += wF + ((w7 >> 7) ^ (w7 >> 18) ^ ((w7 & m) >> 3)) + ((w4 >> 17) ^ (w4 >> 19) ^ ((w4 & m) >> 10));
            w6 = (w6 & m) * u;
            w7 += w0 + ((w8 >> 7) ^ (w8 >> 18) ^ ((w8 & m) >> 3)) + ((w5 >> 17) ^ (w5 >> 19) ^ ((w5 & m) >> 10));
            w7 = (w7 & m) * u;
            w8 += w1 + ((w9 >> 7) ^ (w9 >> 18) ^ ((w9 & m) >> 3)) + ((w6 >> 17) ^ (w6 >> 19) ^ ((w6 & m) >> 10));
            w8 = (w8 & m) * u;
            w9 += w2 + ((wA >> 7) ^ (wA >> 18) ^ ((wA & m) >> 3)) + ((w7 >> 17) ^ (w7 >> 19) ^ ((w7 & m) >> 10));
            w9 = (w9 & m) * u;
            wA += w3 + ((wB >> 7) ^ (wB >> 18) ^ ((wB & m) >> 3)) + ((w8 >> 17) ^ (w8 >> 19) ^ ((w8 & m) >> 10));
            wA = (wA & m) * u;
            wB += w4 + ((wC >> 7) ^ (wC >> 18) ^ ((wC & m) >> 3)) + ((w9 >> 17) ^ (w9 >> 19) ^ ((w9 & m) >> 10));
            wB = (wB & m) * u;
            wC += w5 + ((wD >> 7) ^ (wD >> 18) ^ ((wD & m) >> 3)) + ((wA >> 17) ^ (wA >> 19) ^ ((wA & m) >> 10));
            wC = (wC & m) * u;
            wD += w6 + ((wE >> 7) ^ (wE >> 18) ^ ((wE & m) >> 3)) + ((wB >> 17) ^ (wB >> 19) ^ ((wB & m) >> 10));
            wD = (wD & m) * u;
            wE += w7 + ((wF >> 7) ^ (wF >> 18) ^ ((wF & m) >> 3)) + ((wC >> 17) ^ (wC >> 19) ^ ((wC & m) >> 10));
            wE = (wE & m) * u;
            wF += w8 + ((w0 >> 7) ^ (w0 >> 18) ^ ((w0 & m) >> 3)) + ((wD >> 17) ^ (wD >> 19) ^ ((wD & m) >> 10));
            wF = (wF & m) * u;
        }
        s[0] = ((s[0] + a) & m) * u;
        s[1] = ((s[1] + b) & m) * u;
        s[2] = ((s[2] + c) & m) * u;
        s[3] = ((s[3] + d) & m) * u;
        s[4] = ((s[4] + e) & m) * u;
        s[5] = ((s[5] + f) & m) * u;
        s[6] = ((s[6] + g) & m) * u;
        s[7] = ((s[7] + h) & m) * u;
    }
}
