using System;

namespace Sealcam.Tests;

/// <summary>Entropy that a test can foresee: a seeded stream, or one byte over and over.</summary>
public sealed class FakeEntropy : IEntropy
{
    private readonly Dice _dice = new Dice(1);

    /// <summary>0 to 255: every byte is this; -1: the seeded stream.</summary>
    public int Always = -1;

    public bool IsGood { get; set; } = true;

    /// <summary>The next so many calls of <see cref="Fill"/> throw, each after having written one byte.</summary>
    public int Throws;

    public int Calls;

    public void Fill(byte[] buffer, int offset, int count)
    {
        Calls++;
        if (Throws > 0)
        {
            Throws--;
            buffer[offset] = 0x55;
            throw new Exception("no answer from the generator");
        }

        for (int i = 0; i < count; i++)
        {
            buffer[offset + i] = (byte)(Always >= 0 ? Always : _dice.Below(256));
        }
    }
}
