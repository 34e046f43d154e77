using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Sealcam.Host;

/// <summary>
/// A CA for one desk: it makes itself, a server certificate and cameras in a folder, and on later runs finds them there. All that
/// is under it is *simulated*: its key lies in a folder with no more than file modes around it, so its signature proves nothing.
/// </summary>
public sealed class DevelopmentAuthority : IDisposable
{
    /// <summary>Subject of every development CA, by which receivers mark its identities *simulated*.</summary>
    public const string Subject = "CN=Sealcam development CA, OU=simulated";
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "::1"];
    private readonly AuthorityFolder _folder;

    private DevelopmentAuthority(AuthorityFolder folder, X509Certificate2 server)
    {
        _folder = folder;
        Server = server;
    }

    /// <summary>The CA certificate, without its key.</summary>
    public X509Certificate2 Certificate => _folder.Certificate;

    /// <summary>Where it lies as PEM, for curl, openssl and browsers.</summary>
    public string CertificatePath => _folder.CertificatePath;

    /// <summary>The server certificate with its key.</summary>
    public X509Certificate2 Server { get; }

    /// <summary>Opens the CA in <paramref name="folder"/>, made there if there is none.</summary>
    /// <param name="folder">Holds nothing else; made if it is not there.</param>
    /// <param name="names">DNS names and IP addresses of the server besides localhost, 127.0.0.1 and ::1.</param>
    /// <param name="time">For dates of certificates; null for the machine's clock.</param>
    /// <exception cref="HostException">The folder cannot be used as it is; the sentence says what to do.</exception>
    public static DevelopmentAuthority Open(string folder, IEnumerable<string> names = null, TimeProvider time = null)
    {
        string full = Path.GetFullPath(folder);
        string[] all = Clean(names ?? []);
        using var turn = new FolderLock(full);
        try
        {
            var files = new AuthorityFolder(full, time ?? TimeProvider.System);
            return new DevelopmentAuthority(files, files.Server(all));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new HostException($"cannot open a development CA in {full}: {e.Message}", e);
        }
    }

    /// <summary>True for the certificate of any development CA.</summary>
    public static bool IsDevelopment(X509Certificate2 authority)
    {
        return authority.SubjectName.RawData.AsSpan().SequenceEqual(new X500DistinguishedName(Subject).RawData);
    }

    /// <summary>
    /// Makes sure that a flash folder holds a simulated camera: an identity if it has none, a certificate if that is missing or
    /// near its end. An identity that is there is never touched, or its order would start again. Returns the device ID.
    /// </summary>
    /// <exception cref="HostException">The folder is in use or damaged, or holds a real camera's identity.</exception>
    public byte[] Provision(string flashFolder)
    {
        using var store = new DirectoryStore(flashFolder);
        try
        {
            if (!Identities.IsAny(store))
            {
                Identities.Deploy(store, Identities.ForNew(DeviceKey.Create()));
            }

            OrderRecord record = Identities.Newest(store);
            if (record is not { Simulated: true })
            {
                throw new HostException(record == null
                    ? $"the camera in {flashFolder} has no good order record left: delete the folder to get a new camera"
                    : $"the identity in {flashFolder} is a real camera's: this board runs simulated ones only");
            }

            Certify(store, DeviceKey.From(record));
            return record.Id;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new HostException($"cannot provision a camera in {flashFolder}: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        Server.Dispose();
        _folder.Certificate.Dispose();
        _folder.Key.Dispose();
    }

    private void Certify(DirectoryStore store, DeviceKey key)
    {
        using X509Certificate2 there = DeviceCertificate.Read(store);
        if (there == null || !DeviceCertificate.Belongs(there, key.X) || !_folder.IsCurrent(there))
        {
            using X509Certificate2 made = CertificateMaker.Device(
                $"CN={DeviceKey.Text(key.X)}, OU=simulated", key, _folder.Issuer());
            byte[] pem = Encoding.ASCII.GetBytes(made.ExportCertificatePem() + "\n");
            store.Write(DeviceCertificate.File, pem, pem.Length);
        }
    }

    private static string[] Clean(IEnumerable<string> names)
    {
        string[] all = OwnNames.Concat(names)
            .Select(n => IPAddress.TryParse(n, out IPAddress a) ? a.ToString() : n.ToLowerInvariant()).Distinct().ToArray();
        string bad = Array.Find(all, n => Uri.CheckHostName(n) == UriHostNameType.Unknown);
        return bad == null ? all : throw new HostException($"'{bad}' is not a host name or IP address");
    }
}
