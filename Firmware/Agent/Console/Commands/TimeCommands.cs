namespace Sealcam;

/// <summary>The time, and how it is known.</summary>
public sealed class TimeCommand : ConsoleCommand
{
    public TimeCommand() : base("time", "", "show the time and how it is known", 0, 0)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        var clock = s.Agent.Clock;
        s.Reply.Field("time", clock.Quality == WallClock.None ? "unknown" : Timestamp.Text(clock.UnixSeconds));
        s.Reply.Field("unix", clock.UnixSeconds);
        s.Reply.Field("quality", Timestamp.Quality(clock.Quality));
        s.Reply.Field("uptime", s.NowMs / 1000);
        return Done;
    }
}

/// <summary>Sets the time by hand, for a site whose network lets no time through.</summary>
public sealed class TimeSetCommand : ConsoleCommand
{
    public TimeSetCommand() : base("time set", "YYYY-MM-DDTHH:MM:SSZ | UNIX",
        "set the time (UTC); the network's and a receipt's count more", 1, 1)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        long unix = Timestamp.Parse(s.Argument(0));
        if (unix < 0)
        {
            return s.Fail(ConsoleError.Invalid, "a time is like 2026-11-22T13:00:00Z, or Unix seconds");
        }

        var clock = s.Agent.Clock;
        if (clock.Offer(unix, WallClock.Operator) || clock.Quality == WallClock.Operator && Near(clock.UnixSeconds - unix))
        {
            s.Reply.Field("time", Timestamp.Text(clock.UnixSeconds));
            return Done;
        }

        return s.Fail(ConsoleError.Invalid, clock.Quality > WallClock.Operator ? "the time is known from a better source already"
            : "that time cannot be: it is before this firmware was made, or after 2105");
    }

    private static bool Near(long seconds) => seconds >= -5 && seconds <= 5;
}
