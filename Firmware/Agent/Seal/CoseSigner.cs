using System;

namespace Sealcam;

/// <summary>
/// Signs claims as a COSE_Sign1 (RFC 9052 4.2 and 4.4) with ES256 under one external_aad. What the bytes may be used for is in
/// that text: a signature made for one purpose is none for another.
/// </summary>
public sealed class CoseSigner
{
    private const string Context = "Signature1";
    private const int LabelAlg = 1, LabelKid = 4;
    private const uint AlgEs256Negative = 6;  // -7 is written as -1 - 6 (RFC 9053 2.1)
    private const int SignatureBytes = 64;

    private readonly ISigner _signer;
    private readonly Sha256 _sha = new Sha256();
    private readonly byte[] _protected;
    private readonly byte[] _aad;
    private readonly byte[] _hash = new byte[32];
    private readonly byte[] _signature = new byte[SignatureBytes];
    private readonly CborWriter _cbor;

    /// <summary>For results of at most <paramref name="capacity"/> bytes.</summary>
    public CoseSigner(ISigner signer, byte[] deviceId, string aad, int capacity)
    {
        _signer = signer;
        _aad = Ascii.Bytes(aad);
        _cbor = new CborWriter(capacity);
        var header = new CborWriter(38);
        header.WriteMap(2);
        header.WriteUInt(LabelAlg);
        header.WriteNegative(AlgEs256Negative);
        header.WriteUInt(LabelKid);
        header.WriteBytes(deviceId, 0, DeviceId.Bytes);
        _protected = header.Buffer;
    }

    /// <summary>Writes the COSE_Sign1 over the claims to <paramref name="target"/> and returns its length.</summary>
    public int Sign(CborWriter claims, byte[] target, int offset)
    {
        _cbor.Clear();
        _cbor.WriteArray(4);
        _cbor.WriteText(Context);
        _cbor.WriteBytes(_protected, 0, _protected.Length);
        _cbor.WriteBytes(_aad, 0, _aad.Length);
        _cbor.WriteBytes(claims.Buffer, 0, claims.Length);
        _sha.Reset();
        _sha.Update(_cbor.Buffer, 0, _cbor.Length);
        _sha.Finish(_hash, 0);
        _signer.Sign(_hash, _signature, 0);

        _cbor.Clear();
        _cbor.WriteArray(4);
        _cbor.WriteBytes(_protected, 0, _protected.Length);
        _cbor.WriteMap(0);
        _cbor.WriteBytes(claims.Buffer, 0, claims.Length);
        _cbor.WriteBytes(_signature, 0, SignatureBytes);
        Array.Copy(_cbor.Buffer, 0, target, offset, _cbor.Length);
        return _cbor.Length;
    }
}
