using System;

namespace Sealcam.Host;

/// <summary>
/// The order record as a provisioning tool and the TLS link see it: made once for a new camera, and read for its key. Counting
/// boots is the agent's alone.
/// </summary>
public static class Identities
{
    /// <summary>The record of a camera that has never booted.</summary>
    public static OrderRecord ForNew(DeviceKey key)
    {
        return new OrderRecord { Key = key.D, Id = key.X, Last = 0, Simulated = true };
    }

    /// <summary>Puts the record where the next boot takes it over.</summary>
    public static void Deploy(IStore store, OrderRecord record)
    {
        byte[] file = Bytes(record);
        store.Write(OrderBook.NewName, file, file.Length);
        Array.Clear(file);
    }

    /// <summary>The record as its file. It holds the private key.</summary>
    public static byte[] Bytes(OrderRecord record)
    {
        byte[] file = new byte[OrderRecord.Bytes];
        record.Encode(file);
        return file;
    }

    /// <summary>
    /// The newest good copy; null if none is good. order.new comes first, because the agent takes it over at its next boot,
    /// unless its device ID is not its key's: then the agent refuses it.
    /// </summary>
    public static OrderRecord Newest(IStore store)
    {
        OrderRecord a = Load(store, OrderBook.NameA);
        OrderRecord b = Load(store, OrderBook.NameB);
        OrderRecord inPlace = a == null || (b != null && b.Counter > a.Counter) ? b : a;
        OrderRecord deployed = Load(store, OrderBook.NewName);
        return deployed != null && P256Key.IsPair(deployed.Key, deployed.Id) ? deployed : inPlace;
    }

    /// <summary>True if any of the three files is there, good or not: then the folder belongs to a camera already.</summary>
    public static bool IsAny(IStore store)
    {
        byte[] none = [];
        return store.Read(OrderBook.NameA, none) >= 0 || store.Read(OrderBook.NameB, none) >= 0 || store.Read(OrderBook.NewName, none) >= 0;
    }

    private static OrderRecord Load(IStore store, string name)
    {
        try
        {
            byte[] file = new byte[OrderRecord.Bytes];
            return OrderRecord.Decode(file, store.Read(name, file));
        }
        catch (Exception e) when (e is System.IO.IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
