using System;
using System.Buffers.Binary;

namespace Sealcam.Host;

/// <summary>
/// The 96-byte record of PROTOCOL.md section 6, as a provisioning tool sees it: made once for a new camera, and read for the TLS
/// key. Counting boots is the agent's alone.
/// </summary>
public sealed class OrderRecord
{
    public const int Bytes = 96;
    public const string FileA = "order.a", FileB = "order.b", FileNew = "order.new";
    private const uint Magic = 0x53435231;
    private const uint SimulatedFlag = 1;

    public uint Counter { get; init; }

    public uint BootCount { get; init; }

    /// <summary>Last sequence of the boot before; 0xFFFFFFFF if it is not known.</summary>
    public uint LastSequence { get; init; }

    /// <summary>Private key d, 32 bytes, big-endian.</summary>
    public required byte[] Key { get; init; }

    public required byte[] DeviceId { get; init; }

    /// <summary>The identity is of a development CA.</summary>
    public bool Simulated { get; init; }

    /// <summary>Unix seconds that the last receipt told, 0 if none.</summary>
    public uint LastTime { get; init; }

    /// <summary>The record of a camera that has never booted: there was no boot before, so it sealed nothing.</summary>
    public static OrderRecord ForNew(DeviceKey key)
    {
        return new OrderRecord { Key = key.D, DeviceId = key.X, Simulated = true };
    }

    /// <summary>Null if the bytes are not one good record.</summary>
    public static OrderRecord Parse(ReadOnlySpan<byte> file)
    {
        if (file.Length != Bytes || U32(file, 0) != Magic || U32(file, 92) != Crc32.Of(file[..92])
            || U32(file, 88) != 0 || (U32(file, 80) & ~SimulatedFlag) != 0)
        {
            return null;
        }

        return new OrderRecord
        {
            Counter = U32(file, 4),
            BootCount = U32(file, 8),
            LastSequence = U32(file, 12),
            Key = file.Slice(16, 32).ToArray(),
            DeviceId = file.Slice(48, 32).ToArray(),
            Simulated = (U32(file, 80) & SimulatedFlag) != 0,
            LastTime = U32(file, 84),
        };
    }

    public byte[] ToBytes()
    {
        byte[] file = new byte[Bytes];
        BinaryPrimitives.WriteUInt32BigEndian(file, Magic);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(4), Counter);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(8), BootCount);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(12), LastSequence);
        Key.CopyTo(file, 16);
        DeviceId.CopyTo(file, 48);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(80), Simulated ? SimulatedFlag : 0);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(84), LastTime);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(92), Crc32.Of(file.AsSpan(0, 92)));
        return file;
    }

    /// <summary>
    /// The newest good copy; null if none is good. order.new comes first, because the agent takes it over at its next boot.
    /// </summary>
    public static OrderRecord Newest(IStore store)
    {
        OrderRecord a = Load(store, FileA);
        OrderRecord b = Load(store, FileB);
        OrderRecord inPlace = a == null || (b != null && b.Counter > a.Counter) ? b : a;
        return Load(store, FileNew) ?? inPlace;
    }

    /// <summary>True if any of the three files is there, good or not: then the folder belongs to a camera already.</summary>
    public static bool IsAny(IStore store)
    {
        byte[] none = [];
        return store.Read(FileA, none) >= 0 || store.Read(FileB, none) >= 0 || store.Read(FileNew, none) >= 0;
    }

    private static OrderRecord Load(IStore store, string name)
    {
        try
        {
            byte[] file = new byte[Bytes];
            return store.Read(name, file) == Bytes ? Parse(file) : null;
        }
        catch (Exception e) when (e is System.IO.IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static uint U32(ReadOnlySpan<byte> bytes, int offset)
    {
        return BinaryPrimitives.ReadUInt32BigEndian(bytes[offset..]);
    }
}
