using System.Globalization;
using System.Security.Cryptography;
using Sealcam.Host;

namespace Sealcam.Provision;

/// <summary>
/// A fleet: its CA, its devices and its registry, in one folder that is worth all of their keys. Locked until it is disposed. The
/// file to read first.
/// </summary>
/// <remarks>
/// <c>ca/</c> ca.pem, ca.key, server-ca.pem (optional), server.pem, server.key; <c>devices/ID/flash/</c> what goes on the
/// device's drive; <c>devices/ID/</c> label.png, label.txt, deployed.csv; registry.csv; issues.csv.
/// </remarks>
public sealed class Fleet : IDisposable
{
    /// <summary>Optional: CAs of the server, if another one than the fleet's issued its certificate.</summary>
    private const string ServerAuthoritiesName = "server-ca.pem";

    private const int NameChars = 25;

    /// <summary>What <see cref="IsName"/> asks for, in words.</summary>
    public const string NameRule = "1 to 25 letters, digits, signs and blanks, no blank at either end";

    private readonly FolderLock _lock;
    private readonly FleetFolder _folder;
    private readonly FleetAuthority _authority;
    private readonly Registry _registry;
    private readonly TimeProvider _time;
    private int _devices;

    private Fleet(FolderLock turn, FleetFolder folder, TimeProvider time)
    {
        _lock = turn;
        _folder = folder;
        _time = time;
        folder.Settle();
        _registry = new Registry(folder);
        _authority = FleetAuthority.Open(folder, time);
        _registry.Complete();
        _devices = folder.DeviceFolders().Count();
    }

    /// <summary>PEM of the fleet's CA, for <c>sealcam ingest --device-ca</c>.</summary>
    public string AuthorityFile => Path.Combine(_folder.Authority, FleetAuthority.CertificateName);

    /// <summary>When the CA ends, and with it every device; year 9999 for one that was made here.</summary>
    public DateTime AuthorityEnds => _authority.Certificate.NotAfter;

    /// <summary>Opens the fleet in a folder, made if there is none, and makes good what a killed run left undone.</summary>
    /// <exception cref="HostException">It is in use, damaged, or somebody else's folder.</exception>
    public static Fleet Open(string folder, TimeProvider? time = null) => Open(folder, time, null);

    /// <param name="folder">The fleet's.</param>
    /// <param name="time">For dates; null for the machine's clock.</param>
    /// <param name="before">See <see cref="FleetFolder"/>.</param>
    internal static Fleet Open(string folder, TimeProvider? time, Action<string>? before)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var fleet = new FleetFolder(full, before);
        fleet.Check();
        var turn = new FolderLock(full);
        try
        {
            return new Fleet(turn, fleet, time ?? TimeProvider.System);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>True for what may be in front of a device's number.</summary>
    public static bool IsName(string prefix) => prefix.Length is > 0 and <= NameChars && prefix.Trim() == prefix
        && prefix.All(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned));

    /// <summary>Makes one more device. Those that are there are not touched.</summary>
    /// <param name="prefix">Its name is this and its number in the fleet: "camera-0007".</param>
    /// <exception cref="HostException">The prefix is no name, or a file cannot be written.</exception>
    public ProvisionedDevice Add(string prefix)
    {
        if (!IsName(prefix))
        {
            throw new HostException($"'{prefix}' is no name: {NameRule}");
        }

        string name = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{_devices + 1:D4}");
        var maker = new DeviceMaker(_folder, _authority, ServerAuthorities(), _time);
        ProvisionedDevice made = maker.Make(name, out byte[] row);
        _devices++;
        _registry.Add(row);
        return made;
    }

    /// <summary>
    /// For a board that was erased: replaces its identity file by one with the same key that starts above every boot count that
    /// an earlier one can have reached. Returns that count; the board's next boot is one more.
    /// </summary>
    /// <param name="device">Device ID or fingerprint.</param>
    /// <param name="above">Highest boot count that a receiver has seen, 0 if nobody asked.</param>
    /// <exception cref="HostException">There is no such device, its key is gone, or its boot count is used up.</exception>
    public uint Reissue(string device, uint above = 0)
    {
        string folder = Find(device);
        OrderRecord record = Identity(folder);
        uint start = new Issue(_folder).Next(Path.GetFileName(folder), record.BootCount, above, _time.GetUtcNow());
        DeviceMaker.WriteIdentity(_folder, folder, record.Key, record.Id, start);
        record.Wipe();
        return start;
    }

    /// <summary>
    /// Deletes what is secret of a device that is deployed: key, label and passphrase. It can then not be issued again. Returns
    /// its ID.
    /// </summary>
    /// <param name="device">Device ID or fingerprint.</param>
    /// <exception cref="HostException">There is no such device.</exception>
    public string Forget(string device)
    {
        string folder = Find(device);
        string flash = Path.Combine(folder, DeviceMaker.FlashName);
        foreach (string path in new[]
        {
            Path.Combine(flash, OrderBook.NewName), Path.Combine(flash, PassphraseRecord.FileName),
            Path.Combine(folder, DeviceMaker.LabelTextName), Path.Combine(folder, DeviceMaker.LabelPictureName),
        })
        {
            _folder.Delete(path);
        }

        return Path.GetFileName(folder);
    }

    /// <summary>Makes or renews the certificate of the ingest server: <c>ca/server.pem</c> and <c>ca/server.key</c>.</summary>
    /// <param name="names">DNS names and IP addresses by which devices ask for it.</param>
    /// <exception cref="HostException">A name is none.</exception>
    public ServerFiles Certify(IReadOnlyList<string> names) => ServerFiles.Make(_folder, _authority, names, _time);

    public void Dispose()
    {
        _authority.Dispose();
        _lock.Dispose();
    }

    /// <summary>The one device folder whose ID is this or has this fingerprint.</summary>
    private string Find(string device)
    {
        string asked = device.Trim().ToLowerInvariant();
        string[] found = [.. _folder.DeviceFolders().Where(folder => Path.GetFileName(folder) is var id
            && (id == asked || id.Length > 8 && DeviceId.Fingerprint(id) == asked))];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new HostException(
                $"there is no device '{asked}' in {_folder.Root}: give a device ID or a fingerprint (xxxx-xxxx)"),
            _ => throw new HostException($"several devices have the fingerprint '{asked}': give the whole device ID"),
        };
    }

    private static OrderRecord Identity(string folder)
    {
        string path = Path.Combine(folder, DeviceMaker.FlashName, OrderBook.NewName);
        if (!File.Exists(path))
        {
            throw new HostException($"{path} is gone, and with it the device's key: the board needs a new identity");
        }

        byte[] file = File.ReadAllBytes(path);
        OrderRecord? record = OrderRecord.Decode(file, file.Length);
        CryptographicOperations.ZeroMemory(file);
        bool isWhole = record != null && P256Key.IsPair(record.Key, record.Id);
        return isWhole && DeviceKey.Text(record!.Id) == Path.GetFileName(folder) ? record
            : throw new HostException($"{path} is damaged or another device's: put it back from a backup");
    }

    /// <summary>What the devices trust: the fleet's CA, or those of the server if it is another's.</summary>
    private string ServerAuthorities()
    {
        string path = Path.Combine(_folder.Authority, ServerAuthoritiesName);
        return File.Exists(path) ? FleetAuthority.CertificatesOf(path) : _authority.Pem;
    }
}
