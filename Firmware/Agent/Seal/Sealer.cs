namespace Sealcam;

/// <summary>Makes the token: claims, signature, and the segment around it (PROTOCOL.md 2).</summary>
public sealed class Sealer
{
    /// <summary>Domain separation and version of the token's signature, as external_aad.</summary>
    public const string Aad = "sealcam still 1";

    private readonly CborWriter _claims = new CborWriter(Claims.MaxBytes);
    private readonly CoseSigner _signer;

    public Sealer(ISigner signer, byte[] deviceId)
    {
        _signer = new CoseSigner(signer, deviceId, Aad, Limits.SegmentBytes);
    }

    /// <summary>
    /// Writes the segment for these claims to <paramref name="segment"/> (at least <see cref="Limits.SegmentBytes"/> long) and
    /// returns its length. The claims' digest must come from bytes that the sensor driver delivered: this is the only call that
    /// signs a still.
    /// </summary>
    public int Seal(Claims claims, byte[] segment)
    {
        _claims.Clear();
        claims.Write(_claims);
        int length = _signer.Sign(_claims, segment, Segment.HeadBytes);
        Segment.WriteHead(length, segment, 0);
        return Segment.HeadBytes + length;
    }
}
