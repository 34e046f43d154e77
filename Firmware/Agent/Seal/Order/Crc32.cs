namespace Sealcam;

/// <summary>
/// CRC-32 (ISO-HDLC: polynomial EDB88320 reflected, initial and final FFFFFFFF). By nibbles: it runs over some hundred bytes a
/// kept still, and a table of bytes would take a kilobyte of RAM.
/// </summary>
public static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = MakeTable();

    public static uint Compute(byte[] source, int offset, int count)
    {
        uint crc = 0xFFFFFFFF;
        for (int i = offset; i < offset + count; i++)
        {
            crc ^= source[i];
            crc = crc >> 4 ^ Table[(int)(crc & 15)];
            crc = crc >> 4 ^ Table[(int)(crc & 15)];
        }

        return ~crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[16];
        for (uint i = 0; i < 16; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 4; bit++)
            {
                crc = (crc & 1) != 0 ? crc >> 1 ^ Polynomial : crc >> 1;
            }

            table[(int)i] = crc;
        }

        return table;
    }
}
