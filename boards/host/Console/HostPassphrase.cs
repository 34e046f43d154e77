using System;
using System.Security.Cryptography;

namespace Sealcam.Host;

/// <summary>Makes passphrases and the records that boards keep of them: what provisioning does.</summary>
public static class HostPassphrase
{
    /// <summary>A new one, as a label shows it.</summary>
    public static string Make() => Passphrase.Make(RandomNumberGenerator.GetBytes(10));

    /// <summary>The bytes of console.key for a passphrase.</summary>
    public static byte[] Record(string passphrase, int rounds = PassphraseRecord.Iterations)
    {
        byte[] characters = Passphrase.Parse(passphrase) ?? throw new ArgumentException("not a passphrase as labels have it");
        var record = new PassphraseRecord { Rounds = rounds };
        RandomNumberGenerator.Fill(record.Salt);
        Rfc2898DeriveBytes.Pbkdf2(characters, record.Salt, record.Hash, rounds, HashAlgorithmName.SHA256);
        return record.Encode();
    }
}
