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
    private int _left;

    public OutboxDropCommand() : base("outbox drop", "COUNT | all",
        "give up the oldest stills for good; counted and signed", 1, 1)
    {
    }

    public override string Choice(ConsoleSession s, int argument, int index) => argument == 0 && index == 0 ? "all" : null;

    /// <summary>One still a slice: on storage each is a file to delete.</summary>
    public override int Step(ConsoleSession s, int slice)
    {
        var view = s.Agent.Outbox as IOutboxView;
        if (view == null)
        {
            return s.FailAbsent("outbox that can be listed");
        }

        if (slice == 0)
        {
            _left = view.KeptCount;
            if (s.Argument(0) != "all" && !Digits.TryParse(s.Argument(0), 1, 100000, out _left))
            {
                return s.Fail(ConsoleError.Usage, "outbox drop takes a number or 'all'");
            }

            return More;
        }

        if (_left-- > 0 && view.DropOldest())
        {
            s.Count++;
            return Wait;
        }

        s.Reply.Field("dropped", s.Count);
        s.Reply.Field("left", view.KeptCount);
        return Done;
    }

    /// <summary>After Ctrl-C too: what is gone is gone.</summary>
    public override void End(ConsoleSession s)
    {
        if (s.Count > 0)
        {
            s.Parts.Log.Write(LogLevel.Warning, "console", s.Count + " stills dropped by hand");
        }
    }
}
