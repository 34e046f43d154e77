namespace Sealcam.Verify;

/// <summary>The stills of one device in order, and what is missing between them (PROTOCOL.md 4.3).</summary>
public sealed class DeviceStream
{
    private DeviceStream(byte[] deviceId) => DeviceId = deviceId;

    /// <summary>32 bytes.</summary>
    public byte[] DeviceId { get; }

    /// <summary>The device ID as 52 characters of base32.</summary>
    public string Device => Verify.DeviceId.ToText(DeviceId);

    /// <summary>Stills and gaps in order. There are never more gaps than twice the stills, however wide they are.</summary>
    public IReadOnlyList<StreamItem> Items { get; private init; } = [];

    /// <summary>One letter for each still and each gap, such as <c>..M.C</c>.</summary>
    public string Letters => string.Concat(Items.Select(item => item.Letter));

    /// <summary>The gaps alone.</summary>
    public IEnumerable<Gap> Gaps => Items.Select(item => item.Gap).OfType<Gap>();

    /// <summary>
    /// Boot counts, ascending, after whose last still here any number may be missing: no still of the next boot says.
    /// </summary>
    public IReadOnlyList<uint> UnknownTails { get; private init; } = [];

    /// <summary>Stills that are known to be missing.</summary>
    public long Missing => Gaps.Sum(gap => gap.Count);

    /// <summary>Stills that the device says it dropped, over the boots that are here.</summary>
    public long Declared { get; private init; }

    /// <summary>Missing stills that the device did not drop: withheld, or lost on the way.</summary>
    public long Lost => Math.Max(0, Missing - Declared);

    /// <summary>Sentences about what does not change a letter and yet is odd: see <see cref="StreamRemarks"/>.</summary>
    public IReadOnlyList<string> Remarks { get; private init; } = [];

    /// <summary>Makes the stream from at least one still; all are of one device, proved, and in order.</summary>
    internal static DeviceStream Of(IEnumerable<StreamStill> ordered)
    {
        List<Boot> boots = [.. ordered.GroupBy(still => still.Token.BootCount).Select(group => new Boot(group.Key, [.. group]))];
        List<StreamItem> items = [];
        List<uint> unknown = [];
        for (int i = 0; i < boots.Count; i++)
        {
            if (i > 0 && boots[i].Count - boots[i - 1].Count > 1)
            {
                // Nothing came of the boot before this one. If it is known to have sealed stills, all of them are missing.
                AddGap(items, boots[i].Count - 1, 1, boots[i].PreviousLast ?? 0);
            }

            Boot? next = i + 1 < boots.Count && boots[i + 1].Count - boots[i].Count == 1 ? boots[i + 1] : null;
            AddBoot(items, boots[i], next?.PreviousLast);
            if (next?.PreviousLast is null)
            {
                unknown.Add(boots[i].Count);
            }
        }

        return new DeviceStream(boots[0].Stills[0].Token.DeviceId)
        {
            Items = items,
            UnknownTails = unknown,
            Declared = boots.Sum(boot => (long)boot.Dropped),
            Remarks = [.. StreamRemarks.Of(boots)],
        };
    }

    private static void AddBoot(List<StreamItem> items, Boot boot, uint? last)
    {
        // Wider than a sequence, so that nothing wraps behind the very last one.
        long expected = 1;
        foreach (StreamStill still in boot.Stills)
        {
            AddGap(items, boot.Count, expected, still.Token.Sequence - 1L);
            items.Add(new StreamItem(still, null));
            expected = still.Token.Sequence + 1L;
        }

        AddGap(items, boot.Count, expected, last ?? 0);
    }

    private static void AddGap(List<StreamItem> items, uint boot, long first, long last)
    {
        if (first <= last)
        {
            items.Add(new StreamItem(null, new Gap(boot, (uint)first, (uint)last)));
        }
    }

    /// <summary>The stills of one boot, at least one.</summary>
    internal sealed record Boot(uint Count, List<StreamStill> Stills)
    {
        public uint LastSequence => Stills[^1].Token.Sequence;

        /// <summary>What the last still declares; the most, if two stills share the last order.</summary>
        public uint Dropped => Stills.Where(still => still.Token.Sequence == LastSequence).Max(still => still.Token.Dropped);

        /// <summary>The last sequence of the boot before; the highest, should stills disagree.</summary>
        public uint? PreviousLast => Stills.Max(still => still.Token.PreviousLast);
    }
}
