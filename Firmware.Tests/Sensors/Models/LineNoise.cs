namespace Sealcam.Tests.Models;

/// <summary>Seeded disturbance of a serial line: of a thousand bytes so many are changed, lost or doubled.</summary>
public sealed class LineNoise
{
    public const int Clean = 0, Changed = 1, Lost = 2, Doubled = 3;

    private readonly int _perThousand;
    private uint _state;

    public LineNoise(uint seed, int perThousand)
    {
        _state = seed * 2654435761u + 1;
        _state = _state == 0 ? 1 : _state;
        _perThousand = perThousand;
    }

    /// <summary>What happens to the next byte.</summary>
    public int Next() => Below(1000) >= _perThousand ? Clean : Changed + Below(3);

    /// <summary>0 to <paramref name="bound"/> - 1 (xorshift32).</summary>
    public int Below(int bound)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)((_state >> 1) % (uint)bound);
    }
}
