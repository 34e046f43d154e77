using System.CommandLine;
using Sealcam.Tool.Commands;
using Sealcam.Tool.Terminals;

namespace Sealcam.Tool.Flashing;

/// <summary>The command line of <c>sealcam flash</c>, and the request that it asks for.</summary>
internal sealed class FlashOptions
{
    public readonly Argument<string> Board = new("BOARD")
    {
        HelpName = "BOARD",
        Description = $"Name of the board: {string.Join(", ", FlashBoard.All.Select(board => board.Name))}.",
    };

    public readonly Option<bool> Dry = new("--dry-run") { Description = "Print the commands and touch nothing." };
    public readonly Option<bool> YesErase = new("--yes-erase-identity") { Description = "Confirms --erase without a terminal." };
    public readonly Option<TimeSpan> Patience = OptionParsers.Span("--timeout", "How long to wait for the first line.",
        TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1));

    private readonly Option<string> _port = new("--port") { Description = "Serial port of the board.", Required = true };
    private readonly Option<string?> _console = new("--console") { Description = "Serial port of its console: wait "
        + "for its first line." };
    private readonly Option<DirectoryInfo?> _device = new("--device") { Description = "Folder of one device: its "
        + "files go onto the board." };
    private readonly Option<string?> _wifi = new("--wifi") { Description = "Network to join; the password is asked for." };
    private readonly Option<FileInfo?> _wifiPassword = new("--wifi-password-file")
        { Description = $"File with the password; else {WifiPassword.Variable}." };
    private readonly Option<bool> _wifiOpen = new("--wifi-open") { Description = "The network has no password." };
    private readonly Option<string?> _server = new("--server") { Description = "Where stills go: https://HOST[:PORT][/PATH]." };
    private readonly Option<FileInfo?> _ca = new("--ca") { Description = "CA of the server's certificate, PEM." };
    private readonly Option<string?> _firmware = new("--firmware") { Description = "Own nanoCLR.bin, or the folder of "
        + "its build." };
    private readonly Option<string?> _version = new("--fwversion") { Description = $"Firmware version; "
        + $"{FlashPins.Firmware} if not given." };
    private readonly Option<bool> _oldChip = new("--old-chip") { Description = "The chip is an ESP32 before revision 3." };
    private readonly Option<bool> _keep = new("--keep-firmware") { Description = "Leave the firmware as it is." };
    private readonly Option<FileInfo?> _image = new("--image") { Description = "The application's image; else it is built." };
    private readonly Option<int?> _baud = new("--baud") { Description = "Rate for the boot loader." };
    private readonly Option<bool> _erase = new("--erase") { Description = "Erase the whole flash first, identity included." };

    public FlashOptions()
    {
        Board.AcceptOnlyFromAmong([.. FlashBoard.All.Select(board => board.Name)]);
    }

    public IEnumerable<Option> All =>
    [
        _port, _console, _device, _wifi, _wifiPassword, _wifiOpen, _server, _ca, _firmware, _version, _oldChip, _keep, _image, _baud,
        _erase, YesErase, Patience, Dry,
    ];

    /// <summary>Opens the console when it is called; null if there is none.</summary>
    public Func<ILine>? Console(ParseResult parsed) => parsed.GetValue(_console) is { } port
        ? () => new SerialLine(port, text => System.Console.Error.WriteLine($"      {text}"))
        : null;

    /// <exception cref="UsageException">It does not fit together, or a file is not there.</exception>
    public FlashRequest Request(ParseResult parsed, out IReadOnlyList<string> notes)
    {
        FlashBoard board = Named(parsed);
        Version version = FlashPins.Choose(parsed.GetValue(_version), out string? newer);
        bool keep = parsed.GetValue(_keep), erase = parsed.GetValue(_erase);
        string? clr = OwnFirmware.Find(parsed.GetValue(_firmware));
        if (keep && (erase || clr != null || parsed.GetValue(_version) != null))
        {
            throw new UsageException("--keep-firmware does not go with --erase, --firmware or --fwversion.");
        }

        if (parsed.GetValue(_console) == parsed.GetValue(_port))
        {
            throw new UsageException("The console is not on the port that the board is flashed through: it has pins "
                + "of its own, and an "
                + "adapter (the board's README).");
        }

        FileInfo? image = parsed.GetValue(_image);
        Application? application = image == null ? Application.Find(board) : null;
        WifiNetwork? wifi = Wifi(parsed);
        List<DeployedFile> files = [.. FlashFiles.Gather(parsed.GetValue(_device), parsed.GetValue(_ca),
            parsed.GetValue(_server) is { } url ? ServerSettings.Parse(url) : null, wifi != null)];
        DeployedIdentity? identity = DeployedIdentity.Take(parsed.GetValue(_device), files, board.Name, erase, out string? kept);
        var request = new FlashRequest
        {
            Board = board, Port = parsed.GetValue(_port)!, Firmware = version, ClrFile = clr, KeepFirmware = keep, Erase = erase,
            Image = image == null ? application!.Image
                : image.Exists ? image.FullName : throw new UsageException($"There is no file {image.FullName}."),
            Project = application?.Project,
            Baud = parsed.GetValue(_baud),
            Files = files, Identity = identity, Wifi = wifi,
        };
        notes = [.. kept == null ? [] : new[] { kept },
            .. FlashNotes.Of(request, newer, parsed.GetValue(_device) != null, parsed.GetValue(_console) != null)];
        return request;
    }

    private FlashBoard Named(ParseResult parsed)
    {
        FlashBoard board = FlashBoard.All.Single(one => one.Name == parsed.GetValue(Board));
        return !parsed.GetValue(_oldChip) ? board
            : board.Old ?? throw new UsageException($"--old-chip: {board.Name} has no ESP32 of which there are old ones.");
    }

    private WifiNetwork? Wifi(ParseResult parsed)
    {
        string? ssid = parsed.GetValue(_wifi);
        bool open = parsed.GetValue(_wifiOpen);
        FileInfo? file = parsed.GetValue(_wifiPassword);
        if (ssid == null)
        {
            return open || file != null ? throw new UsageException("--wifi-open and --wifi-password-file go with --wifi.") : null;
        }

        string? password = open || parsed.GetValue(Dry) ? null : WifiPassword.Get(ssid, file);
        return WifiNetwork.Check(ssid, password, open);
    }
}
