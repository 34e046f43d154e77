using Sealcam.Verify;

namespace Sealcam.Ingest;

/// <summary>
/// The files: <c>stills/&lt;device&gt;/&lt;boot&gt;-&lt;sequence&gt;.jpg</c>, bytes exactly as received. A name exists only once
/// its bytes are durable. Callers see to it that nobody else writes the same device's files at the time.
/// </summary>
internal sealed class StillFiles
{
    private const string Suffix = ".jpg", PartSuffix = ".part", SetAsideSuffix = ".bad", SimulatedMark = "simulated";

    private readonly string _root;

    /// <exception cref="IOException">The folder cannot be made.</exception>
    public StillFiles(string dataFolder)
    {
        _root = Path.Combine(Path.GetFullPath(dataFolder), "stills");
        Durable.CreateFolder(_root);
    }

    /// <summary>Stores a still durably: file, then name.</summary>
    /// <exception cref="IOException">It could not be; nothing of it is left.</exception>
    public void Write(string device, StillOrder order, ReadOnlySpan<byte> bytes)
    {
        string folder = Folder(device), path = PathOf(device, order), part = path + PartSuffix;
        Durable.CreateFolder(folder);
        try
        {
            using (FileStream file = new(part, FileMode.Create, FileAccess.Write, FileShare.None, 0))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path);
        }
        catch
        {
            TryDelete(part);
            throw;
        }

        Durable.SyncFolder(folder);
    }

    public bool Exists(string device, StillOrder order) => File.Exists(PathOf(device, order));

    public byte[] Read(string device, StillOrder order) => File.ReadAllBytes(PathOf(device, order));

    /// <summary>Opens a still, or null if it was pruned meanwhile.</summary>
    public FileStream? Open(string device, StillOrder order)
    {
        try
        {
            return new FileStream(PathOf(device, order), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Delete(string device, StillOrder order) => File.Delete(PathOf(device, order));

    /// <summary>Takes a file that is not what its name says out of the way, and keeps it for a person to look at.</summary>
    public void SetAside(string device, StillOrder order) =>
        File.Move(PathOf(device, order), PathOf(device, order) + SetAsideSuffix, overwrite: true);

    /// <summary>Devices that have a folder, in the order of their names. Folders with other names are not ours.</summary>
    public IEnumerable<string> Devices() =>
        Directory.EnumerateDirectories(_root).Select(folder => Path.GetFileName(folder)!)
            .Where(name => DeviceId.TryParse(name, out _)).Order(StringComparer.Ordinal);

    /// <summary>The stills of a device with their sizes in bytes. Files with other names are not ours and stay.</summary>
    public IEnumerable<(StillOrder Order, long Bytes)> List(string device)
    {
        foreach (FileInfo file in new DirectoryInfo(Folder(device)).EnumerateFiles("*" + Suffix))
        {
            if (file.Name.EndsWith(Suffix, StringComparison.Ordinal)
                && StillOrder.TryParse(file.Name[..^Suffix.Length], out StillOrder order))
            {
                yield return (order, file.Length);
            }
        }
    }

    /// <summary>Removes what a cut left of stills that were never acknowledged; returns how many.</summary>
    public int RemoveParts(string device)
    {
        string[] parts = Directory.GetFiles(Folder(device), "*" + Suffix + PartSuffix);
        foreach (string part in parts)
        {
            File.Delete(part);
        }

        return parts.Length;
    }

    /// <summary>True if a device's folder carries the mark, which lies beside the stills so that it outlives the index.</summary>
    public bool IsSimulated(string device) => File.Exists(Path.Combine(Folder(device), SimulatedMark));

    public void MarkSimulated(string device)
    {
        Durable.CreateFolder(Folder(device));
        File.WriteAllText(Path.Combine(Folder(device), SimulatedMark), "This camera's identity comes from a development CA.\n");
        Durable.SyncFolder(Folder(device));
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The next start removes it; what matters to the caller is the first fault.
        }
    }

    private string Folder(string device) => Path.Combine(_root, device);

    private string PathOf(string device, StillOrder order) => Path.Combine(_root, device, order + Suffix);
}
