using System;
using System.Security.Cryptography;

namespace Sealcam.Host;

/// <summary>AES-128-CBC by the platform's own library: what a board's native AES is to an ESP32.</summary>
public sealed class HostCipher : ICipher
{
    public void Encrypt(byte[] key, byte[] iv, byte[] data, int offset, int count, byte[] result, int resultOffset)
    {
        Aes128.Check(key, iv, data, offset, count, result, resultOffset);
        using var aes = Aes.Create();
        aes.Key = key;
        aes.EncryptCbc(data.AsSpan(offset, count), iv, result.AsSpan(resultOffset, count), PaddingMode.None);
    }
}
