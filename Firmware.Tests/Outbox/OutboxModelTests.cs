namespace Sealcam.Tests;

/// <summary>Random operations on a RAM outbox beside a model that keeps nothing but lengths and flags.</summary>
[TestClass]
public class OutboxModelTests
{
    private const int Leaf = Limits.LeafBytes;
    private const int Most = 6;

    // The model, oldest first.
    private static readonly uint[] _sequence = new uint[Most + 1];
    private static readonly int[] _blocks = new int[Most + 1];
    private static readonly bool[] _aside = new bool[Most + 1];
    private static int _count, _dropped;
    private static uint _shipping;

    [TestMethod]
    public void ThousandsOfOperationsMatchTheModelAndLeakNoBlock()
    {
#if NANOFRAMEWORK_1_0
        const int rounds = 400;
#else
        const int rounds = 20000;
#endif
        Compare(false, 1, rounds);
        Compare(true, 2, rounds);
    }

    private static void Compare(bool refuseNewest, int seed, int rounds)
    {
        var counters = new Counters();
        var outbox = new RamOutbox(Most * Leaf, refuseNewest, counters, new CollectingLog());
        var dice = new Dice(seed);
        var claims = new Claims();
        var segment = new byte[10];
        _count = _dropped = 0;
        _shipping = 0;
        for (int round = 0; round < rounds; round++)
        {
            int act = dice.Below(8);
            var oldest = outbox.Oldest();
            if (act < 4)
            {
                int announced = 1 + dice.Below(4 * Leaf);
                bool opened = outbox.Open(announced);
                Assert.AreEqual(MakeRoom(BlockPool.BlocksFor(announced), refuseNewest), opened, "round " + round);
                if (opened)
                {
                    Fill(outbox, announced, dice, claims, segment);
                }
            }
            else if (oldest != null && act == 4)
            {
                oldest.IsShipping = !oldest.IsShipping;
                _shipping = oldest.IsShipping ? oldest.Sequence : 0;
            }
            else if (oldest != null && act == 5)
            {
                Remove(Find(oldest.Sequence));
                outbox.Release(oldest);
            }
            else if (oldest != null && act == 6)
            {
                int index = Find(oldest.Sequence);
                _aside[index] = true;
                _shipping = 0;
                LimitAside();
                outbox.SetAside(oldest);
            }

            Match(outbox, counters, round);
        }
    }

    private static void Fill(RamOutbox outbox, int announced, Dice dice, Claims claims, byte[] segment)
    {
        bool whole = dice.Below(4) > 0;
        int lent = whole ? BlockPool.BlocksFor(announced) : dice.Below(BlockPool.BlocksFor(announced));
        for (int i = 0; i < lent; i++)
        {
            outbox.Lend()[0] = (byte)(claims.Sequence + 1);
        }

        if (!whole)
        {
            outbox.Abandon();
            return;
        }

        int length = announced - dice.Below(announced < 4000 ? announced : 4000);
        claims.Sequence++;
        Assert.IsTrue(outbox.Keep(length, claims, segment, 10, 0));
        _sequence[_count] = claims.Sequence;
        _blocks[_count] = BlockPool.BlocksFor(length);
        _aside[_count++] = false;
    }

    private static bool MakeRoom(int blocks, bool refuseNewest)
    {
        int free = Most, yield = 0;
        for (int i = 0; i < _count; i++)
        {
            free -= _blocks[i];
            yield += _aside[i] || !refuseNewest && _sequence[i] != _shipping ? _blocks[i] : 0;
        }

        if (free + yield < blocks)
        {
            return false;
        }

        while (free < blocks || _count == Most)
        {
            int victim = Pick(refuseNewest);
            if (victim < 0)
            {
                return false;
            }

            free += _blocks[victim];
            _dropped++;
            Remove(victim);
        }

        return true;
    }

    /// <summary>The oldest set aside, else by the policy the oldest that is not on the wire.</summary>
    private static int Pick(bool refuseNewest)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_aside[i])
            {
                return i;
            }
        }

        for (int i = 0; i < _count && !refuseNewest; i++)
        {
            if (_sequence[i] != _shipping)
            {
                return i;
            }
        }

        return -1;
    }

    private static void LimitAside()
    {
        int aside = 0, first = -1;
        for (int i = _count - 1; i >= 0; i--)
        {
            aside += _aside[i] ? 1 : 0;
            first = _aside[i] ? i : first;
        }

        if (aside > RamOutbox.SetAsideLimit)
        {
            _dropped++;
            Remove(first);
        }
    }

    private static int Find(uint sequence)
    {
        int i = 0;
        while (_sequence[i] != sequence)
        {
            i++;
        }

        return i;
    }

    private static void Remove(int index)
    {
        _shipping = _sequence[index] == _shipping ? 0 : _shipping;
        _count--;
        for (int i = index; i < _count; i++)
        {
            _sequence[i] = _sequence[i + 1];
            _blocks[i] = _blocks[i + 1];
            _aside[i] = _aside[i + 1];
        }
    }

    private static void Match(RamOutbox outbox, Counters counters, int round)
    {
        int waiting = 0, first = -1;
        for (int i = _count - 1; i >= 0; i--)
        {
            waiting += _aside[i] ? 0 : 1;
            first = _aside[i] ? first : i;
        }

        Assert.AreEqual(waiting, outbox.Count, "round " + round);
        Assert.AreEqual(_dropped, counters.Dropped, "round " + round);
        var oldest = outbox.Oldest();
        Assert.AreEqual(first < 0 ? 0u : _sequence[first], oldest == null ? 0u : oldest.Sequence, "round " + round);
        if (oldest != null)
        {
            outbox.Look(oldest, 0, out byte[] block, out _);
            Assert.AreEqual((byte)oldest.Sequence, block[0], "round " + round);
        }
    }
}
