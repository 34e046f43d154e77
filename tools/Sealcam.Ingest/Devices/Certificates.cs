using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Ingest;

/// <summary>Reads certificates from PEM files.</summary>
public static class Certificates
{
    /// <summary>A server certificate (the first of the file) with its key, and the intermediate certificates behind it.</summary>
    /// <exception cref="IngestException">The files cannot be read, or the key is not the certificate's.</exception>
    public static (X509Certificate2 Certificate, X509Certificate2Collection Chain) LoadServer(
        string certificatePath, string keyPath)
    {
        try
        {
            using X509Certificate2 read = X509Certificate2.CreateFromPemFile(certificatePath, keyPath);
            X509Certificate2Collection chain = [];
            chain.ImportFromPemFile(certificatePath);
            chain.RemoveAt(0);

            // Windows cannot serve TLS with a key that lives in memory alone; through PKCS#12 it gets one that it can.
            return (X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null), chain);
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException
            or IOException or UnauthorizedAccessException)
        {
            throw new IngestException($"The server certificate '{certificatePath}' cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Every authority of a PEM file.</summary>
    /// <exception cref="IngestException">The file cannot be read or holds none.</exception>
    public static IReadOnlyList<DeviceCa> LoadCas(string path, bool simulated)
    {
        try
        {
            X509Certificate2Collection read = [];
            read.ImportFromPemFile(path);
            return read.Count > 0
                ? [.. read.Select(ca => new DeviceCa(ca, simulated))]
                : throw new IngestException($"The file '{path}' holds no certificate.");
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new IngestException($"The device authorities '{path}' cannot be read: {fault.Message}", fault);
        }
    }
}
