using Sealcam.Cuts.World;

namespace Sealcam.Cuts.Cases;

/// <summary>What happens to a camera, from an empty flash on.</summary>
internal static class Scenario
{
    /// <summary>Everything once: provisioning, good weather, an outage beyond the bounds, lost receipts, refusals, a clean stop,
    /// redeployment, the plug pulled with stills kept, factory reset, another identity.</summary>
    public static readonly Act[] Whole =
    [
        new Deploy(0), new Capture(2), new Drain(),
        new Change(Weather.NoServer), new Capture(4), new Pass(20_000), new Capture(3), new Pass(20_000), new Configure(),
        new Capture(2), new Litter(), new Change(Weather.Good), new Drain(),
        new Change(Weather.LoseReceipts), new Capture(2), new Pass(20_000), new Change(Weather.Good), new Drain(),
        new Restart(true), new Capture(1), new Drain(),
        new Deploy(0), new Change(Weather.NoNetwork), new Capture(4), new Pass(20_000), new Restart(false), new Capture(5), new Pass(20_000),
        new Restart(true), new Change(Weather.Refuse), new Capture(1), new Pass(60_000), new Change(Weather.Good), new Drain(),
        new Restart(true), new Capture(1), new Drain(),
        new Audit(), new Change(Weather.NoServer), new Capture(2), new Pass(20_000), new Reset(), new Deploy(1), new Change(Weather.Good),
        new Capture(2), new Drain(),
    ];

    /// <summary>A random life. Never without an identity at the end.</summary>
    public static Act[] Random(Random dice)
    {
        var acts = new List<Act> { new Deploy(0) };
        int count = dice.Next(8, 40);
        while (acts.Count < count)
        {
            acts.Add(dice.Next(20) switch
            {
                < 6 => new Capture(dice.Next(1, 5)),
                < 10 => new Change((Weather)dice.Next(5)),
                < 13 => new Pass(dice.Next(1000, 90_000)),
                13 => new Configure(),
                14 => new Restart(true),
                15 or 16 => new Restart(false),
                17 => new Litter(),
                18 => new Deploy(0),
                _ => new Change(Weather.Good),
            });
        }

        if (dice.Next(6) == 0)
        {
            acts.AddRange([new Audit(), new Reset(), new Deploy(1), new Capture(dice.Next(1, 4))]);
        }

        return [.. acts];
    }
}
