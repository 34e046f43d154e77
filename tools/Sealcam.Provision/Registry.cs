using System.Text;

namespace Sealcam.Provision;

/// <summary>
/// registry.csv: one line a device, nothing secret, only ever added to. Each device's folder holds its own line, so that one
/// which a killed run did not write, or wrote in part, is made good.
/// </summary>
internal sealed class Registry(FleetFolder folder)
{
    /// <summary>The device's own line, in its folder.</summary>
    public const string RowName = "registry-row.csv";

    private static readonly string Heading = Csv.Line(
        "device_id", "fingerprint", "words", "name", "certificate_serial", "not_before", "not_after", "created");

    // Bytes as characters, so that a line may be cut anywhere in a character and still be found again.
    private static readonly Encoding Raw = Encoding.Latin1;

    /// <summary>The line of a device.</summary>
    public static byte[] Row(DeviceSummary device) => Encoding.UTF8.GetBytes(Csv.Line(
        device.Device, device.Fingerprint, device.Words, device.Name, device.Serial, device.NotBefore, device.NotAfter,
        device.Created));

    /// <summary>
    /// Adds what is missing: the line of each device folder, or the rest of it. Nothing that stands there is changed.
    /// </summary>
    public void Complete()
    {
        string there = File.Exists(folder.Registry) ? File.ReadAllText(folder.Registry, Raw) : "";
        string tail = there[(there.LastIndexOf('\n') + 1)..];
        string complete = there[..^tail.Length];
        // Whichever way somebody's spreadsheet has written it anew.
        HashSet<string> known = [.. complete.Split([',', ';', '\t', '"', '\r', '\n'])];
        List<string> missing = [.. folder.DeviceFolders().Where(device => !known.Contains(Path.GetFileName(device)))
            .Select(device => Path.Combine(device, RowName)).Where(File.Exists).Select(row => File.ReadAllText(row, Raw))];
        if (complete.Length == 0)
        {
            missing.Insert(0, Heading);
        }

        if (tail.Length > 0)
        {
            string? cut = missing.Find(row => row.StartsWith(tail, StringComparison.Ordinal));
            // A last line that is none of ours is from somebody's editor: it gets its end and stays.
            missing.RemoveAll(row => cut == null ? tail.Contains(row[..row.IndexOf(',')], StringComparison.Ordinal) : row == cut);
            missing.Insert(0, cut == null ? Csv.End : cut[tail.Length..]);
        }

        if (missing.Count > 0)
        {
            folder.Append(folder.Registry, Raw.GetBytes(string.Concat(missing)));
        }
    }

    /// <summary>Adds the line of a device whose folder has just got its name.</summary>
    public void Add(byte[] row) => folder.Append(folder.Registry, row);
}
