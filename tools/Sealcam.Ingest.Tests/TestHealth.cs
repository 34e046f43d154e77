using System.Formats.Cbor;

namespace Sealcam.Ingest.Tests;

/// <summary>A health report of the tests, written from PROTOCOL.md 5.5 with .NET's own CBOR.</summary>
internal sealed record TestHealth
{
    public uint Boot { get; init; } = 1;

    public uint Counter { get; init; } = 1;

    public uint Waiting { get; init; } = 2;

    public static byte[] Sign(TestCamera camera, TestHealth health, string aad = "sealcam health 1") =>
        camera.Token(health.Claims(), aad);

    private byte[] Claims()
    {
        CborWriter map = new(CborConformanceMode.Canonical);
        map.WriteStartMap(4);
        map.WriteInt32(6);
        map.WriteUInt32(1_760_000_000);
        map.WriteInt32(261);
        map.WriteUInt32(3600);
        map.WriteInt32(267);
        map.WriteUInt32(Boot);
        map.WriteInt32(-65538);
        map.WriteStartArray(19);
        foreach (uint value in new uint[] { Counter, 60, 4, 1, 1, 100_001 })
        {
            map.WriteUInt32(value);
        }

        map.WriteNull();
        map.WriteInt32(-61);
        map.WriteUInt32(Waiting);
        for (uint value = 10; value <= 19; value++)
        {
            map.WriteUInt32(value);
        }

        map.WriteEndArray();
        map.WriteEndMap();
        return map.Encode();
    }
}
