using System;

namespace Sealcam;

/// <summary>
/// The file console.key: what the device keeps of its passphrase. 60 bytes, big-endian: "SCP1", iterations (4), salt (16),
/// PBKDF2 of
/// the twelve characters (32), CRC-32 of all before (4).
/// </summary>
public sealed class PassphraseRecord
{
    public const string FileName = "console.key";
    public const int Bytes = 60;

    /// <summary>
    /// Rounds of new records. With 50 random bits behind it, somebody who reads the file needs 2^49 x 2,048 HMACs on average:
    /// about 3 years on hardware that does 10^10 a second. On an ESP32 it is 1 to 3 s (estimated, SECURITY.md), spread over
    /// slices.
    /// </summary>
    public const int Iterations = 2048;

    /// <summary>Rounds that a file may ask for: a larger number is damage, or somebody who wants the board to hang.</summary>
    public const int IterationsMost = 1000000;

    private const uint Mark = 0x53435031;
    private const int SaltBytes = 16, HashOffset = 24;

    public readonly byte[] Salt = new byte[SaltBytes];
    public readonly byte[] Hash = new byte[Pbkdf2.Bytes];
    public int Rounds = Iterations;

    /// <summary>
    /// The record on the store, or null if there is none or it is damaged; <paramref name="there"/> tells the two apart.
    /// </summary>
    public static PassphraseRecord Read(IStore store, out bool there)
    {
        var bytes = new byte[Bytes];
        there = true;
        try
        {
            int length = store.Read(FileName, bytes);
            there = length >= 0;
            return length == Bytes ? Decode(bytes) : null;
        }
        catch (Exception)
        {
            return null;  // unreadable counts as damaged: the console stays locked
        }
    }

    public static PassphraseRecord Decode(byte[] bytes)
    {
        uint rounds = BigEndian.Get(bytes, 4);
        if (BigEndian.Get(bytes, 0) != Mark || rounds == 0 || rounds > IterationsMost
            || BigEndian.Get(bytes, Bytes - 4) != Crc32.Compute(bytes, 0, Bytes - 4))
        {
            return null;
        }

        var record = new PassphraseRecord { Rounds = (int)rounds };
        Array.Copy(bytes, 8, record.Salt, 0, SaltBytes);
        Array.Copy(bytes, HashOffset, record.Hash, 0, Pbkdf2.Bytes);
        return record;
    }

    public byte[] Encode()
    {
        var bytes = new byte[Bytes];
        BigEndian.Put(Mark, bytes, 0);
        BigEndian.Put((uint)Rounds, bytes, 4);
        Array.Copy(Salt, 0, bytes, 8, SaltBytes);
        Array.Copy(Hash, 0, bytes, HashOffset, Pbkdf2.Bytes);
        BigEndian.Put(Crc32.Compute(bytes, 0, Bytes - 4), bytes, Bytes - 4);
        return bytes;
    }

    /// <summary>Compares in a time that does not depend on where the two differ.</summary>
    public bool Matches(byte[] derived)
    {
        int different = 0;
        for (int i = 0; i < Pbkdf2.Bytes; i++)
        {
            different |= Hash[i] ^ derived[i];
        }

        return different == 0;
    }
}
