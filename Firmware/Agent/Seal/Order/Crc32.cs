namespace Sealcam;

/// <summary>CRC-32 (ISO-HDLC: polynomial EDB88320 reflected, initial and final FFFFFFFF). Bit by bit: it runs over 92 bytes a boot.</summary>
public static class Crc32
{
    public static uint Compute(byte[] source, int offset, int count)
    {
        uint crc = 0xFFFFFFFF;
        for (int i = 0; i < count; i++)
        {
            crc ^= source[offset + i];
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
