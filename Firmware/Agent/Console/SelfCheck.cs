using System;

namespace Sealcam;

/// <summary>Checks a token of this very device, cheaply: who knows d needs no curve arithmetic with two points.</summary>
/// <remarks>
/// A verifier computes R = s^-1 (z G + r Q) and compares its X with r. With Q = d G that is the one multiple s^-1 (z + r d) of G.
/// Costs one comb multiplication and three inversions: on an ESP32 some tenths of a second, in one piece.
/// </remarks>
public static class SelfCheck
{
    /// <summary>True if the COSE_Sign1 carries this identity's ID and its signature is good.</summary>
    public static bool IsSigned(byte[] segment, int length, OrderRecord identity)
    {
        var cose = new CborReader();
        cose.Start(segment, Segment.HeadBytes, length - Segment.HeadBytes);
        bool shape = cose.ReadArray() == 4;
        int headerBytes = cose.ReadBytes(out int header);
        cose.ReadEmptyMap();
        int claimsBytes = cose.ReadBytes(out int claims);
        int signatureBytes = cose.ReadBytes(out int signature);
        if (!shape || signatureBytes != 64 || !cose.AtEnd || headerBytes < DeviceId.Bytes
            || !BigEndian.Same(segment, header + headerBytes - DeviceId.Bytes, identity.Id, 0, DeviceId.Bytes))
        {
            return false;
        }

        var signed = new CborWriter(Limits.SegmentBytes);
        signed.WriteArray(4);
        signed.WriteText("Signature1");
        signed.WriteBytes(segment, header, headerBytes);
        signed.WriteBytes(Ascii.Bytes(Sealer.Aad), 0, Sealer.Aad.Length);
        signed.WriteBytes(segment, claims, claimsBytes);
        var hash = new byte[32];
        var sha = new Sha256();
        sha.Update(signed.Buffer, 0, signed.Length);
        sha.Finish(hash, 0);
        return Verify(hash, segment, signature, identity.Key);
    }

    private static bool Verify(byte[] hash, byte[] source, int signature, byte[] d)
    {
        long[] z = new long[Limbs.Count], r = new long[Limbs.Count], s = new long[Limbs.Count], k = new long[Limbs.Count];
        Limbs.Read(hash, 0, z);
        Limbs.Reduce(z, Scalar.Order);
        Limbs.Read(source, signature, r);
        Limbs.Read(source, signature + 32, s);
        Limbs.Read(d, 0, k);
        if (!Scalar.IsInRange(r) || !Scalar.IsInRange(s))
        {
            return false;
        }

        var power = new Power();
        Scalar.ToMontgomery(s, s);
        power.Start(s, Scalar.OrderLess2, true);
        while (power.Step())
        {
        }

        Scalar.ToMontgomery(r, r);
        Scalar.Multiply(k, r, k);
        for (int i = 0; i < Limbs.Count; i++)
        {
            k[i] += z[i];
        }

        Limbs.Reduce(k, Scalar.Order);
        Scalar.Multiply(k, power.Result, k);
        Limbs.Reduce(k, Scalar.Order);
        return Compare(k, source, signature);
    }

    private static bool Compare(long[] k, byte[] source, int signature)
    {
        if (Limbs.IsZero(k))
        {
            return false;
        }

        byte[] scalar = new byte[32], x = new byte[32], y = new byte[32];
        Limbs.Write(k, scalar, 0);
        P256Key.Public(scalar, x, y);
        Limbs.Read(x, 0, k);
        Limbs.Reduce(k, Scalar.Order);
        Limbs.Write(k, x, 0);
        Array.Clear(scalar, 0, 32);
        return BigEndian.Same(x, 0, source, signature, 32);
    }
}
