using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Sealcam.Ingest;

/// <summary>What an <see cref="IngestServer"/> is started with. Nothing listens beyond loopback unless it is said here.</summary>
public sealed record IngestOptions
{
    /// <summary>Folder of the stills and their index. One server at a time may use it.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where devices connect: TLS with client certificates.</summary>
    public IPAddress DevicesAddress { get; init; } = IPAddress.Loopback;

    /// <summary>0 takes a free port; <see cref="IngestServer.DevicesPort"/> tells which.</summary>
    public int DevicesPort { get; init; } = 8443;

    /// <summary>Certificate with private key that devices verify. See <see cref="Certificates.LoadServer"/>.</summary>
    public required X509Certificate2 ServerCertificate { get; init; }

    /// <summary>Intermediate certificates that go with <see cref="ServerCertificate"/>.</summary>
    public X509Certificate2Collection ServerChain { get; init; } = [];

    /// <summary>The only authorities whose device certificates are let in. The machine's own trust store plays no part.</summary>
    public required IReadOnlyList<DeviceCa> DeviceCas { get; init; }

    /// <summary>Where browsers connect. Beyond loopback a certificate and an owner token are needed.</summary>
    public IPAddress GalleryAddress { get; init; } = IPAddress.Loopback;

    /// <summary>0 takes a free port; <see cref="IngestServer.GalleryPort"/> tells which.</summary>
    public int GalleryPort { get; init; } = 8080;

    /// <summary>With it the gallery speaks HTTPS.</summary>
    public X509Certificate2? GalleryCertificate { get; init; }

    /// <summary>
    /// Names, without port, under which browsers may ask for the gallery, besides localhost and the loopback addresses.
    /// </summary>
    public IReadOnlyList<string> GalleryHosts { get; init; } = [];

    /// <summary>
    /// The owner's secret, at least <see cref="OwnerAccess.TokenMin"/> characters. Without one anybody on this machine may look.
    /// </summary>
    public string? OwnerToken { get; init; }

    public IngestLimits Limits { get; init; } = new();

    public RetentionOptions Retention { get; init; } = new();

    /// <summary>
    /// Told to devices in every receipt: they spread their first retry over it (PROTOCOL.md 5.2). Null leaves it to them.
    /// </summary>
    public TimeSpan? ReconnectWindow { get; init; }

    public ILoggerFactory Log { get; init; } = NullLoggerFactory.Instance;

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
