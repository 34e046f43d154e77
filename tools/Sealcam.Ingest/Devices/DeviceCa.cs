using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Ingest;

/// <summary>
/// An authority that may vouch for devices: a self-signed certificate, because a chain must end in one. Cameras under a simulated
/// one carry the mark *simulated* for good.
/// </summary>
public sealed class DeviceCa
{
    /// <summary>
    /// A certificate with this common name is simulated whatever a configuration says: nobody can promote it by mistake.
    /// </summary>
    public const string DevelopmentName = "Sealcam development CA";

    /// <exception cref="IngestException">The certificate is not self-issued.</exception>
    public DeviceCa(X509Certificate2 certificate, bool simulated)
    {
        if (!certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData))
        {
            throw new IngestException(
                $"The device authority '{certificate.Subject}' is not self-signed; name the root it stems from.");
        }

        Certificate = certificate;
        Simulated = simulated || IsDevelopment(certificate);
    }

    public X509Certificate2 Certificate { get; }

    public bool Simulated { get; }

    internal static bool IsDevelopment(X509Certificate2 certificate) =>
        certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false) == DevelopmentName;
}
