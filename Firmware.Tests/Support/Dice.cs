namespace Sealcam.Tests;

/// <summary>
/// Seeded random numbers (xorshift32), the same on the host and on nanoFramework, so that a failure can be seen again.
/// </summary>
public sealed class Dice
{
    private uint _state;

    public Dice(int seed)
    {
        _state = (uint)seed * 2654435761u + 1;
        _state = _state == 0 ? 1 : _state;
    }

    public uint Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state;
    }

    /// <summary>0 to <paramref name="bound"/> - 1.</summary>
    public int Below(int bound) => (int)(Next() % (uint)bound);
}
