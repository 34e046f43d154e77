using System;
using System.Security.Cryptography;

namespace Sealcam.Esp32;

/// <summary>
/// nanoFramework's Aes as far as NativeCipher uses it, with the ways of its native part (nf-interpreter:
/// src/nanoFramework.System.Security.Cryptography, ..._Aes.cpp): what Mbed TLS answers is ignored, and what comes out of a call
/// that failed is what its work buffer held.
/// </summary>
internal sealed class Aes(CipherMode mode)
{
    // malloc gives the block that was freed last to the next call of the same size.
    [ThreadStatic]
    private static byte[] s_freed;

    /// <summary>The AES unit finds no memory after so many bytes; below 0: it always does.</summary>
    [field: ThreadStatic]
    public static int Room { get; set; }

    /// <summary>Where it fails, newer drivers of the unit write zeros; older ones leave what is there.</summary>
    [field: ThreadStatic]
    public static bool Zeroes { get; set; }

    /// <summary>Contexts that were never freed.</summary>
    [field: ThreadStatic]
    public static int Leaked { get; private set; }

    public CipherMode Mode { get; set; } = mode;

    public byte[] Key { get; set; }

    public byte[] IV { get; set; }

    public byte[] Encrypt(byte[] data)
    {
        if (Key == null)
        {
            throw new InvalidOperationException();
        }

        if (data.Length % 16 != 0)
        {
            throw new ArgumentException(null);
        }

        if (Key.Length != 16)
        {
            Leaked++;
            throw new ArgumentException(null);
        }

        byte[] work = s_freed?.Length == data.Length ? s_freed : Filled(data.Length);
        s_freed = work;
        if (Mode != CipherMode.CBC || IV?.Length == 16)
        {
            int done = Room < 0 ? data.Length : Math.Min(data.Length, Room / 16 * 16);
            Blocks(data)[..done].CopyTo(work);
            if (Zeroes)
            {
                work.AsSpan(done).Clear();
            }
        }

        return (byte[])work.Clone();
    }

    private Span<byte> Blocks(byte[] data)
    {
        using var aes = System.Security.Cryptography.Aes.Create();
        aes.Key = Key;
        return Mode == CipherMode.CBC ? aes.EncryptCbc(data, IV, PaddingMode.None) : aes.EncryptEcb(data, PaddingMode.None);
    }

    private static byte[] Filled(int length)
    {
        byte[] memory = new byte[length];
        Array.Fill(memory, (byte)0xA5);
        return memory;
    }
}
