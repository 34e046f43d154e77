namespace Sealcam;

/// <summary>Reed-Solomon check bytes over GF(256) with the polynomial 0x11D and the generator 2 (ISO/IEC 18004 7.5).</summary>
public static class ReedSolomon
{
    /// <summary>Writes <paramref name="check"/> check bytes behind the first <paramref name="data"/> bytes.</summary>
    public static void Append(byte[] codewords, int data, int check)
    {
        var divisor = Divisor(check);
        for (int i = 0; i < data; i++)
        {
            int factor = codewords[i] ^ codewords[data];
            for (int j = 0; j < check - 1; j++)
            {
                codewords[data + j] = (byte)(codewords[data + j + 1] ^ Multiply(divisor[j], factor));
            }

            codewords[data + check - 1] = (byte)Multiply(divisor[check - 1], factor);
        }
    }

    /// <summary>Coefficients of (x - 1)(x - 2)(x - 4)..., the leading 1 left out, highest power first.</summary>
    private static byte[] Divisor(int degree)
    {
        var result = new byte[degree];
        result[degree - 1] = 1;
        int root = 1;
        for (int i = 0; i < degree; i++)
        {
            for (int j = 0; j < degree; j++)
            {
                int next = j + 1 < degree ? result[j + 1] : 0;
                result[j] = (byte)(Multiply(result[j], root) ^ next);
            }

            root = Multiply(root, 2);
        }

        return result;
    }

    private static int Multiply(int a, int b)
    {
        int product = 0;
        for (int bit = 7; bit >= 0; bit--)
        {
            product = product << 1 ^ (product >> 7) * 0x11D;
            product ^= (b >> bit & 1) * a;
        }

        return product;
    }
}
