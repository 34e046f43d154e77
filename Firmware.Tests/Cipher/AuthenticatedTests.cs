using System;

namespace Sealcam.Tests;

/// <summary>Cipher and HMAC together, as RFC 7518, 5.2 makes A128CBC-HS256 of them: they are enough for it, and fit.</summary>
[TestClass]
public class AuthenticatedTests
{
    private const string Plain = "A cipher system must not be required to be secret, and it must be able to fall into the hands "
        + "of the enemy without inconvenience";

    [TestMethod]
    public void TheExampleOfRfc7518AppendixB1Holds()
    {
        byte[] key = new byte[32], iv = Hex.Bytes("1af38c2dc2b96ffdd86694092341bc04"), tag = new byte[16];
        for (int i = 0; i < 32; i++)
        {
            key[i] = (byte)i;
        }

        byte[] cipherText = Sealed(key, iv, Ascii.Bytes(Plain), Ascii.Bytes("The second principle of Auguste Kerckhoffs"), tag);
        Assert.AreEqual("c80edfa32ddf39d5ef00c0b468834279a2e46a1b8049f792f76bfe54b903a9c9"
            + "a94ac9b47ad2655c5f10f9aef71427e2fc6f9b3f399a221489f16362c7032336"
            + "09d45ac69864e3321cf82935ac4096c86e133314c54019e8ca7980dfa4b9cf1b"
            + "384c486f3a54c51078158ee5d79de59fbd34d848b3d69550a67646344427ade5"
            + "4b8851ffb598f7f80074b9473c82e2db", Hex.Text(cipherText));
        Assert.AreEqual("652c3fa36b0a7c5b3219fab3a30bc1c4", Hex.Text(tag));
    }

    // RFC 7518, 5.2.2.1: the first half of the key is the HMAC's; it covers A, IV, ciphertext and the bits of A in 64 bits.
    private static byte[] Sealed(byte[] key, byte[] iv, byte[] plain, byte[] bound, byte[] tag)
    {
        byte[] macKey = new byte[16], cipherKey = new byte[16], mac = new byte[32];
        Array.Copy(key, 0, macKey, 0, 16);
        Array.Copy(key, 16, cipherKey, 0, 16);
        byte[] text = Padded(plain), covered = new byte[bound.Length + 16 + text.Length + 8];
        new ManagedCipher().Encrypt(cipherKey, iv, text, 0, text.Length, text, 0);
        Array.Copy(bound, 0, covered, 0, bound.Length);
        Array.Copy(iv, 0, covered, bound.Length, 16);
        Array.Copy(text, 0, covered, bound.Length + 16, text.Length);
        BigEndian.Put((uint)bound.Length * 8, covered, covered.Length - 4);
        new ManagedMac().Compute(macKey, covered, 0, covered.Length, mac, 0);
        Array.Copy(mac, 0, tag, 0, 16);
        return text;
    }

    // RFC 5652, 6.3: one to sixteen bytes, each of them their number.
    private static byte[] Padded(byte[] plain)
    {
        var padded = new byte[plain.Length / 16 * 16 + 16];
        Array.Copy(plain, 0, padded, 0, plain.Length);
        for (int i = plain.Length; i < padded.Length; i++)
        {
            padded[i] = (byte)(padded.Length - plain.Length);
        }

        return padded;
    }
}
