namespace Sealcam.Tests;

/// <summary>Identities whose private keys everybody knows.</summary>
public static class TestIdentity
{
    /// <summary>X of the P-256 key of RFC 6979 A.2.5.</summary>
    public const string Id = "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6";

    /// <summary>n - d of that key, because the public Y of d is odd.</summary>
    public const string Key = "36505626ba458aea94a3dea8984e296c6e9636d2702f0372782f6897ea53be30";

    public static OrderRecord Record(uint bootCount)
    {
        return new OrderRecord { Key = Hex.Bytes(Key), Id = Hex.Bytes(Id), BootCount = bootCount, Simulated = true };
    }

    /// <summary>Another identity; no one signs with it.</summary>
    public static OrderRecord Other(uint bootCount)
    {
        var record = Record(bootCount);
        record.Key[31] ^= 1;
        record.Id[31] ^= 1;
        return record;
    }

    public static void Put(FakeStore store, string name, OrderRecord record)
    {
        var bytes = new byte[OrderRecord.Bytes];
        record.Encode(bytes);
        store.Put(name, bytes, bytes.Length);
    }
}
