namespace Sealcam.Tests;

/// <summary>
/// Entropy that a test knows: the bytes 1, 2, 3 ... (mod 251) from <see cref="Next"/> on; always the same if Repeats.
/// </summary>
public sealed class CountedEntropy : IEntropy
{
    public bool IsGood { get; set; }

    public bool Repeats { get; set; }

    /// <summary>Bytes given so far.</summary>
    public int Given { get; private set; }

    public int Next { get; set; }

    public CountedEntropy(bool good)
    {
        IsGood = good;
    }

    public void Fill(byte[] buffer, int offset, int count)
    {
        int next = Next;
        for (int i = 0; i < count; i++)
        {
            buffer[offset + i] = (byte)(next++ % 251 + 1);
        }
        Given += count;
        if (!Repeats)
        {
            Next = next;
        }
    }
}
