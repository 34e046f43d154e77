namespace Sealcam.Tests;

/// <summary>Outboxes on <see cref="FakeFiles"/>, through as many boots as a test likes.</summary>
public sealed class ShelfRig
{
    /// <summary>Bytes of a segment: just enough to hold a device ID.</summary>
    public const int SegmentBytes = 100;

    /// <summary>Bytes of the file beside the still.</summary>
    public const int MoreBytes = SegmentBytes + StillFile.FootBytes;

    public readonly FakeFiles Files = new FakeFiles();
    public readonly FakeStore Store = new FakeStore();
    public readonly FakeClock Clock = new FakeClock();
    public readonly CollectingLog Log = new CollectingLog();
    public readonly Settings Settings = new Settings
    {
        StorageBytes = 6000, StorageStills = 6, OutboxBytes = 3 * Limits.LeafBytes, SpillAfterMs = 6000,
    };
    public readonly byte[] Id = Hex.Bytes(TestIdentity.Id);
    public Counters Counters;
    public IOutbox Box;
    public uint BootCount;
    private uint _sequence;

    /// <summary>The next boot, recovery included.</summary>
    public ShelfRig Boot()
    {
        BootCount++;
        _sequence = 0;
        Counters = new Counters();
        Clock.UptimeMs = 0;
        Box = null;  // two at a time are more than the emulator's 64 KB hold
        Box = Outboxes.Make(new Parts { Stills = Files, Store = Store, Clock = Clock, Log = Log }, Settings, Counters);
        int slices = 0;
        while (!Box.Recover(Id, BootCount))
        {
            slices++;
            Assert.IsTrue(slices < 1000, "recovery does not end");
        }

        return this;
    }

    /// <summary>Captures a still of so many bytes. False if it was not taken or not kept.</summary>
    public bool Keep(int length)
    {
        var claims = new Claims { BootCount = BootCount, Sequence = ++_sequence };
        claims.Digest[0] = (byte)_sequence;
        Box.Announce(BootCount, _sequence);
        Counters.Captured++;
        if (!Box.Open(length))
        {
            Counters.Dropped++;
            return false;
        }

        for (int position = 0; position < length; position += Limits.LeafBytes)
        {
            var block = Box.Lend();
            for (int i = 0; i < Limits.LeafBytes; i += 100)
            {
                block[i] = At(position + i);
            }
        }

        claims.Dropped = (uint)Declares;
        var segment = new byte[SegmentBytes];
        Id.CopyTo(segment, StillFile.IdOffset);
        if (Box.Keep(length, claims, segment, SegmentBytes, Clock.UptimeMs))
        {
            return true;
        }

        Counters.Dropped++;
        return false;
    }

    /// <summary>Ships the oldest: checks its bytes and its order, "boot-sequence", and releases it.</summary>
    public void Ship(string order)
    {
        var still = Box.Oldest();
        Assert.IsTrue(still != null, "nothing waits; " + Log.All());
        Assert.AreEqual(order, still.BootCount + "-" + still.Sequence);
        still.IsShipping = true;
        Assert.IsTrue(BigEndian.Same(still.Segment, StillFile.IdOffset, Id, 0, 32));
        for (int position = 2; position < still.Length;)
        {
            int count = Box.Look(still, position, out byte[] block, out int offset);
            Assert.IsTrue(count > 0 && position + count <= still.Length);
            for (int i = 0; i < count; i++)
            {
                if ((position + i) % Limits.LeafBytes % 100 == 0)
                {
                    Assert.AreEqual(At(position + i), block[offset + i]);
                }
            }

            position += count;
        }

        still.IsShipping = false;
        Box.Release(still);
    }

    /// <summary>Time passes, in Steps.</summary>
    public void Run(int ms, bool isHealthy)
    {
        long end = Clock.UptimeMs + ms;
        while (Clock.UptimeMs < end)
        {
            int wait = Box.Step(isHealthy);
            Clock.UptimeMs += wait < 1 ? 1 : wait < 250 ? wait : 250;
        }
    }

    /// <summary>What the next token declares.</summary>
    public int Declares => Counters.Dropped + Counters.DroppedBefore;

    private static byte At(int position) => (byte)(position / Limits.LeafBytes * 41 + position % Limits.LeafBytes / 100);
}
