using System;
using SkiaSharp;

namespace Sealcam.Host;

/// <summary>Colours and landscape that belong to one camera's name: the same at every start, unlike its neighbours'.</summary>
internal sealed class Look
{
    private const float GoldenAngle = 137.508f;
    private readonly float _hue;
    private uint _dice;

    public Look(string name)
    {
        int end = name.Length;
        while (end > 0 && end > name.Length - 6 && char.IsAsciiDigit(name[end - 1]))
        {
            end--;
        }

        // FNV-1a, because string.GetHashCode differs from one run to the next.
        _dice = 2166136261;
        foreach (char c in name.AsSpan(0, end))
        {
            _dice = (_dice ^ c) * 16777619;
        }

        // Cameras mostly bear numbers: steps of the golden angle keep neighbours as far apart as hues can be.
        int number = end < name.Length ? int.Parse(name.AsSpan(end), System.Globalization.CultureInfo.InvariantCulture) : 0;
        _hue = ((_dice % 360) + (number * GoldenAngle)) % 360;
        _dice ^= (uint)number * 2654435761;
    }

    /// <summary>A colour of the camera's family: hue turned by some degrees, saturation and lightness in percent.</summary>
    public SKColor Colour(float turn, float saturation, float lightness)
    {
        float hue = (_hue + turn + 360) % 360;
        // Yellow to green looks garish where other hues look calm.
        float calm = hue is > 45 and < 160 ? 0.6f : 0.9f;
        return SKColor.FromHsl(hue, saturation * calm, lightness);
    }

    /// <summary>The next of the camera's own numbers from 0 to 1 (xorshift32).</summary>
    public float Next()
    {
        _dice |= 1;
        _dice ^= _dice << 13;
        _dice ^= _dice >> 17;
        _dice ^= _dice << 5;
        return (_dice >> 8) / (float)(1 << 24);
    }
}
