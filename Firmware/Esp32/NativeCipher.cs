using System;
using System.Security.Cryptography;

namespace Sealcam.Esp32;

/// <summary>AES-128-CBC of the firmware's Mbed TLS, on the chip's AES unit.</summary>
/// <remarks>
/// The native code (nf-interpreter:src/nanoFramework.System.Security.Cryptography, ..._Aes.cpp) takes whole arrays and keys of
/// 16 bytes, chains within one call, and leaves IV and input as they are. Its traps: it ignores what Mbed TLS answers, so that
/// an IV of another length, or an AES unit that finds no memory for its DMA (ESP32-S3), still gives a result: what lay in freed
/// memory, or zeros. A key of another length leaks a context. Its work buffer is not wiped, so nothing is decrypted here.
/// Lengths are therefore checked first, and the last block is computed again by the managed twin: the unit goes through the
/// blocks in order and stops where it fails.
/// </remarks>
public sealed class NativeCipher : ICipher
{
    private const int BlockBytes = Aes128.BlockBytes;

    private readonly ManagedCipher _twin = new ManagedCipher();
    private readonly byte[] _before = new byte[BlockBytes];
    private readonly byte[] _last = new byte[BlockBytes];

    // Chunks of one length come in a row, so one array serves most of them.
    private byte[] _part = new byte[0];

    public void Encrypt(byte[] key, byte[] iv, byte[] data, int offset, int count, byte[] result, int resultOffset)
    {
        Aes128.Check(key, iv, data, offset, count, result, resultOffset);
        if (count == 0)
        {
            return;
        }

        // Made for ECB, which draws no random IV only to lose it again. It refers to key and IV, and goes with the call.
        var aes = new Aes(CipherMode.ECB) { Mode = CipherMode.CBC, Key = key, IV = iv };
        byte[] source = offset == 0 && count == data.Length ? data : Part(data, offset, count), made;
        try
        {
            made = aes.Encrypt(source);
        }
        finally
        {
            // A copy of the caller's bytes must not outlive the call.
            Array.Clear(_part, 0, _part.Length);
        }

        Array.Copy(count == BlockBytes ? iv : made, count == BlockBytes ? 0 : count - 2 * BlockBytes, _before, 0, BlockBytes);
        _twin.Encrypt(key, _before, data, offset + count - BlockBytes, BlockBytes, _last, 0);
        if (!BigEndian.Same(_last, 0, made, count - BlockBytes, BlockBytes))
        {
            Array.Clear(made, 0, count);
            throw new InvalidOperationException("the chip's AES gave a wrong result: too little internal memory?");
        }

        Array.Copy(made, 0, result, resultOffset, count);
    }

    private byte[] Part(byte[] data, int offset, int count)
    {
        if (_part.Length != count)
        {
            _part = new byte[count];
        }

        Array.Copy(data, offset, _part, 0, count);
        return _part;
    }
}
