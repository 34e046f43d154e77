namespace Sealcam;

/// <summary>An outbox that a technician can look into. Not every outbox has to.</summary>
public interface IOutboxView
{
    /// <summary>Stills in it, those set aside included.</summary>
    int KeptCount { get; }

    /// <summary>One of them, oldest first. It is the outbox's own object, good until the next call of anything else.</summary>
    KeptStill KeptAt(int index);

    /// <summary>
    /// Gives the oldest still up that is not on the wire; the drop is counted, and so signed in the next token. False if there is
    /// none.
    /// </summary>
    bool DropOldest();
}
