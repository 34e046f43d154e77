using Sealcam.Host;

namespace Sealcam.Fleets.World;

/// <summary>One camera's view of the time that all share. Calls that freeze a board move it on for this camera alone.</summary>
internal sealed class CameraClock(long bootMs) : IClock
{
    /// <summary>ms since the run began.</summary>
    public long NowMs { get; set; }

    public long UptimeMs => NowMs - bootMs;

    public void Set(long unixSeconds)
    {
    }
}

/// <summary>
/// A stream of its own for each seed (SplitMix64, so that neighbouring seeds have nothing in common): what tells one
/// camera's dice from another's.
/// </summary>
internal sealed class SeededEntropy(ulong seed) : IEntropy
{
    private ulong _state = seed;

    public bool IsGood => true;

    public void Fill(byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            buffer[offset + i] = (byte)(Next() >> 56);
        }
    }

    /// <summary>From 0 to below <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

/// <summary>Flash for the order record, in memory.</summary>
internal sealed class MemoryStore : IStore
{
    private readonly Dictionary<string, byte[]> _files = [];

    public int Read(string name, byte[] buffer)
    {
        if (!_files.TryGetValue(name, out byte[]? file))
        {
            return -1;
        }

        Array.Copy(file, buffer, Math.Min(file.Length, buffer.Length));
        return file.Length;
    }

    public void Write(string name, byte[] buffer, int count) => _files[name] = buffer[..count];

    public void Delete(string name) => _files.Remove(name);
}

/// <summary>Nobody reads ten thousand logs.</summary>
internal sealed class NoLog : ILog
{
    public void Write(int level, string stage, string text)
    {
    }
}

/// <summary>Makes the smallest JPEGs that Capture lets pass, each with its number in the scan.</summary>
internal sealed class SmallCamera(CameraClock clock) : ICamera
{
    private static readonly byte[] Start =
    [
        0xFF, 0xD8, 0xFF, 0xDB, 0, 67, .. new byte[65], 0xFF, 0xC0, 0, 11, 8, 0, 16, 0, 16, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0,
    ];

    private int _made;

    public void Trigger() => _made++;

    public IStill Poll() => new LeasedStill([.. Start, (byte)(_made & 0x7F), (byte)(_made >> 7 & 0x7F), 0xFF, 0xD9], clock.UptimeMs);
}
