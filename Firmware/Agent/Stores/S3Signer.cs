using System;

namespace Sealcam;

/// <summary>
/// AWS Signature Version 4 for S3 (AWS, "Signature Calculations for the Authorization Header: Transferring Payload in a Single
/// Chunk"). The key of a day is made once; a signature is then one SHA-256 over the canonical request and one HMAC.
/// </summary>
public sealed class S3Signer
{
    private const string Service = "s3", Algorithm = "AWS4-HMAC-SHA256", End = "aws4_request";
    private const string Hex = "0123456789abcdef";

    private readonly IMac _mac;
    private readonly string _region, _secret;
    private readonly Sha256 _hash = new Sha256();
    private readonly byte[] _dayKey = new byte[Sha256.DigestBytes];
    private string _day = "";

    public S3Signer(IMac mac, string region, string secret)
    {
        _mac = mac;
        _region = region;
        _secret = secret;
    }

    /// <summary>"20130524T000000Z".</summary>
    public static string TimeText(long unixSeconds)
    {
        var time = DateTime.UnixEpoch.AddSeconds(unixSeconds);
        return time.Year + Two(time.Month) + Two(time.Day) + "T" + Two(time.Hour) + Two(time.Minute) + Two(time.Second) + "Z";
    }

    /// <summary>Day, region and service that a signature of this time is good for.</summary>
    public string Scope(string time) => time.Substring(0, 8) + "/" + _region + "/" + Service + "/" + End;

    /// <summary>The signature of a canonical request at a time, 64 hex digits.</summary>
    public string Sign(string time, string canonicalRequest)
    {
        var bytes = Ascii.Bytes(canonicalRequest);
        var digest = new byte[Sha256.DigestBytes];
        _hash.Update(bytes, 0, bytes.Length);
        _hash.Finish(digest, 0);
        MakeKey(time.Substring(0, 8));
        Step(_dayKey, Algorithm + "\n" + time + "\n" + Scope(time) + "\n" + HexText(digest), digest);
        return HexText(digest);
    }

    private void MakeKey(string day)
    {
        if (_day == day)
        {
            return;
        }

        var secret = Ascii.Bytes("AWS4" + _secret);
        Step(secret, day, _dayKey);
        Array.Clear(secret, 0, secret.Length);
        Step(_dayKey, _region, _dayKey);
        Step(_dayKey, Service, _dayKey);
        Step(_dayKey, End, _dayKey);
        _day = day;
    }

    private void Step(byte[] key, string text, byte[] target)
    {
        var bytes = Ascii.Bytes(text);
        var next = new byte[Sha256.DigestBytes];
        _mac.Compute(key, bytes, 0, bytes.Length, next, 0);
        Array.Copy(next, 0, target, 0, next.Length);
    }

    private static string HexText(byte[] bytes)
    {
        var text = new char[bytes.Length * 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            text[2 * i] = Hex[bytes[i] >> 4];
            text[2 * i + 1] = Hex[bytes[i] & 15];
        }

        return new string(text);
    }

    private static string Two(int number) => number < 10 ? "0" + number : number.ToString();
}
