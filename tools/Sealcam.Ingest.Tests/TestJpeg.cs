namespace Sealcam.Ingest.Tests;

/// <summary>The smallest bytes that a marker walk takes for a JPEG: SOI, DQT, SOF0, SOS, scan, EOI.</summary>
internal static class TestJpeg
{
    /// <param name="scan">Bytes of entropy-coded data.</param>
    /// <param name="seed">Different seeds give different stills.</param>
    public static byte[] Make(int scan = 500, int seed = 1)
    {
        byte[] data = new byte[scan];
        new Random(seed).NextBytes(data);
        for (int i = 0; i < data.Length; i++)
        {
            data[i] = data[i] == 0xFF ? (byte)0xFE : data[i];
        }

        byte[] table = [0xFF, 0xDB, 0x00, 0x43, 0x00, .. Enumerable.Repeat((byte)16, 64)];
        byte[] frame = [0xFF, 0xC0, 0x00, 0x0B, 0x08, 0x00, 0x08, 0x00, 0x08, 0x01, 0x01, 0x11, 0x00];
        byte[] scanHead = [0xFF, 0xDA, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3F, 0x00];
        return [0xFF, 0xD8, .. table, .. frame, .. scanHead, .. data, 0xFF, 0xD9];
    }
}
