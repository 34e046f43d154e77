namespace Sealcam.Verify;

/// <summary>What is worth a sentence in a stream although no rule of PROTOCOL.md 4.3 turns it into a letter.</summary>
internal static class StreamRemarks
{
    public static IEnumerable<string> Of(List<DeviceStream.Boot> boots)
    {
        for (int i = 0; i < boots.Count; i++)
        {
            DeviceStream.Boot boot = boots[i];
            if (i > 0 && boot.Count - boots[i - 1].Count == 1 && boot.PreviousLast < boots[i - 1].LastSequence)
            {
                yield return $"Boot {boot.Count} says that boot {boots[i - 1].Count} ended with sequence {boot.PreviousLast}, "
                    + $"and a later one is here: {boots[i - 1].LastSequence}.";
            }

            if (ClockMoved(boot) is { } seconds)
            {
                yield return $"In boot {boot.Count} the device's clock moved by {seconds} s against its uptime.";
            }
        }
    }

    /// <summary>
    /// Seconds by which iat - uptime differs between stills of one boot whose clocks were both set over the network; null if no
    /// more than what clocks are allowed to differ. A clock that only then became good jumps rightly.
    /// </summary>
    private static long? ClockMoved(DeviceStream.Boot boot)
    {
        List<long> starts = [.. boot.Stills.Where(still => still.Token.ClockQuality >= Protocol.ClockNetwork)
            .Select(still => (long)still.Token.IssuedAt!.Value - still.Token.Uptime)];
        long moved = starts.Count == 0 ? 0 : starts.Max() - starts.Min();
        return moved > Protocol.FutureSeconds ? moved : null;
    }
}
