using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Sealcam.Host;

/// <summary>
/// The CAs that a camera trusts, as a PEM file in its flash. Read once, as on the ESP32: another file counts from the next start.
/// </summary>
public sealed class AuthorityFile(IStore store)
{
    public const string Name = "ca.pem";
    private const int FileBytes = 4096;

    private X509Certificate2Collection _read;

    /// <summary>All certificates of the file; null if there is no file.</summary>
    /// <exception cref="HostException">The file holds no certificate.</exception>
    public X509Certificate2Collection Read()
    {
        byte[] file = new byte[FileBytes];
        int length = _read != null ? 0 : store.Read(Name, file);
        if (length < 0 || _read != null)
        {
            return _read;
        }

        var all = new X509Certificate2Collection();
        try
        {
            all.ImportFromPem(Encoding.ASCII.GetString(file, 0, Math.Min(length, FileBytes)));
        }
        catch (CryptographicException)
        {
            all.Clear();  // one bad block spoils the file, as it does for the ESP32's parser
        }

        return _read = all.Count > 0 && length <= FileBytes ? all : throw new HostException($"{Name} is not a certificate");
    }
}
