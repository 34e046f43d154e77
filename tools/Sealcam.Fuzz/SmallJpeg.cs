namespace Sealcam.Fuzz;

/// <summary>
/// Makes small baseline JPEGs (ITU-T T.81): grey mosaics in which each 8 by 8 block has one brightness, so that only DC
/// coefficients are coded. Any decoder shows them.
/// </summary>
public static class SmallJpeg
{
    /// <summary>Bits and value of one code after another.</summary>
    private sealed class BitWriter
    {
        private readonly List<byte> _bytes = [];
        private int _held, _bits;

        public void Write(int value, int bits)
        {
            for (int i = bits - 1; i >= 0; i--)
            {
                _held = _held << 1 | value >> i & 1;
                if (++_bits == 8)
                {
                    Flush();
                }
            }
        }

        public byte[] ToArray()
        {
            while (_bits != 0)
            {
                Write(1, 1);
            }

            return [.. _bytes];
        }

        /// <summary>FF in entropy-coded data is followed by a zero, or it would be a marker (T.81 F.1.2.3).</summary>
        private void Flush()
        {
            _bytes.Add((byte)_held);
            if ((byte)_held == 0xFF)
            {
                _bytes.Add(0);
            }

            (_held, _bits) = (0, 0);
        }
    }

    /// <summary>A mosaic of <paramref name="columns"/> by <paramref name="rows"/> blocks; the seed says which.</summary>
    /// <param name="columns">Blocks of 8 pixels, 1 to 8191.</param>
    /// <param name="rows">Blocks of 8 pixels, 1 to 8191.</param>
    /// <param name="seed">Another seed gives other brightnesses.</param>
    /// <param name="segments">Whole segments put before the tables: APP1 with a thumbnail, say.</param>
    public static byte[] Make(int columns, int rows, int seed, params byte[][] segments)
    {
        int width = columns * 8, height = rows * 8;
        byte[] quantisation = [0, .. Enumerable.Repeat((byte)8, 64)];
        byte[] frame = [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0];
        // DC: categories 0 to 11 by codes of 4 bits. AC: end of block alone, by a code of 1 bit.
        byte[] dc = [0x00, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
        byte[] ac = [0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        return
        [
            0xFF, 0xD8, .. segments.SelectMany(segment => segment), .. Segment(0xDB, quantisation), .. Segment(0xC0, frame),
            .. Segment(0xC4, [.. dc, .. ac]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. Scan(columns * rows, seed), 0xFF, 0xD9,
        ];
    }

    /// <summary>A marker segment with its length.</summary>
    public static byte[] Segment(int code, byte[] content)
    {
        int length = content.Length + 2;
        return [0xFF, (byte)code, (byte)(length >> 8), (byte)length, .. content];
    }

    private static byte[] Scan(int blocks, int seed)
    {
        Random random = new(seed);
        BitWriter writer = new();
        int last = 0;
        for (int i = 0; i < blocks; i++)
        {
            int brightness = random.Next(-120, 120);
            int difference = brightness - last;
            last = brightness;
            int size = 32 - int.LeadingZeroCount(Math.Abs(difference));
            writer.Write(size, 4);
            writer.Write(difference < 0 ? difference + (1 << size) - 1 : difference, size);
            writer.Write(0, 1);
        }

        return writer.ToArray();
    }
}
