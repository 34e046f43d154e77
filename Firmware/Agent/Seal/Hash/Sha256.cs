using System;

namespace Sealcam;

/// <summary>
/// SHA-256 (FIPS 180-4) in managed code, for what nanoFramework has no native function for. Allocates nothing after
/// construction.
/// </summary>
/// <remarks>
/// About 550 loop turns a block of 64 bytes: for some hundred bytes of a token. A still goes through <see cref="IMac"/>.
/// Not for two threads at once.
/// </remarks>
public sealed partial class Sha256
{
    public const int BlockBytes = 64;
    public const int DigestBytes = 32;

    // FIPS 180-4, 4.2.2: fractions of the cube roots of the first 64 primes. 276 bytes of heap.
    private static readonly uint[] _k =
    {
        0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
        0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
        0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
        0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
        0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
        0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
        0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
        0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2
    };

    private readonly ulong[] _state = new ulong[8];
    private readonly byte[] _held = new byte[BlockBytes];
    private int _heldBytes;
    private long _blocks;

    public Sha256()
    {
        Reset();
    }

    /// <summary>Begins anew and overwrites what was there.</summary>
    public void Reset()
    {
        // FIPS 180-4, 5.3.3: fractions of the square roots of the first 8 primes, each word twice (see Block).
        _state[0] = 0x6A09E6676A09E667;
        _state[1] = 0xBB67AE85BB67AE85;
        _state[2] = 0x3C6EF3723C6EF372;
        _state[3] = 0xA54FF53AA54FF53A;
        _state[4] = 0x510E527F510E527F;
        _state[5] = 0x9B05688C9B05688C;
        _state[6] = 0x1F83D9AB1F83D9AB;
        _state[7] = 0x5BE0CD195BE0CD19;
        Array.Clear(_held, 0, BlockBytes);
        _heldBytes = 0;
        _blocks = 0;
    }

    public void Update(byte[] data, int offset, int count)
    {
        if (_heldBytes > 0)
        {
            int taken = BlockBytes - _heldBytes;
            if (taken > count)
            {
                taken = count;
            }
            Array.Copy(data, offset, _held, _heldBytes, taken);
            _heldBytes += taken;
            offset += taken;
            count -= taken;
            if (_heldBytes < BlockBytes)
            {
                return;
            }
            Next(_held, 0);
            _heldBytes = 0;
        }
        while (count >= BlockBytes)
        {
            Next(data, offset);
            offset += BlockBytes;
            count -= BlockBytes;
        }
        if (count > 0)
        {
            Array.Copy(data, offset, _held, 0, count);
            _heldBytes = count;
        }
    }

    /// <summary>Writes the 32-byte digest of all that was given, and begins anew.</summary>
    public void Finish(byte[] target, int offset)
    {
        long bits = (_blocks * BlockBytes + _heldBytes) * 8;
        _held[_heldBytes++] = 0x80;
        Array.Clear(_held, _heldBytes, BlockBytes - _heldBytes);
        if (_heldBytes > BlockBytes - 8)
        {
            Next(_held, 0);
            Array.Clear(_held, 0, BlockBytes);
        }
        for (int i = BlockBytes - 1; bits != 0; i--)
        {
            _held[i] = (byte)bits;
            bits >>= 8;
        }
        Next(_held, 0);
        for (int i = 0; i < DigestBytes; i += 4)
        {
            uint word = (uint)_state[i >> 2];
            target[offset + i] = (byte)(word >> 24);
            target[offset + i + 1] = (byte)(word >> 16);
            target[offset + i + 2] = (byte)(word >> 8);
            target[offset + i + 3] = (byte)word;
        }
        Reset();
    }

    /// <summary>
    /// Keeps the state after one block for <see cref="Resume"/>: what <see cref="ManagedMac"/> saves itself per key.
    /// </summary>
    internal void Keep(ulong[] state)
    {
        Array.Copy(_state, 0, state, 0, state.Length);
    }

    /// <summary>Goes on from a state kept after one block.</summary>
    internal void Resume(ulong[] state)
    {
        Array.Copy(state, 0, _state, 0, state.Length);
        _heldBytes = 0;
        _blocks = 1;
    }

    private void Next(byte[] data, int offset)
    {
        Block(data, offset);
        _blocks++;
    }
}
