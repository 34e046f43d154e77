using System;

namespace Sealcam;

/// <summary>What every <see cref="ICipher"/> has in common.</summary>
public static class Aes128
{
    public const int KeyBytes = 16;
    public const int BlockBytes = 16;

    /// <summary>What an <see cref="ICipher"/> does first: native code may answer a wrong length with old memory.</summary>
    /// <exception cref="ArgumentException">As <see cref="ICipher.Encrypt"/> says; its message names the argument.</exception>
    public static void Check(byte[] key, byte[] iv, byte[] data, int offset, int count, byte[] result, int resultOffset)
    {
        Demand(key != null && key.Length == KeyBytes, "the key must have 16 bytes");
        Demand(iv != null && iv.Length == BlockBytes, "the IV must have 16 bytes");
        Demand(count >= 0 && count % BlockBytes == 0, "the bytes to encrypt must be whole blocks of 16");
        Demand(Holds(data, offset, count), "the bytes to encrypt leave their array");
        Demand(Holds(result, resultOffset, count), "the result leaves its array");
    }

    // A sum of offset and count could wrap.
    private static bool Holds(byte[] array, int offset, int count) =>
        array != null && offset >= 0 && offset <= array.Length && count <= array.Length - offset;

    private static void Demand(bool met, string otherwise)
    {
        if (!met)
        {
            throw new ArgumentException(otherwise);
        }
    }
}
