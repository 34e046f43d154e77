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
        string flash = Path.Combine(_folder.FullName, "flash");
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

    public void Dispose()
    {
        _board.Dispose();
        _authority.Dispose();
        _folder.Delete(recursive: true);
    }
}
