using System;
using System.Security.Cryptography;

namespace Sealcam.Host;

/// <summary>HMAC-SHA256 by the platform's own library: what a board's native HMAC is to an ESP32.</summary>
public sealed class HostMac : IMac
{
    public void Compute(byte[] key, byte[] data, int offset, int count, byte[] mac, int macOffset)
    {
        HMACSHA256.HashData(key, data.AsSpan(offset, count), mac.AsSpan(macOffset, HMACSHA256.HashSizeInBytes));
    }
}
