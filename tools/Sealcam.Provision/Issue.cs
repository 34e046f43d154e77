using System.Globalization;
using System.Text;
using Sealcam.Host;

namespace Sealcam.Provision;

/// <summary>
/// How often a device's identity file was issued, and from which boot count each goes on. Issue n begins above n * 2^24, so that
/// nobody has to ask a board that was erased how far it had come: 16.7 million boots an issue are 31 years of one a minute.
/// </summary>
internal sealed class Issue(FleetFolder folder)
{
    private const int Bits = 24;

    /// <summary>Issues that a 32-bit boot count has room for.</summary>
    private const int Most = 256;

    /// <summary>Boots that may have come after the highest one that a receiver has seen: of a board that was offline.</summary>
    private const long Margin = 65536;

    private static readonly string Heading = Csv.Line("device_id", "issue", "boot_count_above", "issued");

    /// <summary>
    /// The boot count of the next identity file: its first boot is one more. Written down before it is returned, so that it is
    /// never given out again, even if the file is lost.
    /// </summary>
    /// <param name="device">The device ID.</param>
    /// <param name="last">Boot count of the identity file at hand.</param>
    /// <param name="above">Highest boot count that a receiver has seen; 0 if nobody asked.</param>
    /// <param name="now">For the list.</param>
    /// <exception cref="HostException">The boot count of this key is used up.</exception>
    public uint Next(string device, uint last, uint above, DateTimeOffset now)
    {
        string there = File.Exists(folder.Issues) ? File.ReadAllText(folder.Issues) : "";
        long next = Math.Max(last >> Bits, Issued(there, device)) + 1;
        next = above == 0 ? next : Math.Max(next, (above + Margin + (1L << Bits) - 1) >> Bits);
        if (next >= Most)
        {
            throw new HostException($"the boot count of {device} is used up: the board needs a new identity");
        }

        uint start = (uint)(next << Bits);
        string end = there.Length == 0 ? Heading : there.EndsWith('\n') ? "" : Csv.End;
        string line = Csv.Line(device, next.ToString(CultureInfo.InvariantCulture), start.ToString(CultureInfo.InvariantCulture),
            Times.Text(now));
        folder.Append(folder.Issues, Encoding.UTF8.GetBytes(end + line));
        return start;
    }

    /// <summary>The last issue of the list; a line that a kill cut off was never issued.</summary>
    private static long Issued(string list, string device) => list.Split('\n').Select(line => line.Split(','))
        .Where(cells => cells.Length > 1 && cells[0].Trim('"') == device)
        .Select(cells => int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out int issue) ? issue : 0)
        .DefaultIfEmpty(0).Max();
}
