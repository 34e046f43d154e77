using System.CommandLine;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Sealcam.Host;
using Sealcam.Ingest;

namespace Sealcam.Tool.Commands;

/// <summary>
/// <c>sealcam ingest</c>: the server alone. Without certificates of its own it serves simulated cameras of this machine.
/// </summary>
internal static class IngestCommand
{
    /// <summary>
    /// Hidden: serve until standard input ends, whatever signals come. For a parent that stops this process last.
    /// </summary>
    public const string UntilInputEnds = "--until-input-ends";

    public static Command Create()
    {
        Option<DirectoryInfo> data = DataFolderOption.Create();
        var address = Address("--address", "Address on which devices connect.");
        Option<int> port = OptionParsers.Number("--port", "Port for devices; 0 takes a free one.", 8443, 0, 65535);
        var galleryAddress = Address("--gallery-address", "Address of the gallery; beyond loopback it needs TLS and an owner token.");
        Option<int> galleryPort = OptionParsers.Number("--gallery-port", "Port of the gallery; 0 takes a free one.", 8080, 0, 65535);
        var certificate = new Option<FileInfo?>("--server-certificate") { Description = "PEM of the server's certificate and intermediates." };
        var key = new Option<FileInfo?>("--server-key") { Description = "PEM of its private key." };
        var names = new Option<string[]>("--server-name")
        {
            Description = "A name or address, besides localhost, in the certificate that it makes for itself.", DefaultValueFactory = _ => [],
        };
        var cas = new Option<FileInfo[]>("--device-ca") { Description = "PEM of an authority whose devices are let in.", DefaultValueFactory = _ => [] };
        var galleryTls = new Option<bool>("--gallery-tls") { Description = "Serve the gallery over HTTPS with the server's certificate." };
        var hosts = new Option<string[]>("--gallery-host") { Description = "A name by which browsers ask for the gallery.", DefaultValueFactory = _ => [] };
        var owner = new Option<FileInfo?>("--owner-token-file") { Description = "File with the secret that opens the gallery." };
        var keepAge = new Option<TimeSpan?>("--keep-age") { Description = "Prune stills older than this (7d).", CustomParser = ParseAge };
        var keepBytes = new Option<long?>("--keep-bytes") { Description = "Prune the oldest stills beyond this many bytes." };
        Option<TimeSpan?> window = OptionParsers.Span("--reconnect-window", "Devices spread their first retry over this time.");
        var inputEnds = new Option<bool>(UntilInputEnds) { Hidden = true };
        var command = new Command("ingest", "Run the ingest server alone.")
        {
            data, address, port, galleryAddress, galleryPort, certificate, key, names, cas, galleryTls, hosts, owner, keepAge, keepBytes,
            window, inputEnds,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            DirectoryInfo folder = parsed.GetValue(data)!;
            Directory.CreateDirectory(folder.FullName);
            using ILoggerFactory log = LoggerFactory.Create(builder => builder.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss ";
            }).AddFilter("Microsoft", Microsoft.Extensions.Logging.LogLevel.Warning));
            IngestOptions options = Trust(parsed.GetValue(certificate), parsed.GetValue(key), parsed.GetValue(names)!,
                parsed.GetValue(cas)!, folder) with
            {
                DevicesAddress = parsed.GetValue(address)!,
                DevicesPort = parsed.GetValue(port),
                GalleryAddress = parsed.GetValue(galleryAddress)!,
                GalleryPort = parsed.GetValue(galleryPort),
                GalleryHosts = parsed.GetValue(hosts)!,
                OwnerToken = parsed.GetValue(owner) is FileInfo file ? File.ReadAllText(file.FullName).Trim() : null,
                Retention = new RetentionOptions { Age = parsed.GetValue(keepAge), Bytes = parsed.GetValue(keepBytes) },
                ReconnectWindow = parsed.GetValue(window),
                Log = log,
            };
            options = parsed.GetValue(galleryTls) ? options with { GalleryCertificate = options.ServerCertificate } : options;
            return await ServeAsync(options, parsed.GetValue(inputEnds), cancel);
        });
        return command;
    }

    private static async Task<int> ServeAsync(IngestOptions options, bool untilInputEnds, CancellationToken cancel)
    {
        await using var server = new IngestServer(options);
        await server.StartAsync(cancel);
        Console.WriteLine($"Gallery: {server.GalleryAddress}   devices: port {server.DevicesPort}. Ctrl-C ends it.");
        await (untilInputEnds ? Task.Run(Console.In.ReadToEnd, CancellationToken.None)
            : Task.Delay(Timeout.Infinite, cancel).ContinueWith(_ => { }, TaskScheduler.Default));
        await server.StopAsync(CancellationToken.None);
        return ExitCode.Ok;
    }

    /// <summary>The certificates given, or those of the development CA in the data folder, whose devices are simulated.</summary>
    private static IngestOptions Trust(FileInfo? certificate, FileInfo? key, string[] names, FileInfo[] cas, DirectoryInfo data)
    {
        if (certificate is null != key is null)
        {
            throw new UsageException("--server-certificate and --server-key go together.");
        }

        if (certificate is not null)
        {
            if (names.Length > 0)
            {
                throw new UsageException("--server-name is for the certificate that ingest makes itself, not for one that is given.");
            }

            if (cas.Length == 0)
            {
                throw new UsageException("Say with --device-ca whose devices are let in.");
            }

            (X509Certificate2 own, X509Certificate2Collection chain) = Certificates.LoadServer(certificate.FullName, key!.FullName);
            return new IngestOptions
            {
                DataFolder = data.FullName,
                ServerCertificate = own,
                ServerChain = chain,
                DeviceCas = [.. cas.SelectMany(file => Certificates.LoadCas(file.FullName, simulated: false))],
            };
        }

        DevelopmentAuthority authority = DevelopmentAuthority.Open(DataFolderOption.AuthorityFolder(data), names);
        IEnumerable<DeviceCa> given = cas.SelectMany(file => Certificates.LoadCas(file.FullName, simulated: false));
        return new IngestOptions
        {
            DataFolder = data.FullName,
            ServerCertificate = authority.Server,
            DeviceCas = [new DeviceCa(authority.Certificate, simulated: true), .. given],
        };
    }

    private static Option<IPAddress> Address(string name, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = result =>
        {
            if (IPAddress.TryParse(result.Tokens[0].Value, out IPAddress? address))
            {
                return address;
            }

            result.AddError($"{name} takes an IP address, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };

    private static TimeSpan? ParseAge(System.CommandLine.Parsing.ArgumentResult result)
    {
        TimeSpan? age = OptionParsers.TryParse(result.Tokens[0].Value);
        if (age is null)
        {
            result.AddError($"--keep-age takes a time such as 12h or 7d, not '{result.Tokens[0].Value}'.");
        }

        return age;
    }
}
