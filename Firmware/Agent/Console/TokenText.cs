namespace Sealcam;

/// <summary>Reads the claims back out of a segment that this device has made (PROTOCOL.md 2.2, 2.3).</summary>
public sealed class TokenText
{
    private static readonly char[] Hex = { '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f' };

    private readonly CborReader _cbor = new CborReader();
    private readonly byte[] _segment;

    /// <summary>Where the digest lies in the segment.</summary>
    public int DigestOffset { get; private set; }

    public uint Iat { get; private set; }

    public bool HasNonce { get; private set; }

    public uint Uptime { get; private set; }

    public uint BootCount { get; private set; }

    public uint Sequence { get; private set; }

    public uint FrameAge { get; private set; }

    public uint ClockQuality { get; private set; }

    public uint Dropped { get; private set; }

    /// <summary>The claims were all there. False is a bug: the device made them.</summary>
    public bool IsGood { get; private set; }

    public TokenText(byte[] segment, int length)
    {
        _segment = segment;
        _cbor.Start(segment, Segment.HeadBytes, length - Segment.HeadBytes);
        _cbor.ReadArray();
        _cbor.ReadBytes(out _);
        _cbor.ReadEmptyMap();
        int bytes = _cbor.ReadBytes(out int claims);
        if (!_cbor.Failed)
        {
            Read(claims, bytes);
        }
    }

    /// <summary>The digest in hex.</summary>
    public string Digest
    {
        get
        {
            var text = new char[64];
            for (int i = 0; i < 32; i++)
            {
                text[2 * i] = Hex[_segment[DigestOffset + i] >> 4];
                text[2 * i + 1] = Hex[_segment[DigestOffset + i] & 15];
            }

            return new string(text);
        }
    }

    private void Read(int claims, int bytes)
    {
        _cbor.Start(_segment, claims, bytes);
        int entries = _cbor.ReadMap();
        for (int i = 0; i < entries - 1 && !_cbor.Failed; i++)
        {
            uint key = _cbor.ReadUInt();
            HasNonce |= key == Claims.KeyNonce;
            if (key == Claims.KeyNonce)
            {
                _cbor.ReadBytes(out _);
                continue;
            }

            uint value = _cbor.ReadUInt();
            Iat = key == Claims.KeyIat ? value : Iat;
            Uptime = key == Claims.KeyUptime ? value : Uptime;
            BootCount = key == Claims.KeyBootCount ? value : BootCount;
        }

        IsGood = _cbor.ReadNegative() == Claims.KeyStillNegative && _cbor.ReadArray() == Claims.StillElements;
        Sequence = _cbor.ReadUInt();
        IsGood &= _cbor.ReadBytes(out int digest) == 32;
        DigestOffset = digest;
        FrameAge = _cbor.ReadUInt();
        ClockQuality = _cbor.ReadUInt();
        Dropped = _cbor.ReadUInt();
        IsGood &= !_cbor.Failed;
    }
}
