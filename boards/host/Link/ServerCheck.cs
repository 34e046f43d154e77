using System;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Host;

/// <summary>One handshake's verification of the server, and what it found wrong.</summary>
internal sealed class ServerCheck
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");
    private readonly X509ChainPolicy _policy;
    private SslPolicyErrors _errors;
    private X509ChainStatusFlags _chain;
    private string _subject = "";
    private string _dates = "";

    /// <exception cref="LinkException">The device has no usable CA.</exception>
    public static ServerCheck For(SslLinkOptions options)
    {
        try
        {
            return new ServerCheck(options.Authorities?.Invoke() ?? [options.Authority], options.Now());
        }
        catch (Exception e) when (e is HostException or CryptographicException)
        {
            throw new LinkException(LinkFault.Untrusted, $"this device has no usable CA: {e.Message}");
        }
    }

    private ServerCheck(X509Certificate2Collection authorities, DateTimeOffset now)
    {
        _policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // A private CA publishes no revocation list; a device that asked for one could never connect.
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = now.LocalDateTime,
            VerificationTimeIgnored = false,
        };
        _policy.CustomTrustStore.AddRange(authorities);
        // Devices have certificates of the same CA: without this any camera could play the server.
        _policy.ApplicationPolicy.Add(ServerAuthentication);
    }

    public SslClientAuthenticationOptions Options(string host, SslStreamCertificateContext identity)
    {
        return new SslClientAuthenticationOptions
        {
            TargetHost = host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = _policy,
            RemoteCertificateValidationCallback = Judge,
            // The context is presented whatever list of issuers the server sends.
            ClientCertificateContext = identity,
            AllowTlsResume = false,
            AllowRenegotiation = false,
        };
    }

    /// <summary>Why the server was refused, null if it was not. A false root outweighs dates, dates the name.</summary>
    public LinkException Fault(string server)
    {
        const X509ChainStatusFlags Dates = X509ChainStatusFlags.NotTimeValid;
        if (_errors == SslPolicyErrors.None)
        {
            return null;
        }

        if ((_errors & SslPolicyErrors.RemoteCertificateNotAvailable) != 0)
        {
            return new LinkException(LinkFault.Untrusted, $"{server} showed no certificate");
        }

        if ((_chain & ~Dates) != 0)
        {
            return new LinkException(LinkFault.Untrusted,
                $"the certificate of {server} ({_subject}) does not lead to this device's CA: {_chain & ~Dates}");
        }

        return (_chain & Dates) != 0
            ? new LinkException(LinkFault.Dates, $"the certificate of {server} is valid {_dates}, and this device's clock says "
                + $"{_policy.VerificationTime.ToUniversalTime():yyyy-MM-dd HH:mm}")
            : new LinkException(LinkFault.WrongName, $"the certificate of {server} ({_subject}) is for another host name");
    }

    private bool Judge(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors errors)
    {
        _errors = errors;
        foreach (X509ChainStatus status in chain?.ChainStatus ?? [])
        {
            _chain |= status.Status;
        }

        if (certificate is X509Certificate2 shown)
        {
            _subject = shown.Subject;
            _dates = $"{shown.NotBefore.ToUniversalTime():yyyy-MM-dd} to {shown.NotAfter.ToUniversalTime():yyyy-MM-dd}";
        }

        return errors == SslPolicyErrors.None;
    }
}
