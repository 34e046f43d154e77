using System.Buffers.Binary;
using Sealcam.Host;

namespace Sealcam.Cuts.World;

/// <summary>Makes small JPEGs, no two alike.</summary>
internal sealed class NoiseCamera(Power power, IClock clock, Random dice, int least, int most) : ICamera
{
    private static readonly byte[] Head =
    [
        0xFF, 0xD8, 0xFF, 0xDB, 0, 67, .. new byte[65], 0xFF, 0xC0, 0, 11, 8, 0, 24, 0, 32, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0,
    ];

    private int _made;

    public void Trigger() => power.Check();

    public IStill Poll()
    {
        power.Check();
        byte[] bytes = new byte[dice.Next(least, most + 1)];
        dice.NextBytes(bytes);
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] &= 0x7F;  // no markers in the scan
        }

        Head.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(Head.Length), ++_made);
        (bytes[^2], bytes[^1]) = (0xFF, 0xD9);
        return new LeasedStill(bytes, clock.UptimeMs);
    }
}
