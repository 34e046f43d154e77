using System;

namespace Sealcam.Tests;

/// <summary>A cipher that is wrong in one way, each of them one that native code or its adapter has been seen with.</summary>
public sealed class LyingCipher : ICipher
{
    public const int Bit = 0, NoChain = 1, Untouched = 2, IvMoves = 3, WholeArray = 4, Missing = 5, DataMoves = 6, Ways = 7;

    private readonly ManagedCipher _true = new ManagedCipher();
    private readonly int _way;

    public LyingCipher(int way)
    {
        _way = way;
    }

    public void Encrypt(byte[] key, byte[] iv, byte[] data, int offset, int count, byte[] result, int resultOffset)
    {
        switch (_way)
        {
            case Bit:
                _true.Encrypt(key, iv, data, offset, count, result, resultOffset);
                result[resultOffset + count - 1] ^= 1;
                break;
            case NoChain:
                for (int i = 0; i < count; i += 16)
                {
                    _true.Encrypt(key, iv, data, offset + i, 16, result, resultOffset + i);
                }

                break;
            case Untouched:
                break;
            case IvMoves:
                _true.Encrypt(key, iv, data, offset, count, result, resultOffset);
                Array.Copy(result, resultOffset + count - 16, iv, 0, 16);
                break;
            case WholeArray:
                // The part is forgotten.
                _true.Encrypt(key, iv, data, 0, data.Length / 16 * 16, result, 0);
                break;
            case DataMoves:
                _true.Encrypt(key, iv, data, offset, count, data, offset);
                Array.Copy(data, offset, result, resultOffset, count);
                break;
            default:
                throw new NotSupportedException();
        }
    }
}
