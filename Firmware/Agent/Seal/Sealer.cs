using System;

namespace Sealcam;

/// <summary>Makes the token: claims, Sig_structure, ES256, COSE_Sign1 (RFC 9052 4.2 and 4.4), and the segment around it.</summary>
public sealed class Sealer
{
    /// <summary>Domain separation and version of the token's signature, as external_aad.</summary>
    public const string Aad = "sealcam still 1";

    private const string Context = "Signature1";
    private const int LabelAlg = 1, LabelKid = 4;
    private const uint AlgEs256Negative = 6;  // -7 is written as -1 - 6 (RFC 9053 2.1)
    private const int SignatureBytes = 64;

    private readonly ISigner _signer;
    private readonly Sha256 _sha = new Sha256();
    private readonly byte[] _protected;
    private readonly byte[] _aad = Ascii.Bytes(Aad);
    private readonly byte[] _hash = new byte[32];
    private readonly byte[] _signature = new byte[SignatureBytes];
    private readonly CborWriter _claims = new CborWriter(Claims.MaxBytes);
    private readonly CborWriter _cbor = new CborWriter(Limits.SegmentBytes);

    public Sealer(ISigner signer, byte[] deviceId)
    {
        _signer = signer;
        var header = new CborWriter(38);
        header.WriteMap(2);
        header.WriteUInt(LabelAlg);
        header.WriteNegative(AlgEs256Negative);
        header.WriteUInt(LabelKid);
        header.WriteBytes(deviceId, 0, DeviceId.Bytes);
        _protected = header.Buffer;
    }

    /// <summary>
    /// Writes the segment for these claims to <paramref name="segment"/> (at least <see cref="Limits.SegmentBytes"/> long) and returns its
    /// length. The claims' digest must come from bytes that the sensor driver delivered: this is the only call that signs a still.
    /// </summary>
    public int Seal(Claims claims, byte[] segment)
    {
        _claims.Clear();
        claims.Write(_claims);

        _cbor.Clear();
        _cbor.WriteArray(4);
        _cbor.WriteText(Context);
        _cbor.WriteBytes(_protected, 0, _protected.Length);
        _cbor.WriteBytes(_aad, 0, _aad.Length);
        _cbor.WriteBytes(_claims.Buffer, 0, _claims.Length);
        _sha.Reset();
        _sha.Update(_cbor.Buffer, 0, _cbor.Length);
        _sha.Finish(_hash, 0);
        _signer.Sign(_hash, _signature, 0);

        _cbor.Clear();
        _cbor.WriteArray(4);
        _cbor.WriteBytes(_protected, 0, _protected.Length);
        _cbor.WriteMap(0);
        _cbor.WriteBytes(_claims.Buffer, 0, _claims.Length);
        _cbor.WriteBytes(_signature, 0, SignatureBytes);
        Segment.WriteHead(_cbor.Length, segment, 0);
        Array.Copy(_cbor.Buffer, 0, segment, Segment.HeadBytes, _cbor.Length);
        return Segment.HeadBytes + _cbor.Length;
    }
}
