using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Host;

/// <summary>A camera's client certificate: its PEM file in flash, joined with the key of the order record.</summary>
public static class DeviceCertificate
{
    public const string File = "device.crt";
    private const int FileBytes = 4096;

    /// <summary>The certificate with its key, ready for TLS. The key comes from the newest good order record.</summary>
    /// <exception cref="HostException">One of the two is missing or damaged.</exception>
    /// <exception cref="CryptographicException">The record contradicts itself.</exception>
    public static X509Certificate2 Load(IStore store)
    {
        OrderRecord record = Identities.Newest(store) ?? throw new HostException("there is no good order record");
        DeviceKey key = DeviceKey.From(record);
        using X509Certificate2 shown = Read(store) ?? throw new HostException($"{File} is missing or damaged");
        if (!Belongs(shown, key.X))
        {
            throw new HostException($"{File} is not for the key of the order record");
        }

        using ECDsa ecdsa = key.ToEcdsa();
        return Join(shown, ecdsa);
    }

    /// <summary>The certificate alone; null if it is missing or damaged.</summary>
    internal static X509Certificate2 Read(IStore store)
    {
        byte[] file = new byte[FileBytes];
        try
        {
            int length = store.Read(File, file);
            return length is <= 0 or > FileBytes ? null : PemFiles.Certificate(file.AsSpan(0, length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>True if the public key is P-256 and its X is this device ID.</summary>
    public static bool Belongs(X509Certificate2 certificate, ReadOnlySpan<byte> deviceId)
    {
        try
        {
            using ECDsa key = certificate.GetECDsaPublicKey();
            return key?.KeySize == 256 && key.ExportParameters(false).Q.X.AsSpan().SequenceEqual(deviceId);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>
    /// Joins a certificate and its key so that TLS can use them. Windows' TLS runs in another process and cannot see a key that
    /// lives in this one's memory only; a trip through PKCS#12 puts it where it can, until the certificate is disposed.
    /// </summary>
    internal static X509Certificate2 Join(X509Certificate2 certificate, ECDsa key)
    {
        X509Certificate2 joined = certificate.CopyWithPrivateKey(key);
        if (!OperatingSystem.IsWindows())
        {
            return joined;
        }

        using (joined)
        {
            return X509CertificateLoader.LoadPkcs12(joined.Export(X509ContentType.Pkcs12), null);
        }
    }
}
