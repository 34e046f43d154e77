using System;

namespace Sealcam;

/// <summary>
/// What lies on storage, in RAM: order, size and standing of each still, oldest first. <see cref="EntryBytes"/> a still.
/// </summary>
public sealed class ShelfIndex
{
    /// <summary>No such entry.</summary>
    public const int None = -1;

    /// <summary>
    /// Standings: waits for the uplink; set aside; sealed under another identity, so that no receiver takes it from this device.
    /// </summary>
    public const byte Waiting = 0, Aside = 1, Foreign = 2;

    /// <summary>
    /// Bytes of RAM that a still takes here: boot, sequence, drops and size of 4 bytes each, the trigger's 8, the standing's 1.
    /// </summary>
    public const int EntryBytes = 25;

    private readonly uint[] _boot;
    private readonly uint[] _sequence;
    private readonly uint[] _dropped;
    private readonly int[] _bytes;
    private readonly long[] _triggered;
    private readonly byte[] _standing;

    public ShelfIndex(int capacity)
    {
        _boot = new uint[capacity];
        _sequence = new uint[capacity];
        _dropped = new uint[capacity];
        _bytes = new int[capacity];
        _triggered = new long[capacity];
        _standing = new byte[capacity];
    }

    public int Count { get; private set; }

    public int Capacity => _boot.Length;

    /// <summary>Bytes of all files.</summary>
    public long Bytes { get; private set; }

    public uint Boot(int i) => _boot[i];

    public uint Sequence(int i) => _sequence[i];

    /// <summary>What the still's token declares as dropped.</summary>
    public uint Dropped(int i) => _dropped[i];

    public int FileBytes(int i) => _bytes[i];

    /// <summary>Uptime of the trigger (ms); -1 if it was in an earlier boot.</summary>
    public long TriggeredMs(int i) => _triggered[i];

    public byte Standing(int i) => _standing[i];

    public void SetStanding(int i, byte standing) => _standing[i] = standing;

    /// <summary>Adds a still at its place. There must be room for it.</summary>
    public void Add(KeptStill still, int bytes, byte standing)
    {
        int at = Count++;
        for (; at > 0 && IsNewer(at - 1, still); at--)
        {
            Copy(at - 1, at);
        }

        _boot[at] = still.BootCount;
        _sequence[at] = still.Sequence;
        _dropped[at] = still.Dropped;
        _bytes[at] = bytes;
        _triggered[at] = still.TriggeredMs;
        _standing[at] = standing;
        Bytes += bytes;
    }

    public void RemoveAt(int index)
    {
        Bytes -= _bytes[index];
        Count--;
        for (int i = index; i < Count; i++)
        {
            Copy(i + 1, i);
        }
    }

    /// <summary>The entry of this order, or <see cref="None"/>.</summary>
    public int Find(uint boot, uint sequence)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_boot[i] == boot && _sequence[i] == sequence)
            {
                return i;
            }
        }

        return None;
    }

    /// <summary>The oldest of this standing, or <see cref="None"/>.</summary>
    public int Oldest(byte standing)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_standing[i] == standing)
            {
                return i;
            }
        }

        return None;
    }

    public int CountOf(byte standing)
    {
        int count = 0;
        for (int i = 0; i < Count; i++)
        {
            count += _standing[i] == standing ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// The most that any still of this boot declares as dropped, leaving out one entry (or <see cref="None"/>); 0 without any.
    /// </summary>
    public uint MostDropped(uint boot, int except)
    {
        uint most = 0;
        for (int i = 0; i < Count; i++)
        {
            if (i != except && _boot[i] == boot && _standing[i] != Foreign && _dropped[i] > most)
            {
                most = _dropped[i];
            }
        }

        return most;
    }

    private bool IsNewer(int i, KeptStill still) =>
        _boot[i] > still.BootCount || _boot[i] == still.BootCount && _sequence[i] > still.Sequence;

    private void Copy(int from, int to)
    {
        _boot[to] = _boot[from];
        _sequence[to] = _sequence[from];
        _dropped[to] = _dropped[from];
        _bytes[to] = _bytes[from];
        _triggered[to] = _triggered[from];
        _standing[to] = _standing[from];
    }
}
