using System.Globalization;

namespace Sealcam.Ingest;

/// <summary>
/// The order of a still: boot count, then sequence. The greater one is the newer still, whatever the clocks say.
/// </summary>
public readonly record struct StillOrder(uint Boot, uint Sequence) : IComparable<StillOrder>
{
    public int CompareTo(StillOrder other) => Number.CompareTo(other.Number);

    private ulong Number => (ulong)Boot << 32 | Sequence;

    /// <summary><c>boot-sequence</c>, plain decimal: the form of file names and addresses.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Boot}-{Sequence}");

    /// <summary>
    /// Reads exactly what <see cref="ToString"/> writes: no signs, spaces or leading zeros, so that one still has one name.
    /// </summary>
    public static bool TryParse(string? text, out StillOrder order)
    {
        order = default;
        int dash = text?.IndexOf('-') ?? -1;
        if (dash < 0
            || !uint.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out uint boot)
            || !uint.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out uint sequence))
        {
            return false;
        }

        order = new StillOrder(boot, sequence);
        return order.ToString() == text;
    }
}
