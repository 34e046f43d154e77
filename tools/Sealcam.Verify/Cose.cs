namespace Sealcam.Verify;

/// <summary>The four parts of a COSE_Sign1 as PROTOCOL.md 2.2 allows it (RFC 9052 4.2), and the bytes that are signed.</summary>
internal readonly ref struct Cose
{
    /// <summary>84 58 26: an array of four that begins with a byte string of 38.</summary>
    private const int ProtectedBytes = 38;

    private Cose(ReadOnlySpan<byte> header, ReadOnlySpan<byte> claims, ReadOnlySpan<byte> signature)
    {
        Protected = header;
        Claims = claims;
        Signature = signature;
    }

    public ReadOnlySpan<byte> Protected { get; }

    public ReadOnlySpan<byte> Claims { get; }

    public ReadOnlySpan<byte> Signature { get; }

    /// <summary>The device ID: the last thing in the protected header.</summary>
    public ReadOnlySpan<byte> Kid => Protected[^Protocol.DeviceIdBytes..];

    /// <summary>Takes the parts; false if the bytes are not exactly of this form.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Cose cose)
    {
        CborCursor cursor = new(bytes);
        bool four = cursor.ReadArray() == 4;
        ReadOnlySpan<byte> header = cursor.ReadBytes(ProtectedBytes, ProtectedBytes);
        bool empty = cursor.ReadMap() == 0;
        ReadOnlySpan<byte> claims = cursor.ReadBytes(0, Protocol.SegmentMax);
        ReadOnlySpan<byte> signature = cursor.ReadBytes(Protocol.SignatureBytes, Protocol.SignatureBytes);
        bool right = four && empty && cursor.Done && IsHeader(header);
        cose = right ? new Cose(header, claims, signature) : default;
        return right;
    }

    /// <summary>The Sig_structure of RFC 9052 4.4.</summary>
    public byte[] SignedBytes(string aad = Protocol.ExternalAad)
    {
        CborWriter writer = new();
        writer.WriteArray(4);
        writer.WriteText(Protocol.SignatureContext);
        writer.WriteBytes(Protected);
        writer.WriteBytes(System.Text.Encoding.ASCII.GetBytes(aad));
        writer.WriteBytes(Claims);
        return writer.ToArray();
    }

    private static bool IsHeader(ReadOnlySpan<byte> header)
    {
        CborCursor cursor = new(header);
        bool two = cursor.ReadMap() == 2;
        bool alg = cursor.ReadKey() == Protocol.HeaderAlg && cursor.ReadKey() == Protocol.AlgEs256;
        bool kid = cursor.ReadKey() == Protocol.HeaderKid;
        cursor.ReadBytes(Protocol.DeviceIdBytes, Protocol.DeviceIdBytes);
        return two && alg && kid && cursor.Done;
    }
}
