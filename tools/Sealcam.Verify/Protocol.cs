namespace Sealcam.Verify;

/// <summary>The constants of PROTOCOL.md. A test fails when that page and this file differ.</summary>
public static class Protocol
{
    // 2.1 Segment: offsets count from the FF of the marker.
    public const int App11 = 0xEB;
    public const int CommonIdentifier = 0x4A50;
    public const int BoxInstance = 1;
    public const uint BoxPart = 1;
    public const uint TypeSuperbox = 0x6A756D62;
    public const uint TypeDescription = 0x6A756D64;
    public const uint TypeCbor = 0x63626F72;
    public const int DescriptionBytes = 25;
    public const byte Toggles = 0;
    public const int UuidOffset = 28;
    public const int CoseOffset = 53;

    /// <summary>Le is the COSE length and this; so are the lengths of the two boxes around it.</summary>
    public const int SegmentLengthExtra = 51, SuperboxExtra = 41, ContentBoxExtra = 8;

    /// <summary>Bytes: a segment that is longer is not authentic (4.2 rule 2).</summary>
    public const int SegmentMax = 1024;

    // 2.2 COSE_Sign1.
    public const int HeaderAlg = 1;
    public const int HeaderKid = 4;
    public const int AlgEs256 = -7;
    public const int DeviceIdBytes = 32;
    public const int SignatureBytes = 64;
    public const string SignatureContext = "Signature1";
    public const string ExternalAad = "sealcam still 1";

    // 2.3 Claims.
    public const int ClaimIssuedAt = 6;
    public const int ClaimNonce = 10;
    public const int ClaimUptime = 261;
    public const int ClaimBootCount = 267;
    public const int ClaimStill = -65537;
    public const int NonceMin = 16, NonceMax = 64;
    public const int FrameAgeMax = 65535;
    public const int ClockNone = 0, ClockStored = 1, ClockOperator = 2, ClockNetwork = 3, ClockReceipt = 4;
    public const int StillElements = 6;
    public const int ExtraElementsMax = 10, ExtraBytesMax = 64;

    // 5.5 Health report.
    public const string HealthAad = "sealcam health 1";
    public const int ClaimHealth = -65538;
    public const int HealthElements = 19;
    public const int WakeCauseMax = 7, SignalMin = -127;

    /// <summary>Bytes: a report that is longer is unreadable. With ten later elements of 66 bytes it fits.</summary>
    public const int HealthMax = 1024;

    // 2.4 Digest.
    public const string DigestKey = "sealcam digest 1";
    public const int LeafBytes = 4096;
    public const int DigestBytes = 32;

    // 2.5 Device ID as text: characters.
    public const int DeviceIdText = 52;

    /// <summary>s: how far a device's clock may run ahead of the verifier's before its still is stale (4.1).</summary>
    public const int FutureSeconds = 60;

    /// <summary>16 bytes: the content type that marks our superbox.</summary>
    public static ReadOnlySpan<byte> Uuid =>
        [0x90, 0x14, 0xC7, 0x0B, 0x35, 0xCF, 0x44, 0x05, 0xA6, 0x1E, 0x34, 0x2B, 0x07, 0x45, 0xB3, 0x14];
}
