using System;

namespace Sealcam;

/// <summary>
/// Asks a board's cryptography for results that standards have published: firmware that lacks it, or has it broken, says so on
/// the bench and does not seal wrongly in the field.
/// </summary>
/// <remarks>
/// Each of the two is asked once for a whole array and once for a part of one: adapters to native code treat them differently.
/// </remarks>
public static class KnownAnswers
{
    private const string Digits = "0123456789abcdef";

    /// <summary>Null if all is right, else a sentence. Throws nothing, whatever the parts do.</summary>
    public static string Fault(IMac mac, ICipher cipher) => FaultOf(mac) ?? FaultOf(cipher);

    private static string FaultOf(IMac mac)
    {
        try
        {
            return mac == null ? "this board has no HMAC-SHA256"
                : !WholeMac(mac) ? Wrong("HMAC-SHA256", "RFC 4231, 4.3")
                : !PartMac(mac) ? Wrong("HMAC-SHA256", "RFC 4231, 4.7") : null;
        }
        catch (Exception e)
        {
            return Thrown("HMAC-SHA256", e);
        }
    }

    private static string FaultOf(ICipher cipher)
    {
        try
        {
            return cipher == null ? "this board has no AES-128-CBC"
                : !WholeCipher(cipher) ? Wrong("AES-128-CBC", "SP 800-38A, F.2.1")
                : !PartCipher(cipher) ? Wrong("AES-128-CBC", "FIPS 197, C.1") : null;
        }
        catch (Exception e)
        {
            return Thrown("AES-128-CBC", e);
        }
    }

    // RFC 4231, 4.3: a key shorter than a block.
    private static bool WholeMac(IMac mac)
    {
        byte[] data = Ascii.Bytes("what do ya want for nothing?"), result = new byte[32];
        mac.Compute(Ascii.Bytes("Jefe"), data, 0, data.Length, result, 0);
        return Is(result, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    // RFC 4231, 4.7: a key longer than a block.
    private static bool PartMac(IMac mac)
    {
        byte[] data = Ascii.Bytes("<Test Using Larger Than Block-Size Key - Hash Key First>");
        byte[] key = new byte[131], result = new byte[34];
        for (int i = 0; i < key.Length; i++)
        {
            key[i] = 0xAA;
        }

        mac.Compute(key, data, 1, data.Length - 2, result, 1);
        return Is(result, "00" + "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54" + "00");
    }

    // SP 800-38A, F.2.1: four blocks, so chaining counts. What is only read must stay.
    private static bool WholeCipher(ICipher cipher)
    {
        const string Key = "2b7e151628aed2a6abf7158809cf4f3c", Iv = "000102030405060708090a0b0c0d0e0f";
        const string Data = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
            + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";
        byte[] key = Bytes(Key), iv = Bytes(Iv), data = Bytes(Data), result = new byte[64];
        cipher.Encrypt(key, iv, data, 0, data.Length, result, 0);
        return Is(key, Key) && Is(iv, Iv) && Is(data, Data)
            && Is(result, "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2"
                + "73bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7");
    }

    // FIPS 197, C.1: one block, which with an IV of zeros is the block cipher alone; in place.
    private static bool PartCipher(ICipher cipher)
    {
        byte[] data = Bytes("ff" + "00112233445566778899aabbccddeeff" + "ee");
        cipher.Encrypt(Bytes("000102030405060708090a0b0c0d0e0f"), new byte[16], data, 1, 16, data, 1);
        return Is(data, "ff" + "69c4e0d86a7b0430d8cdb78070b4c55a" + "ee");
    }

    private static string Wrong(string what, string where) => what + " does not give the answer of " + where;

    // Not every exception of the platform has a message.
    private static string Thrown(string what, Exception e) => what + " threw " + e.GetType().Name + ": " + e.Message;

    private static bool Is(byte[] bytes, string hex) => BigEndian.Same(bytes, 0, Bytes(hex), 0, bytes.Length);

    private static byte[] Bytes(string hex)
    {
        var bytes = new byte[hex.Length / 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(Digits.IndexOf(hex[2 * i]) << 4 | Digits.IndexOf(hex[2 * i + 1]));
        }

        return bytes;
    }
}
