namespace Sealcam.Tests;

/// <summary>Plain stores and stills for them, made short.</summary>
public static class Stores
{
    public const string Uplink = "put https://store.test/in/{device}/{order}.jpg";

    /// <summary>The device ID of <see cref="Kept"/>, all bytes 0xAB, as text.</summary>
    public const string Device = "vov2xk5lvov2xk5lvov2xk5lvov2xk5lvov2xk5lvov2xk5lvovq";

    public static PlainStore Make(string uplink, string query, string header1, string header2)
    {
        var store = PlainStore.Parse(uplink, query, new[] { header1, header2 }, "", "", "", out string fault);
        Assert.IsNull(fault);
        return store;
    }

    public static PlainStore S3(string uplink, string header1, string header2)
    {
        var store = PlainStore.Parse(uplink, "", new[] { header1, header2 }, "us-east-1", "AKIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", out string fault);
        Assert.IsNull(fault);
        return store;
    }

    /// <summary>What is wrong with this address, or with this header if there is one.</summary>
    public static string Fault(string uplink, string query, string header, bool isS3)
    {
        string set = isS3 ? "x" : "";
        PlainStore.Parse(uplink, query, new[] { "", header }, set, set, set, out string fault);
        return fault;
    }

    /// <summary>An outbox with one still of 300 bytes and a segment of 200.</summary>
    public static RamOutbox Kept(uint boot, uint sequence)
    {
        var outbox = new RamOutbox(2 * Limits.LeafBytes, false, new Counters(), new CollectingLog());
        outbox.Open(300);
        System.Array.Copy(TestJpeg.Make(300, 2), 0, outbox.Lend(), 0, 300);
        var segment = new byte[200];
        for (int i = 0; i < segment.Length; i++)
        {
            segment[i] = 0xAB;
        }

        outbox.Keep(300, new Claims { BootCount = boot, Sequence = sequence }, segment, segment.Length, 0);
        return outbox;
    }

    /// <summary>The head that this store gets for one still, each line end two dots.</summary>
    public static string Head(PlainStore store, uint boot, uint sequence, long time)
    {
        var wall = new WallClock(new FakeClock());
        wall.Offer(time, WallClock.Network);
        var target = new byte[StillPost.HeadBytes];
        int count = new StoreHead(store, new ManagedMac(), wall).Write(Kept(boot, sequence).Oldest(), target);
        return Ascii.Text(target, 0, count);
    }
}
