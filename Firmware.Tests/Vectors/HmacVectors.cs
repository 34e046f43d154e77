namespace Sealcam.Tests;

/// <summary>
/// HMAC-SHA-256 test cases 1 to 7 of RFC 4231, section 4: key, data, MAC (case 5 gives the first 16 bytes only).
/// </summary>
public static class HmacVectors
{
    public const int Count = 7;

    public static byte[] Key(int number)
    {
        switch (number)
        {
            case 1:
                return Repeat(0x0B, 20);
            case 2:
                return VectorHex.Bytes("4a656665");
            case 3:
                return Repeat(0xAA, 20);
            case 4:
                return VectorHex.Bytes("0102030405060708090a0b0c0d0e0f10111213141516171819");
            case 5:
                return Repeat(0x0C, 20);
            default:
                return Repeat(0xAA, 131);
        }
    }

    public static byte[] Data(int number)
    {
        switch (number)
        {
            case 1:
                return VectorHex.Bytes("4869205468657265");
            case 2:
                return VectorHex.Bytes("7768617420646f2079612077616e7420666f72206e6f7468696e673f");
            case 3:
                return Repeat(0xDD, 50);
            case 4:
                return Repeat(0xCD, 50);
            case 5:
                return VectorHex.Bytes("546573742057697468205472756e636174696f6e");
            case 6:
                return VectorHex.Bytes(
                    "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368"
                    + "204b6579204669727374");
            default:
                return VectorHex.Bytes(
                    "5468697320697320612074657374207573696e672061206c6172676572207468616e20626c6f636b2d73697a"
                    + "65206b657920616e642061206c6172676572207468616e20626c6f636b2d73697a6520646174612e20546865"
                    + "206b6579206e6565647320746f20626520686173686564206265666f7265206265696e672075736564206279"
                    + "2074686520484d414320616c676f726974686d2e");
        }
    }

    public static string Mac(int number)
    {
        switch (number)
        {
            case 1:
                return "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";
            case 2:
                return "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
            case 3:
                return "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe";
            case 4:
                return "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b";
            case 5:
                return "a3b6167473100ee06e0c796c2955552b";
            case 6:
                return "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54";
            default:
                return "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2";
        }
    }

    private static byte[] Repeat(int value, int count)
    {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++)
        {
            bytes[i] = (byte)value;
        }
        return bytes;
    }
}
