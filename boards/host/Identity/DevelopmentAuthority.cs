using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Host;

/// <summary>
/// A CA for one desk: it makes itself, a server certificate and cameras in a folder, and on later runs finds them there. Everything
/// under it is *simulated*: its key lies unprotected in a folder, so its signature proves nothing about the outside world.
/// </summary>
public sealed class DevelopmentAuthority : IDisposable
{
    /// <summary>Subject of every development CA, by which receivers mark its identities *simulated*.</summary>
    public const string Subject = "CN=Sealcam development CA, OU=simulated";
    private const string CaCertificate = "ca.crt", CaKey = "ca.key", ServerCertificate = "server.crt", ServerKey = "server.key";
    private const int RenewDays = 30;
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "::1"];
    private readonly PemFiles _files;
    private readonly ECDsa _key;
    private readonly TimeProvider _time;

    private DevelopmentAuthority(string folder, TimeProvider time)
    {
        _files = new PemFiles(folder);
        _time = time;
        CertificatePath = _files.PathOf(CaCertificate);
        _key = OwnKey();
        Certificate = OwnCertificate();
    }

    /// <summary>The CA certificate, without its key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Where it lies as PEM, for curl, openssl and browsers.</summary>
    public string CertificatePath { get; }

    /// <summary>The server certificate with its key.</summary>
    public X509Certificate2 Server { get; private set; }

    /// <summary>
    /// Opens the CA in <paramref name="folder"/>, made there if it is not. <paramref name="names"/>: DNS names and IP addresses of the
    /// server besides localhost, 127.0.0.1 and ::1.
    /// </summary>
    /// <exception cref="HostException">The folder cannot be used as it is; the sentence says what to do.</exception>
    public static DevelopmentAuthority Open(string folder, IEnumerable<string> names = null, TimeProvider time = null)
    {
        string full = Path.GetFullPath(folder);
        string[] all = CleanNames(names ?? []);
        using var turn = new FolderLock(full);
        try
        {
            var authority = new DevelopmentAuthority(full, time ?? TimeProvider.System);
            authority.Server = authority.OwnServer(all);
            return authority;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new HostException($"cannot make a development CA in {full}: {e.Message}", e);
        }
    }

    /// <summary>True for the certificate of any development CA.</summary>
    public static bool IsDevelopment(X509Certificate2 authority)
    {
        return authority.SubjectName.RawData.AsSpan().SequenceEqual(new X500DistinguishedName(Subject).RawData);
    }

    /// <summary>
    /// Makes sure that a flash folder holds a simulated camera: an identity if it has none, a certificate if that is missing or near its
    /// end. An identity that is there is never touched, or its order would start again. Returns the device ID.
    /// </summary>
    /// <exception cref="HostException">The folder is in use, damaged, or holds a real camera's identity.</exception>
    public byte[] Provision(string flashFolder)
    {
        using var store = new DirectoryStore(flashFolder);
        try
        {
            if (!OrderRecord.IsAny(store))
            {
                store.Write(OrderRecord.FileNew, OrderRecord.ForNew(DeviceKey.Create()).ToBytes(), OrderRecord.Bytes);
            }

            OrderRecord record = OrderRecord.Newest(store) ?? throw new HostException(
                $"the camera in {flashFolder} has lost its identity: no copy of its order record is good; delete the folder to get a new camera");
            if (!record.Simulated)
            {
                throw new HostException($"the identity in {flashFolder} is a real camera's; only simulated ones run on this board");
            }

            Certify(store, DeviceKey.From(record));
            return record.DeviceId;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new HostException($"cannot provision a camera in {flashFolder}: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        _key.Dispose();
        Certificate.Dispose();
        Server?.Dispose();
    }

    private void Certify(DirectoryStore store, DeviceKey key)
    {
        using X509Certificate2 there = DeviceCertificate.Read(store);
        if (there != null && DeviceCertificate.Belongs(there, key.X) && IsCurrent(there))
        {
            return;
        }

        using X509Certificate2 made = CertificateMaker.Device(key, Issuer());
        byte[] pem = System.Text.Encoding.ASCII.GetBytes(made.ExportCertificatePem() + "\n");
        store.Write(DeviceCertificate.File, pem, pem.Length);
    }

    /// <summary>The key comes first, so a run that is killed in between leaves a key from which the certificate is made again.</summary>
    private ECDsa OwnKey()
    {
        ECDsa there = _files.Key(CaKey);
        if (there != null)
        {
            return there;
        }

        if (File.Exists(_files.PathOf(CaKey)) || File.Exists(CertificatePath))
        {
            throw new HostException($"{_files.PathOf(CaKey)} is missing or damaged: put it back, or delete the folder to get a new CA "
                + "(cameras get new certificates by themselves)");
        }

        ECDsa made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _files.Write(CaKey, made.ExportPkcs8PrivateKeyPem());
        return made;
    }

    /// <summary>Made again under the same key and name it is as good as the one before: what it issued still verifies.</summary>
    private X509Certificate2 OwnCertificate()
    {
        X509Certificate2 there = _files.Certificate(CaCertificate);
        if (there != null && !IsDevelopment(there))
        {
            throw new HostException($"{CertificatePath} is not a Sealcam development CA; this folder is somebody else's");
        }

        DateTimeOffset now = _time.GetUtcNow();
        if (there != null && there.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(_key.ExportSubjectPublicKeyInfo())
            && there.NotBefore <= now.LocalDateTime && there.NotAfter > now.AddDays(CertificateMaker.LeafDays + 1).LocalDateTime)
        {
            return there;
        }

        X509Certificate2 made = CertificateMaker.Authority(_key, now);
        _files.Write(CaCertificate, made.ExportCertificatePem());
        return made;
    }

    private X509Certificate2 OwnServer(string[] names)
    {
        ECDsa key = _files.Key(ServerKey);
        X509Certificate2 there = _files.Certificate(ServerCertificate);
        bool good = key != null && there != null && IsCurrent(there) && HasExactly(there, names)
            && there.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo());
        if (!good)
        {
            // Nothing depends on this key: whatever is wrong, a new pair mends it.
            key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            there = CertificateMaker.Server(names, key, Issuer());
            _files.Write(ServerKey, key.ExportPkcs8PrivateKeyPem());
            _files.Write(ServerCertificate, there.ExportCertificatePem());
        }

        using (there)
        using (key)
        {
            return DeviceCertificate.Join(there, key);
        }
    }

    private CertificateMaker.Issuer Issuer()
    {
        return new CertificateMaker.Issuer(Certificate, _key, _time.GetUtcNow());
    }

    /// <summary>Signed by this CA, valid now and for a while yet.</summary>
    private bool IsCurrent(X509Certificate2 certificate)
    {
        DateTimeOffset now = _time.GetUtcNow();
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.LocalDateTime;
        return chain.Build(certificate) && certificate.NotAfter > now.AddDays(RenewDays).LocalDateTime;
    }

    private static bool HasExactly(X509Certificate2 certificate, string[] names)
    {
        var there = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        return there != null && there.EnumerateDnsNames().Concat(there.EnumerateIPAddresses().Select(a => a.ToString()))
            .ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(names);
    }

    private static string[] CleanNames(IEnumerable<string> names)
    {
        string[] all = OwnNames.Concat(names).Select(n => IPAddress.TryParse(n, out IPAddress a) ? a.ToString() : n.ToLowerInvariant())
            .Distinct().ToArray();
        string bad = Array.Find(all, n => Uri.CheckHostName(n) == UriHostNameType.Unknown);
        return bad == null ? all : throw new HostException($"'{bad}' is not a host name or IP address");
    }
}
