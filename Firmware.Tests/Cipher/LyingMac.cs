using System;

namespace Sealcam.Tests;

/// <summary>An HMAC that is wrong in one way.</summary>
public sealed class LyingMac : IMac
{
    public const int Bit = 0, ShortKeys = 1, WholeArray = 2, Missing = 3, Ways = 4;

    private readonly ManagedMac _true = new ManagedMac();
    private readonly int _way;

    public LyingMac(int way)
    {
        _way = way;
    }

    public void Compute(byte[] key, byte[] data, int offset, int count, byte[] mac, int macOffset)
    {
        switch (_way)
        {
            case Bit:
                _true.Compute(key, data, offset, count, mac, macOffset);
                mac[macOffset + 31] ^= 0x80;
                break;
            case ShortKeys:
                // What is behind the first block is dropped and not hashed.
                var first = new byte[key.Length < 64 ? key.Length : 64];
                Array.Copy(key, 0, first, 0, first.Length);
                _true.Compute(first, data, offset, count, mac, macOffset);
                break;
            case WholeArray:
                _true.Compute(key, data, 0, data.Length, mac, macOffset);
                break;
            default:
                throw new NotSupportedException();
        }
    }
}
