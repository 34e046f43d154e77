using Sealcam.Cuts.World;

namespace Sealcam.Cuts.Cases;

/// <summary>One thing that happens to a camera. After a power cut in it, it is done again from the next boot on.</summary>
internal abstract record Act
{
    /// <summary>True when it is done; false when the power went before.</summary>
    public abstract bool Do(Bench bench);
}

/// <summary>An identity is deployed as order.new and the board boots with it; also one that is there already.</summary>
internal sealed record Deploy(int Number) : Act
{
    public override bool Do(Bench bench)
    {
        Identity identity = Identity.All[Number];
        if (bench.Expected == null)
        {
            bench.Either = identity;
        }

        byte[] file = identity.ToFile();
        if (!bench.Do(() => bench.Store.Write(OrderBook.NewName, file, file.Length)))
        {
            return false;
        }

        bench.Power.Pull();
        (bench.Expected, bench.Either) = (identity, null);  // the file is there: from now on no boot may come up without it
        bench.Boot();
        return bench.Power.IsOn && bench.Expected == identity;
    }
}

/// <summary>So many stills are asked for and captured, each after the other.</summary>
internal sealed record Capture(int Count) : Act
{
    public override bool Do(Bench bench)
    {
        for (int i = 0; i < Count; i++)
        {
            int before = bench.Agent!.Counters.Captured;
            if (!bench.Run(() => bench.Agent.DeviceId != null, 60_000))
            {
                return Stuck(bench, "does not boot");
            }

            bench.Run(() => Asked(bench.Agent, before), 60_000);
            if (bench.Agent.Counters.Captured == before)
            {
                return Stuck(bench, "captures nothing");
            }

            bench.RunFor(500);
        }

        return bench.Power.IsOn;
    }

    private static bool Asked(Agent agent, int before)
    {
        if (agent.Counters.Captured > before)
        {
            return true;
        }

        agent.Ask();
        return false;
    }

    private static bool Stuck(Bench bench, string how)
    {
        if (bench.Power.IsOn)
        {
            bench.Books.Wrong("the board " + how);
        }

        return false;
    }
}

/// <summary>Network and server change.</summary>
internal sealed record Change(Weather Weather) : Act
{
    public override bool Do(Bench bench)
    {
        bench.Link.Weather = Weather;
        return true;
    }
}

/// <summary>Time passes.</summary>
internal sealed record Pass(int Ms) : Act
{
    public override bool Do(Bench bench)
    {
        bench.RunFor(Ms);
        return bench.Power.IsOn;
    }
}

/// <summary>Everything that waits is shipped.</summary>
internal sealed record Drain : Act
{
    public override bool Do(Bench bench)
    {
        if (!bench.Run(() => bench.Agent!.Waiting == 0, Bench.PatienceMs) && bench.Power.IsOn)
        {
            bench.Books.Wrong($"{bench.Agent!.Waiting} stills are not shipped in {Bench.PatienceMs / 1000} s of good weather");
        }

        return bench.Power.IsOn;
    }
}

/// <summary>
/// The books are closed: in good weather everything is shipped, and one more still, which declares what no token did before.
/// </summary>
internal sealed record Audit : Act
{
    public override bool Do(Bench bench)
    {
        bench.Link.Weather = Weather.Good;
        if (!new Drain().Do(bench) || !new Capture(1).Do(bench) || !new Drain().Do(bench))
        {
            return false;
        }

        bench.Books.Close(bench.Receiver, bench.Flash.Stills);
        return true;
    }
}

/// <summary>A setting is written.</summary>
internal sealed record Configure : Act
{
    public override bool Do(Bench bench)
    {
        byte[] file = new byte[200];
        return bench.Do(() => bench.Store.Write("config", file, file.Length));
    }
}

/// <summary>A clean stop, or the plug; then the next boot.</summary>
internal sealed record Restart(bool IsClean) : Act
{
    public override bool Do(Bench bench)
    {
        if (IsClean && !bench.Do(() => bench.Agent!.Stop()))
        {
            return false;
        }

        bench.Power.Pull();
        bench.Boot();
        return bench.Power.IsOn;
    }
}

/// <summary>Files that are not ours appear among the kept stills, and torn ones of ours.</summary>
internal sealed record Litter : Act
{
    public override bool Do(Bench bench)
    {
        bench.Flash.Put("thumbs.db", [1, 2, 3]);
        bench.Flash.Put("00000001-00000001.stil", new byte[70]);
        bench.Flash.Put("00000000-00000000.still", new byte[500]);
        bench.Flash.Put("0000ffff-00000001.still", []);
        bench.Flash.Put("0000ffff-00000002.still", new byte[6000]);
        return true;
    }
}

/// <summary>A factory reset.</summary>
internal sealed record Reset : Act
{
    public override bool Do(Bench bench)
    {
        if (bench.Expected != null)
        {
            bench.Books.ResetAsked(bench.Expected.Device);
            (bench.Either, bench.Expected) = (bench.Expected, null);
            bench.Do(() => bench.Agent!.Reset());
        }

        if (!bench.Power.IsOn)
        {
            return false;
        }

        bench.Power.Pull();
        bench.Either = null;
        bench.Boot();
        return bench.Power.IsOn;
    }
}
