using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sealcam.Host;
using Sealcam.Tool.Terminals;

namespace Sealcam.Tool.Tests;

/// <summary>A simulated camera with its console in a folder of its own, without a server.</summary>
internal sealed class TestCamera : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sealcam-console-");
    private readonly DevelopmentAuthority _authority;
    private readonly ConsoleBoard _board;

    private const string Usual =
        "host = localhost\nport = 1\nwifi-ssid = workshop\nwifi-password = ladder-and-gloves\ninterval = 1\n";

    /// <param name="settings">The file settings.txt.</param>
    /// <param name="authorities">The file ca.pem; null for none: then the development CA counts.</param>
    /// <param name="linkTimeoutMs">For look-up, connect and handshake, each.</param>
    public TestCamera(string settings = Usual, string? authorities = null, int linkTimeoutMs = 10_000)
    {
        _authority = DevelopmentAuthority.Open(Path.Combine(_folder.FullName, "authority"));
        string flash = Flash;
        _authority.Provision(flash);
        using (var store = new DirectoryStore(flash))
        {
            store.Write(PassphraseRecord.FileName, HostPassphrase.Record(Label), PassphraseRecord.Bytes);
            byte[] text = System.Text.Encoding.UTF8.GetBytes(settings);
            store.Write(ConfigFile.Name, text, text.Length);
            byte[] pem = System.Text.Encoding.UTF8.GetBytes(authorities ?? "");
            if (pem.Length > 0)
            {
                store.Write(AuthorityFile.Name, pem, pem.Length);
            }
        }

        var options = new HostBoardOptions
        {
            Name = "test",
            FlashFolder = flash,
            Authority = _authority.Certificate,
            Size = SceneSize.Qvga,
            LinkTimeoutMs = linkTimeoutMs,
        };
        _board = new ConsoleBoard(() => options, new PipePort(), new HostWifiOptions { ScanMs = 30, JoinMs = 30 });
    }

    /// <summary>The folder that is its flash.</summary>
    public string Flash => Path.Combine(_folder.FullName, "flash");

    public string Label { get; } = HostPassphrase.Make();

    public ConsoleBoard Board => _board;

    /// <summary>Carries out a script. What the board said goes to <paramref name="said"/>.</summary>
    public int Run(string script, out string said)
    {
        using var line = new BoardLine(_board.Port);
        using var log = new SessionLog(null);
        var output = new StringWriter();
        var runner = new ScriptRunner(line, log, output, TimeSpan.FromSeconds(60));
        int exit = runner.Run(ScriptLine.Parse(script.Split('\n')), CancellationToken.None);
        said = output.ToString();
        return exit;
    }

    /// <summary>A certificate for this camera's key, valid from and to so many days from now, as PEM.</summary>
    public string RenewedCertificate(int from = -1, int to = 30)
    {
        using X509Certificate2 there = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(Flash, DeviceCertificate.File));
        using var issuer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(there.SubjectName, there.PublicKey, HashAlgorithmName.SHA256);
        using X509Certificate2 made = request.Create(new X500DistinguishedName("CN=Renewing CA"),
            X509SignatureGenerator.CreateForECDsa(issuer), DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(to),
            [1, 2, 3]);
        return made.ExportCertificatePem();
    }

    public void Dispose()
    {
        _board.Dispose();
        _authority.Dispose();
        _folder.Delete(recursive: true);
    }
}
