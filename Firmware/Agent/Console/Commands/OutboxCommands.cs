namespace Sealcam;

public sealed class OutboxListCommand : ConsoleCommand
{
    public OutboxListCommand() : base("outbox list", "", "list the stills that wait to be shipped, oldest first", 0, 0)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        var view = s.Agent.Outbox as IOutboxView;
        if (view == null)
        {
            return s.FailAbsent("outbox that can be listed");
        }

        if (slice == 0)
        {
            s.Reply.List("stills");
        }

        // Stills come and go between two slices: a list that is a second old is good enough here.
        if (slice >= view.KeptCount)
        {
            if (slice == 0 && !s.Reply.Json)
            {
                s.Reply.Line("nothing waits");
            }

            s.Reply.EndList();
            return Done;
        }

        var still = view.KeptAt(slice);
        s.Reply.Row();
        s.Reply.Cell("order", still.BootCount + "-" + still.Sequence, 12);
        s.Reply.Cell("bytes", still.SealedLength, 8);
        s.Reply.Cell("state", still.IsShipping ? "shipping" : still.IsSetAside ? "refused" : "waiting");
        s.Reply.EndRow();
        return More;
    }
}

/// <summary>Ends the back-off: the next try is made at once.</summary>
public sealed class OutboxFlushCommand : ConsoleCommand
{
    public OutboxFlushCommand() : base("outbox flush", "", "try to ship now, without waiting for the back-off", 0, 0)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        s.Agent.Uplink.Hurry();
        s.Reply.Field("waiting", s.Agent.Waiting);
        return Done;
    }
}

/// <summary>Gives stills up for good. They are counted, and the next token says so under the device's signature.</summary>
public sealed class OutboxDropCommand : ConsoleCommand
{
    public OutboxDropCommand() : base("outbox drop", "COUNT | all",
        "give up the oldest stills for good; counted and signed", 1, 1)
    {
    }

    public override string Choice(ConsoleSession s, int argument, int index) => argument == 0 && index == 0 ? "all" : null;

    public override int Step(ConsoleSession s, int slice)
    {
        var view = s.Agent.Outbox as IOutboxView;
        if (view == null)
        {
            return s.FailAbsent("outbox that can be listed");
        }

        int count = view.KeptCount;
        if (s.Argument(0) != "all" && !Digits.TryParse(s.Argument(0), 1, 100000, out count))
        {
            return s.Fail(ConsoleError.Usage, "outbox drop takes a number or 'all'");
        }

        int dropped = 0;
        while (dropped < count && view.DropOldest())
        {
            dropped++;
        }

        s.Parts.Log.Write(LogLevel.Warning, "console", dropped + " stills dropped by hand");
        s.Reply.Field("dropped", dropped);
        s.Reply.Field("left", view.KeptCount);
        return Done;
    }
}
