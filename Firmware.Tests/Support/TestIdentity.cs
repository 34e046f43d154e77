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

    /// <summary>Another identity: that of the worked example (PROTOCOL.md 8).</summary>
    public static OrderRecord Other(uint bootCount)
    {
        return new OrderRecord
        {
            Key = Hex.Bytes("298f4c676103127e75614c8932492fd0c579e6e5400affd23ec6732b0a7b44a6"),
            Id = Hex.Bytes("bd2755a67632c6e67b4121eb413a66afa2b20d5ecb2537c49dfa83cf876d6de2"),
            BootCount = bootCount,
            Simulated = true,
        };
    }

    public static void Put(FakeStore store, string name, OrderRecord record)
    {
        var bytes = new byte[OrderRecord.Bytes];
        record.Encode(bytes);
        store.Put(name, bytes, bytes.Length);
    }
}
