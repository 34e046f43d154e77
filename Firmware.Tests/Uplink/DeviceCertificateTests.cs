using System;
#if !NANOFRAMEWORK_1_0
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
#endif

namespace Sealcam.Tests;

/// <summary>PEM, public key of a certificate and DER private key, against what openssl made for one key pair.</summary>
[TestClass]
public class DeviceCertificateTests
{
    // openssl ecparam -name prime256v1 -genkey; openssl req -x509 -subj "/CN=sealcam test device"
    private const string Certificate =
        "subject=CN = sealcam test device\r\n-----BEGIN CERTIFICATE-----\r\n"
        + "MIIBkDCCATegAwIBAgIUDlL0cgAMJfEoSrR/X9gr/e5lnIQwCgYIKoZIzj0EAwIw\r\n"
        + "HjEcMBoGA1UEAwwTc2VhbGNhbSB0ZXN0IGRldmljZTAeFw0yNjExMjIxMzA4NDNa\r\n"
        + "Fw0zNjExMTkxMzA4NDNaMB4xHDAaBgNVBAMME3NlYWxjYW0gdGVzdCBkZXZpY2Uw\r\n"
        + "WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATwnGWyJNTV0AwVCuLaazScfTSkKyyQ\r\n"
        + "OBpzCqu1ZtfAaIfMheLbRGxbKkAumYqrSPta/uWwOQ2N8hRQuDx0N7jSo1MwUTAd\r\n"
        + "BgNVHQ4EFgQUSGvhaK0O0kvrA2phGPKqxIGoh8MwHwYDVR0jBBgwFoAUSGvhaK0O\r\n"
        + "0kvrA2phGPKqxIGoh8MwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBE\r\n"
        + "AiAGc5Y5vsgsmonFD6EX9dDZCXZo1Y5ABg8NNRWIzlzLLAIgLopSXvXqB2Z6doAH\r\n"
        + "894BhGW7tiuwQp7mqrf/syiJl6E=\r\n-----END CERTIFICATE-----\r\n";

    private const string Private = "95fb9f2031520b17f0fffe588c817472c732988e822846759d3809201505d0ef";

    private const string Point =
        "f09c65b224d4d5d00c150ae2da6b349c7d34a42b2c90381a730aabb566d7c068"
        + "87cc85e2db446c5b2a402e998aab48fb5afee5b0390d8df21450b83c7437b8d2";

    // openssl ec -outform DER
    private const string PrivateDer =
        "3077020101042095fb9f2031520b17f0fffe588c817472c732988e822846759d3809201505d0efa00a06082a8648ce3d030107a14403420004"
        + "f09c65b224d4d5d00c150ae2da6b349c7d34a42b2c90381a730aabb566d7c068"
        + "87cc85e2db446c5b2a402e998aab48fb5afee5b0390d8df21450b83c7437b8d2";

    [TestMethod]
    public void APemFileGivesTheDerBytesOfItsFirstBlock()
    {
        var der = Pem.Decode(Bytes(Certificate));
        Assert.AreEqual(404, der.Length);
        Assert.AreEqual(0x30, (int)der[0]);
        Assert.AreEqual(0xA1, (int)der[403]);
        var twice = Pem.Decode(Bytes(Certificate + Certificate));
        CollectionAssert.AreEqual(der, twice);
    }

    [TestMethod]
    public void ATornOrForeignPemFileGivesNothing()
    {
        Assert.IsNull(Pem.Decode(Bytes("")));
        Assert.IsNull(Pem.Decode(Bytes("-----BEGIN CERTIFICATE-----")));
        Assert.IsNull(Pem.Decode(Bytes(Certificate.Substring(0, 300))));
        Assert.IsNull(Pem.Decode(Bytes("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n")));
        Assert.IsNull(Pem.Decode(Bytes("-----BEGIN X-----\nProc-Type: 4,ENCRYPTED\nAAAA\n-----END X-----\n")));
    }

    [TestMethod]
    public void PemIsToldFromDerByItsFirstBytes()
    {
        Assert.IsTrue(Pem.Is(Bytes("-----BEGIN CERTIFICATE-----\n")));
        Assert.IsFalse(Pem.Is(Hex(PrivateDer)));
        Assert.IsFalse(Pem.Is(new byte[0]));
    }

    [TestMethod]
    public void TheCertificatesPublicKeyIsFound()
    {
        var der = Pem.Decode(Bytes(Certificate));
        int at = CertificateKey.Find(der);
        var point = new byte[64];
        Array.Copy(der, at, point, 0, 64);
        CollectionAssert.AreEqual(Hex(Point), point);
    }

    [TestMethod]
    public void ACertificateWithoutAWholeP256KeyHasNone()
    {
        var der = Pem.Decode(Bytes(Certificate));
        int at = CertificateKey.Find(der);
        var cut = new byte[at + 63];
        Array.Copy(der, 0, cut, 0, cut.Length);
        Assert.AreEqual(-1, CertificateKey.Find(cut));

        // secp256k1 differs from prime256v1 in its OID; here one byte of it is enough.
        der[at - 5] ^= 1;
        Assert.AreEqual(-1, CertificateKey.Find(der));
        Assert.AreEqual(-1, CertificateKey.Find(new byte[0]));
    }

    [TestMethod]
    public void ThePrivateKeyIsWrittenAsOpensslWritesIt()
    {
        var der = DerKey.Encode(Hex(Private), Hex("00ff" + Point), 2);
        Assert.AreEqual(DerKey.Bytes, der.Length);
        CollectionAssert.AreEqual(Hex(PrivateDer), der);
    }

#if !NANOFRAMEWORK_1_0
    [TestMethod]
    public void OnTheHostWhichHasAnEcdsaTheEncodedKeySignsForTheCertificate()
    {
        byte[] der = Pem.Decode(Bytes(Certificate));
        using var key = ECDsa.Create();
        key.ImportECPrivateKey(DerKey.Encode(Hex(Private), der, CertificateKey.Find(der)), out int read);
        Assert.AreEqual(DerKey.Bytes, read);
        byte[] signature = key.SignData(der, HashAlgorithmName.SHA256);
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(der);
        using ECDsa published = certificate.GetECDsaPublicKey();
        Assert.IsTrue(published.VerifyData(der, signature, HashAlgorithmName.SHA256));
    }
#endif

    private static byte[] Bytes(string ascii)
    {
        var bytes = new byte[ascii.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)ascii[i];
        }

        return bytes;
    }

    private static byte[] Hex(string text)
    {
        var bytes = new byte[text.Length / 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)Convert.ToInt32(text.Substring(2 * i, 2), 16);
        }

        return bytes;
    }
}
