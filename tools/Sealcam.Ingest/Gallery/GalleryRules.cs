using System.Net;

namespace Sealcam.Ingest;

/// <summary>Who may reach the gallery, and under which names. The product exists because strangers saw stills.</summary>
internal static class GalleryRules
{
    /// <exception cref="IngestException">
    /// The gallery would be open to a network without TLS, without an owner token or with a weak one.
    /// </exception>
    public static void Check(IngestOptions options)
    {
        if (options.OwnerToken is { } token && token.Length < OwnerAccess.TokenMin)
        {
            throw new IngestException($"The owner token must have at least {OwnerAccess.TokenMin} characters.");
        }

        if (!IPAddress.IsLoopback(options.GalleryAddress) && (options.GalleryCertificate is null || options.OwnerToken is null))
        {
            throw new IngestException("Beyond this machine the gallery needs a certificate and an owner token.");
        }

        if (options.DeviceCas.Count == 0)
        {
            throw new IngestException("Without a device authority no camera could connect.");
        }
    }

    public static Uri AddressOf(IngestOptions options, int port)
    {
        string scheme = options.GalleryCertificate is null ? "http" : "https";
        string host = options.GalleryHosts.FirstOrDefault()
            ?? (IPAddress.IsLoopback(options.GalleryAddress) || IsAny(options.GalleryAddress)
                ? "localhost"
                : Literal(options.GalleryAddress));
        return new Uri($"{scheme}://{host}:{port}/");
    }

    /// <summary>
    /// True for a Host header that means us: localhost, a configured name, or the very address that the connection came to. A
    /// page that points a name of its own at this machine (DNS rebinding) sends that name.
    /// </summary>
    /// <param name="host">The header's host without port.</param>
    /// <param name="local">Where the connection came to.</param>
    /// <param name="names">Configured names.</param>
    public static bool IsOurs(string host, IPAddress? local, IReadOnlyList<string> names)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address))
        {
            return local is not null && address.MapToIPv6().Equals(local.MapToIPv6());
        }

        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) && local is not null && IPAddress.IsLoopback(local)
            || names.Any(name => name.Equals(host, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    private static string Literal(IPAddress address) =>
        address.GetAddressBytes().Length == 16 ? $"[{address}]" : address.ToString();
}
