using System;

namespace Sealcam.Tests;

/// <summary>Entropy that a test can foresee: a seeded stream, or one byte over and over.</summary>
public sealed class FakeEntropy : IEntropy
{
    private readonly Dice _dice = new Dice(1);

    /// <summary>0 to 255: every byte is this; -1: the seeded stream.</summary>
    public int Always = -1;

    public bool IsGood { get; set; } = true;

    public void Fill(byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            buffer[offset + i] = (byte)(Always >= 0 ? Always : _dice.Below(256));
        }
    }
}
