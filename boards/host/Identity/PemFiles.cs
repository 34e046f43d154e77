using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Sealcam.Host;

/// <summary>Certificates and private keys as PEM files in one folder.</summary>
internal sealed class PemFiles
{
    private const int FileBytes = 64 * 1024;
    private readonly string _folder;

    public PemFiles(string folder)
    {
        _folder = folder;
    }

    public string PathOf(string name)
    {
        return Path.Combine(_folder, name);
    }

    public void Write(string name, string pem)
    {
        DurableFile.Write(PathOf(name), PathOf("_" + name), Encoding.ASCII.GetBytes(pem + "\n"));
    }

    /// <summary>Null if the file is missing or is no certificate.</summary>
    public X509Certificate2 Certificate(string name)
    {
        byte[] file = Read(name);
        return file == null ? null : Certificate(file);
    }

    public static X509Certificate2 Certificate(ReadOnlySpan<byte> pem)
    {
        try
        {
            return X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(pem));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A P-256 key; null if the file is missing or is none. A file that others may read is closed to them.</summary>
    public ECDsa Key(string name)
    {
        byte[] file = Read(name);
        if (file == null)
        {
            return null;
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(PathOf(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        ECDsa key = ECDsa.Create();
        try
        {
            key.ImportFromPem(Encoding.ASCII.GetString(file));
            if (key.KeySize == 256 && key.ExportParameters(true).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value)
            {
                return key;
            }
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            // Said by null: the caller knows what the file was for.
        }

        key.Dispose();
        return null;
    }

    private byte[] Read(string name)
    {
        var file = new FileInfo(PathOf(name));
        return file.Exists && file.Length is > 0 and <= FileBytes ? File.ReadAllBytes(file.FullName) : null;
    }
}
