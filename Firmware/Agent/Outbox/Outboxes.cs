namespace Sealcam;

/// <summary>Makes the outbox that board and settings allow.</summary>
public static class Outboxes
{
    public static IOutbox Make(Parts parts, Settings settings, Counters counters)
    {
        if (parts.Stills != null && settings.Keep == Keeping.Storage)
        {
            return new FileOutbox(new Shelf(parts, settings, counters));
        }

        var ram = new RamOutbox(settings.OutboxBytes, settings.RefuseNewest, counters, parts.Log);
        return parts.Stills == null ? ram
            : new HybridOutbox(ram, new Shelf(parts, settings, counters), parts.Clock, settings.SpillAfterMs, settings.Keep != Keeping.Ram);
    }
}
