using System;

namespace Sealcam;

/// <summary>
/// Identity and order of the device: the 96 bytes of PROTOCOL.md section 6. Holds the private key: never logged, never exported.
/// </summary>
public sealed class OrderRecord
{
    public const int Bytes = 96;

    /// <summary>The last sequence of a boot that has not stopped cleanly.</summary>
    public const uint LastUnknown = 0xFFFFFFFF;

    private const uint Magic = 0x53435231;  // "SCR1"
    private const uint FlagSimulated = 1;
    private const int AtCounter = 4, AtBoot = 8, AtLast = 12, AtKey = 16, AtId = 48, AtFlags = 80, AtTime = 84, AtZero = 88, AtCrc = 92;

    /// <summary>Commits of this record; its lowest bit names the copy.</summary>
    public uint Counter;
    public uint BootCount;
    public uint Last = LastUnknown;

    /// <summary>d, 32 bytes.</summary>
    public byte[] Key = new byte[32];

    /// <summary>The device ID, 32 bytes.</summary>
    public byte[] Id = new byte[32];

    /// <summary>The identity is from a development CA: a simulated camera.</summary>
    public bool Simulated;

    /// <summary>Last time that a receipt told (Unix seconds), 0 if none: a floor for the clock of the next boot.</summary>
    public uint ReceiptTime;

    public void Encode(byte[] target)
    {
        Array.Clear(target, 0, Bytes);
        BigEndian.Put(Magic, target, 0);
        BigEndian.Put(Counter, target, AtCounter);
        BigEndian.Put(BootCount, target, AtBoot);
        BigEndian.Put(Last, target, AtLast);
        Array.Copy(Key, 0, target, AtKey, 32);
        Array.Copy(Id, 0, target, AtId, 32);
        BigEndian.Put(Simulated ? FlagSimulated : 0, target, AtFlags);
        BigEndian.Put(ReceiptTime, target, AtTime);
        BigEndian.Put(Crc32.Compute(target, 0, AtCrc), target, AtCrc);
    }

    /// <summary>
    /// The record in these bytes, or null if they are not a good one (length, magic, CRC, unknown flags, key out of range).
    /// </summary>
    public static OrderRecord Decode(byte[] source, int length)
    {
        if (length != Bytes || BigEndian.Get(source, 0) != Magic || BigEndian.Get(source, AtCrc) != Crc32.Compute(source, 0, AtCrc)
            || (BigEndian.Get(source, AtFlags) & ~FlagSimulated) != 0 || BigEndian.Get(source, AtZero) != 0)
        {
            return null;
        }

        var record = new OrderRecord
        {
            Counter = BigEndian.Get(source, AtCounter),
            BootCount = BigEndian.Get(source, AtBoot),
            Last = BigEndian.Get(source, AtLast),
            Simulated = BigEndian.Get(source, AtFlags) == FlagSimulated,
            ReceiptTime = BigEndian.Get(source, AtTime),
        };
        Array.Copy(source, AtKey, record.Key, 0, 32);
        Array.Copy(source, AtId, record.Id, 0, 32);
        return P256Key.IsPrivate(record.Key) ? record : null;
    }

    /// <summary>
    /// Forgets the private key. A board that has read the record for the TLS key alone calls it when it is done.
    /// </summary>
    public void Wipe() => Array.Clear(Key, 0, Key.Length);

    public bool SameIdentity(OrderRecord other) => BigEndian.Same(Id, 0, other.Id, 0, 32);
}
