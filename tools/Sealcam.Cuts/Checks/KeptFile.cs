using System.Buffers.Binary;

namespace Sealcam.Cuts.Checks;

/// <summary>
/// The file of a kept still as PROTOCOL.md 9.1 has it, read without the agent's code.
/// </summary>
internal sealed record KeptFile(string Device, uint Boot, uint Sequence, byte[] Digest, uint Dropped)
{
    private const int FootBytes = 60, IdInSegment = 62;

    public string Key => World.Receiver.Key(Device, Boot, Sequence);

    /// <summary>Null if it is not a whole one.</summary>
    public static KeptFile? Read(string name, ReadOnlySpan<byte> file)
    {
        if (file.Length < FootBytes || !file[^FootBytes..^56].SequenceEqual("SCK1"u8))
        {
            return null;
        }

        ReadOnlySpan<byte> foot = file[^FootBytes..];
        uint length = U32(foot, 12), segment = U32(foot, 16);
        if (length + segment + FootBytes != file.Length || Crc(file[(int)length..^4]) != U32(foot, 56)
            || name != $"{U32(foot, 4):x8}-{U32(foot, 8):x8}.still")
        {
            return null;
        }

        byte[] id = file.Slice((int)length + IdInSegment, 32).ToArray();
        return new KeptFile(DeviceId.Text(id, 0), U32(foot, 4), U32(foot, 8), foot.Slice(24, 32).ToArray(), U32(foot, 20));
    }

    private static uint U32(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32BigEndian(bytes[offset..]);

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
