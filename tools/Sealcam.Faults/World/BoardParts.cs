using System.Buffers.Binary;
using Sealcam.Host;

namespace Sealcam.Faults;

/// <summary>
/// Uptime that only the run moves; the board's own clock, against which certificates are checked, is the host board's.
/// </summary>
internal sealed class VirtualClock(IClock board) : IClock
{
    public long UptimeMs { get; set; }

    public void Set(long unixSeconds) => board.Set(unixSeconds);
}

/// <summary>Random bytes that a case id repeats.</summary>
internal sealed class SeededEntropy(Random dice) : IEntropy
{
    public bool IsGood => true;

    public void Fill(byte[] buffer, int offset, int count) => dice.NextBytes(buffer.AsSpan(offset, count));
}

/// <summary>The agent's lines.</summary>
internal sealed class LineLog(Action<string> line) : ILog
{
    public void Write(int level, string stage, string text) => line($"{stage}: {text}");
}

/// <summary>Makes small JPEGs, no two alike.</summary>
internal sealed class NoiseCamera(IClock clock, Random dice, int least, int most) : ICamera
{
    /// <summary>SOI, a quantisation table, a frame and a scan header (ITU-T T.81 B.2): what a verifier walks over.</summary>
    private static readonly byte[] Head =
    [
        0xFF, 0xD8, 0xFF, 0xDB, 0, 67, .. new byte[65], 0xFF, 0xC0, 0, 11, 8, 0, 24, 0, 32, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0,
    ];

    private uint _made;

    public void Trigger()
    {
    }

    public IStill Poll()
    {
        byte[] bytes = new byte[dice.Next(least, most + 1)];
        Head.CopyTo(bytes, 0);
        for (int i = Head.Length; i < bytes.Length; i++)
        {
            bytes[i] = (byte)dice.Next(0x80);  // no markers in the scan
        }

        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(Head.Length), ++_made);
        (bytes[^2], bytes[^1]) = (0xFF, 0xD9);
        return new LeasedStill(bytes, clock.UptimeMs);
    }
}
