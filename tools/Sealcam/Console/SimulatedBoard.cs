using System.Text;
using Sealcam.Host;
using Sealcam.Ingest;
using Sealcam.Tool.Commands;

namespace Sealcam.Tool.Terminals;

/// <summary>
/// A simulated camera with a console, and a server for it in the same process, so that there is something to look at.
/// </summary>
internal sealed class SimulatedBoard : IAsyncDisposable
{
    private const string CameraName = "console";
    private const string LabelFile = "label.txt";

    private readonly DevelopmentAuthority _authority;
    private readonly IngestServer _server;
    private readonly ConsoleBoard _board;

    private SimulatedBoard(DevelopmentAuthority authority, IngestServer server, ConsoleBoard board, string passphrase)
    {
        _authority = authority;
        _server = server;
        _board = board;
        Passphrase = passphrase;
    }

    public PipePort Port => _board.Port;

    /// <summary>What its label says.</summary>
    public string Passphrase { get; }

    /// <summary>Why the board stopped by itself, or null.</summary>
    public Exception? Fault => _board.Fault;

    public static async Task<SimulatedBoard> StartAsync(DirectoryInfo data, bool isFresh, CancellationToken cancel)
    {
        Directory.CreateDirectory(data.FullName);
        string flash = DataFolderOption.CameraFolder(data, CameraName);
        if (isFresh && Directory.Exists(flash))
        {
            Directory.Delete(flash, recursive: true);
        }

        var authority = DevelopmentAuthority.Open(DataFolderOption.AuthorityFolder(data));
        authority.Provision(flash);
        var server = new IngestServer(new IngestOptions
        {
            DataFolder = data.FullName,
            DevicesPort = 0,
            GalleryPort = 0,
            ServerCertificate = authority.Server,
            DeviceCas = [new DeviceCa(authority.Certificate, simulated: true)],
        });
        await server.StartAsync(cancel);
        string passphrase = Label(data, flash);
        Settle(flash, authority.CertificatePath, server.DevicesPort, isFresh);
        var options = new HostBoardOptions { Name = CameraName, FlashFolder = flash, Authority = authority.Certificate,
            Size = SceneSize.Vga };
        return new SimulatedBoard(authority, server, new ConsoleBoard(() => options, new PipePort()), passphrase);
    }

    public async ValueTask DisposeAsync()
    {
        _board.Dispose();
        await _server.DisposeAsync();
        _authority.Dispose();
    }

    /// <summary>The passphrase of the label beside the flash; both are made if one is missing.</summary>
    private static string Label(DirectoryInfo data, string flash)
    {
        string label = Path.Combine(data.FullName, "cameras", $"{CameraName}-{LabelFile}");
        using var store = new DirectoryStore(flash);
        if (File.Exists(label) && store.Read(PassphraseRecord.FileName, []) >= 0)
        {
            return File.ReadAllText(label).Trim();
        }

        string passphrase = HostPassphrase.Make();
        store.Write(PassphraseRecord.FileName, HostPassphrase.Record(passphrase), PassphraseRecord.Bytes);
        File.WriteAllText(label, passphrase + "\n");
        return passphrase;
    }

    /// <summary>The server of this run has another port than that of the last.</summary>
    private static void Settle(string flash, string authority, int port, bool isFresh)
    {
        using var store = new DirectoryStore(flash);
        if (store.Read(AuthorityFile.Name, []) < 0)
        {
            byte[] pem = File.ReadAllBytes(authority);  // 'cert show' and 'cert import ca' have something to work with
            store.Write(AuthorityFile.Name, pem, pem.Length);
        }

        var file = new ConfigFile(store);
        file.Load();
        Config config = file.Current.Copy();
        config.Set(SettingTable.Host, "localhost");
        config.Set(SettingTable.Port, port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (file.Fault != null && !isFresh)
        {
            config.Set(SettingTable.WifiSsid, HostWifi.Usual[0].Ssid);
            config.Set(SettingTable.WifiPassword, HostWifi.Usual[0].Password);
            config.Set(SettingTable.Interval, "10");
        }

        if (file.Save(config) is { } fault)
        {
            throw new HostException(fault);
        }
    }
}
