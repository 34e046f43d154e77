namespace Sealcam.Tests;

/// <summary>What a receiver reads out of a health report (PROTOCOL.md 5.5); everything but the signature is checked.</summary>
public sealed class HealthView
{
    public const uint Null = 0xFFFFFFFF;

    public uint BootCount, Counter, Uptime, Iat, Interval, Quality, Wake, Clean, Heap, Block, Waiting, PerMille;
    public int Signal;

    /// <summary>
    /// Captured, sealed, receipted, refused by the agent, by the server, dropped, retried, handshakes, camera faults.
    /// </summary>
    public readonly uint[] Counters = new uint[9];

    /// <summary>The claims, as hex.</summary>
    public string Claims;

    public bool Read(byte[] report)
    {
        var cose = new CborWalk(report, 0, report.Length);
        cose.Byte(0x84);
        bool header = cose.ByteString() == 38;
        cose.Byte(0xA0);
        int count = cose.ByteString(), at = cose.Place;
        if (!header || cose.ByteString() != 64 || !cose.AtEnd)
        {
            return false;
        }

        var claims = new byte[count];
        System.Array.Copy(report, at, claims, 0, count);
        Claims = Hex.Text(claims);
        var walk = new CborWalk(report, at, count);
        int pairs = (int)walk.Head(5);
        Iat = 0;
        if (walk.IsNext(6))
        {
            walk.Byte(6);
            Iat = walk.UInt();
        }

        bool keys = walk.UInt() == 261;
        Uptime = walk.UInt();
        keys &= walk.UInt() == 267;
        BootCount = walk.UInt();
        keys &= walk.Head(1) == 65537 && walk.Head(4) == 19 && pairs == (Iat == 0 ? 3 : 4);
        ReadElements(walk);
        return keys && walk.AtEnd && Counter >= 1 && Iat == 0 == (Quality == 0);
    }

    private void ReadElements(CborWalk walk)
    {
        Counter = walk.UInt();
        Interval = walk.UInt();
        Quality = walk.UInt();
        Wake = walk.UInt();
        Clean = Known(walk);
        Heap = Known(walk);
        Block = Known(walk);
        Signal = 0;
        if (walk.IsNext(0xF6))
        {
            walk.Byte(0xF6);
        }
        else
        {
            Signal = -1 - (int)walk.Head(1);
        }

        Waiting = walk.UInt();
        PerMille = Known(walk);
        for (int i = 0; i < Counters.Length; i++)
        {
            Counters[i] = walk.UInt();
        }
    }

    private static uint Known(CborWalk walk)
    {
        if (!walk.IsNext(0xF6))
        {
            return walk.UInt();
        }

        walk.Byte(0xF6);
        return Null;
    }
}
