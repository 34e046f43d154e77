namespace Sealcam;

/// <summary>
/// Keeps sealed stills until they are receipted. A still comes in block by block while it is captured and counts only once it is
/// kept; it goes out oldest first and goes away only on Release.
/// </summary>
public interface IOutbox
{
    /// <summary>
    /// One slice of finding what earlier boots kept, under this device ID and before the first still of this boot. True when it
    /// is done. Any content of the storage is taken as it is: this never fails.
    /// </summary>
    bool Recover(byte[] id, uint bootCount);

    /// <summary>One slice of work of its own; returns ms until the next is wanted.</summary>
    int Step(bool uplinkIsHealthy);

    /// <summary>A clean stop: whatever can outlive this boot is put where it does.</summary>
    void Stop();

    /// <summary>Stills that wait to be shipped; those set aside are not among them.</summary>
    int Count { get; }

    /// <summary>Bytes of the largest still that it could hold when empty.</summary>
    int Capacity { get; }

    /// <summary>The order that the still opened next will have if it passes Capture.</summary>
    void Announce(uint bootCount, uint sequence);

    /// <summary>
    /// Makes room for a still of at most <paramref name="length"/> bytes, by the policy for a full outbox, and opens it. False
    /// when the policy gives no room; nothing is open then.
    /// </summary>
    bool Open(int length);

    /// <summary>
    /// The next block of the open still, <see cref="Limits.LeafBytes"/> long, to be filled in place. The block lent before it may
    /// still be changed, those before that not any more.
    /// </summary>
    byte[] Lend();

    /// <summary>
    /// Keeps the open still: its first <paramref name="length"/> bytes, under this order, digest and segment. All or nothing:
    /// false when it could not be kept, and then nothing of it is left.
    /// </summary>
    bool Keep(int length, Claims claims, byte[] segment, int segmentLength, long triggeredMs);

    /// <summary>Gives up the open still.</summary>
    void Abandon();

    /// <summary>The still to ship next, or null.</summary>
    KeptStill Oldest();

    /// <summary>
    /// Some of the still's bytes from <paramref name="position"/> on, without copying: returns how many (1 or more) lie at
    /// <paramref name="offset"/> of <paramref name="block"/>. Positions only go up, or back to 0.
    /// </summary>
    int Look(KeptStill still, int position, out byte[] block, out int offset);

    /// <summary>The still is receipted: it goes, and its room is free.</summary>
    void Release(KeptStill still);

    /// <summary>The still was refused for good: it no longer stands in the way, and its room is the first to be taken.</summary>
    void SetAside(KeptStill still);
}
