using System;

namespace Sealcam;

/// <summary>
/// What the device owes to the signed count of dropped stills: the 68 bytes of PROTOCOL.md 9.2. It is written before a still on
/// storage goes, so that no drop is forgotten, and names that still, so that none is counted twice.
/// </summary>
public sealed class DropRecord
{
    public const int Bytes = 68;

    /// <summary>Boots whose receipted count is remembered.</summary>
    public const int Boots = 4;

    private const uint Magic = 0x53434431;  // "SCD1"
    private const int AtCounter = 4, AtBoot = 8, AtDropped = 12, AtVictimBoot = 16, AtVictimSequence = 20, AtOwner = 24, AtTable = 32, AtCrc = 64;
    private const int OwnerBytes = 8;

    private readonly byte[] _owner = new byte[OwnerBytes];
    private readonly uint[] _boots = new uint[Boots];
    private readonly uint[] _settled = new uint[Boots];

    /// <summary>Commits of this record; its lowest bit names the copy.</summary>
    public uint Counter;

    /// <summary>The boot that wrote it, and what the tokens of that boot declare or were still to declare.</summary>
    public uint Boot, Dropped;

    /// <summary>The still whose file goes with this commit; zeros for none.</summary>
    public uint VictimBoot, VictimSequence;

    /// <summary>True if this device ID wrote it: what another identity owes cannot be said under this one's key.</summary>
    public bool IsOf(byte[] id) => BigEndian.Same(_owner, 0, id, 0, OwnerBytes);

    /// <summary>Starts over for this device ID; the counter goes on, so that the next commit goes over the older copy.</summary>
    public void Start(byte[] id)
    {
        Boot = Dropped = VictimBoot = VictimSequence = 0;
        Array.Copy(id, 0, _owner, 0, OwnerBytes);
        Array.Clear(_boots, 0, Boots);
        Array.Clear(_settled, 0, Boots);
    }

    /// <summary>The most that a receipted token of this boot has declared, as far as it is remembered.</summary>
    public uint Settled(uint boot)
    {
        int i = Array.IndexOf(_boots, boot);
        return boot == 0 || i < 0 ? 0 : _settled[i];
    }

    /// <summary>Remembers it, in place of that of the oldest boot if there is no room.</summary>
    public void Settle(uint boot, uint dropped)
    {
        int at = 0;
        for (int i = 0; i < Boots; i++)
        {
            if (_boots[i] == boot)
            {
                at = i;
                break;
            }

            at = _boots[i] < _boots[at] ? i : at;
        }

        _boots[at] = boot;
        _settled[at] = dropped;
    }

    public void Encode(byte[] target)
    {
        BigEndian.Put(Magic, target, 0);
        BigEndian.Put(Counter, target, AtCounter);
        BigEndian.Put(Boot, target, AtBoot);
        BigEndian.Put(Dropped, target, AtDropped);
        BigEndian.Put(VictimBoot, target, AtVictimBoot);
        BigEndian.Put(VictimSequence, target, AtVictimSequence);
        Array.Copy(_owner, 0, target, AtOwner, OwnerBytes);
        for (int i = 0; i < Boots; i++)
        {
            BigEndian.Put(_boots[i], target, AtTable + 8 * i);
            BigEndian.Put(_settled[i], target, AtTable + 8 * i + 4);
        }

        BigEndian.Put(Crc32.Compute(target, 0, AtCrc), target, AtCrc);
    }

    /// <summary>Takes the record from these bytes; false, and nothing taken, if they are not a good one.</summary>
    public bool Decode(byte[] source, int length)
    {
        if (length != Bytes || BigEndian.Get(source, 0) != Magic || BigEndian.Get(source, AtCrc) != Crc32.Compute(source, 0, AtCrc))
        {
            return false;
        }

        Counter = BigEndian.Get(source, AtCounter);
        Boot = BigEndian.Get(source, AtBoot);
        Dropped = BigEndian.Get(source, AtDropped);
        VictimBoot = BigEndian.Get(source, AtVictimBoot);
        VictimSequence = BigEndian.Get(source, AtVictimSequence);
        Array.Copy(source, AtOwner, _owner, 0, OwnerBytes);
        for (int i = 0; i < Boots; i++)
        {
            _boots[i] = BigEndian.Get(source, AtTable + 8 * i);
            _settled[i] = BigEndian.Get(source, AtTable + 8 * i + 4);
        }

        return true;
    }
}
