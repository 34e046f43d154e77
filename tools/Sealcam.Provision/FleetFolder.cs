using Sealcam.Host;

namespace Sealcam.Provision;

/// <summary>
/// What lies where in a fleet's folder, and every change to it: each is on the disk before the next begins. Files are made 0600
/// and folders 0700, whatever the umask says; on Windows they inherit who may read them.
/// </summary>
/// <param name="root">Absolute.</param>
/// <param name="before">Told of each change before it is made; tests throw there, as a kill would. Null for nobody.</param>
internal sealed class FleetFolder(string root, Action<string>? before)
{
    /// <summary>Nothing that begins with it belongs to the fleet: what a killed run left behind.</summary>
    private const string Unfinished = "_";

    public string Root => root;

    public string Authority { get; } = Path.Combine(root, "ca");

    public string Devices { get; } = Path.Combine(root, "devices");

    public string Registry { get; } = Path.Combine(root, "registry.csv");

    public string Issues { get; } = Path.Combine(root, "issues.csv");

    private string Ignore { get; } = Path.Combine(root, ".gitignore");

    /// <summary>Looks before anything is written there.</summary>
    /// <exception cref="HostException">The folder is somebody else's.</exception>
    public void Check()
    {
        bool isFree = !Directory.Exists(root) || Directory.Exists(Authority) || Directory.Exists(Devices)
            || Directory.EnumerateFileSystemEntries(root).All(IsUnfinished);
        if (!isFree)
        {
            throw new HostException($"{root} is not empty and is no fleet's folder: name a new one");
        }
    }

    /// <summary>Makes what every fleet has, and takes away what a killed run left.</summary>
    public void Settle()
    {
        MakeFolder(Authority);
        MakeFolder(Devices);
        if (!File.Exists(Ignore))
        {
            // Nobody publishes a fleet's keys by a careless "git add".
            Write(Ignore, "*\n"u8);
        }

        foreach (string folder in Directory.GetDirectories(Devices, Unfinished + "*"))
        {
            Step("sweep", folder);
            Directory.Delete(folder, recursive: true);
        }

        // They may hold keys.
        string[] folders = [.. DeviceFolders(), Authority];
        foreach (string file in folders.SelectMany(folder => Directory.GetFiles(folder, Unfinished + "*")))
        {
            Delete(file);
        }
    }

    /// <summary>Folders of devices; each is whole.</summary>
    public IEnumerable<string> DeviceFolders() => Directory.GetDirectories(Devices).Where(folder => !IsUnfinished(folder)).Order();

    /// <summary>Where a device's folder is made before it gets its name.</summary>
    public string UnfinishedFolder(string device) => Path.Combine(Devices, Unfinished + device);

    public void MakeFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Step("make", folder);
            DurableFile.MakeFolder(folder);
            DurableFile.SyncFolder(Path.GetDirectoryName(folder));
        }
    }

    /// <summary>Makes or replaces a file.</summary>
    public void Write(string path, ReadOnlySpan<byte> bytes) =>
        Write(path, Path.Combine(Path.GetDirectoryName(path)!, Unfinished + Path.GetFileName(path)), bytes);

    /// <param name="path">The file.</param>
    /// <param name="beside">The temporary one, on the same file system.</param>
    /// <param name="bytes">All of it.</param>
    public void Write(string path, string beside, ReadOnlySpan<byte> bytes)
    {
        Step("write", path);
        DurableFile.Write(path, beside, bytes);
    }

    /// <summary>Adds to the end of a file, which is made if it is not there.</summary>
    public void Append(string path, ReadOnlySpan<byte> bytes)
    {
        Step("append", path);
        bool isNew = !File.Exists(path);
        using (FileStream file = isNew ? DurableFile.Create(path) : new FileStream(path, FileMode.Append, FileAccess.Write))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        if (isNew)
        {
            DurableFile.SyncFolder(Path.GetDirectoryName(path));
        }
    }

    /// <summary>Gives a finished folder its name, which must be free.</summary>
    public void Name(string unfinished, string folder)
    {
        Step("name", folder);
        Directory.Move(unfinished, folder);
        DurableFile.SyncFolder(Devices);
    }

    public void Delete(string path)
    {
        if (File.Exists(path))
        {
            Step("delete", path);
            File.Delete(path);
            DurableFile.SyncFolder(Path.GetDirectoryName(path));
        }
    }

    private static bool IsUnfinished(string path) => Path.GetFileName(path).StartsWith(Unfinished, StringComparison.Ordinal);

    private void Step(string what, string path) => before?.Invoke($"{what} {Path.GetRelativePath(root, path)}");
}
