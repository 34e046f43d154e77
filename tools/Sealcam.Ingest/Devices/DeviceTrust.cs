using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Ingest;

/// <summary>Decides whether a client certificate is a device's, by the configured authorities alone.</summary>
internal sealed class DeviceTrust(IReadOnlyList<DeviceCa> authorities, TimeProvider time)
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>
    /// How the chain of a client certificate is built. A new one for each connection, because it holds the time.
    /// </summary>
    public X509ChainPolicy Policy()
    {
        X509ChainPolicy policy = new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            // A certificate may name an address to fetch its issuer from; whoever sends one must not make this server call there.
            DisableCertificateDownloads = true,
            VerificationTimeIgnored = false,
            VerificationTime = time.GetUtcNow().UtcDateTime,
        };
        policy.ApplicationPolicy.Add(new Oid(ClientAuthentication));
        policy.CustomTrustStore.AddRange(authorities.Select(ca => ca.Certificate).ToArray());
        return policy;
    }

    /// <summary>The identity, or null with a reason for the log that holds no text of the peer's choosing.</summary>
    /// <param name="certificate">What the peer presented, or null.</param>
    /// <param name="chain">Built from it by <see cref="Policy"/>.</param>
    /// <param name="errors">What building it found.</param>
    /// <param name="reason">Why not.</param>
    public DeviceIdentity? Judge(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors, out string reason)
    {
        reason = "";
        if (certificate is null || chain is null)
        {
            reason = "no certificate";
        }
        else if (errors != SslPolicyErrors.None)
        {
            reason = string.Join(", ", chain.ChainStatus.Select(status => status.Status).Distinct());
        }
        else if (chain.ChainElements.Count < 2)
        {
            reason = "the certificate is an authority's own";
        }
        else
        {
            return new DeviceIdentity(DeviceIdentity.KeyOf(certificate), IsSimulated(chain));
        }

        return null;
    }

    /// <summary>
    /// True also when a development authority sits in the middle of a chain: the mark must not be lost by cross-signing.
    /// </summary>
    private bool IsSimulated(X509Chain chain)
    {
        byte[] root = chain.ChainElements[^1].Certificate.RawData;
        return authorities.Any(ca => ca.Simulated && ca.Certificate.RawData.AsSpan().SequenceEqual(root))
            || chain.ChainElements.Any(element => DeviceCa.IsDevelopment(element.Certificate));
    }
}
