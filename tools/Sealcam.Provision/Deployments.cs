using System.Globalization;
using System.Text;
using Sealcam.Host;

namespace Sealcam.Provision;

/// <summary>
/// Which identity files have gone onto a board: <c>deployed.csv</c> of a device's folder. An identity file is for one deployment;
/// a second one onto an empty board would begin the order count anew under the same key.
/// </summary>
/// <param name="device">The device's folder.</param>
/// <param name="time">For the list.</param>
public sealed class Deployments(string device, TimeProvider time)
{
    /// <summary>In the device's folder, and never deployed itself.</summary>
    public const string ListName = "deployed.csv";

    private const string Begun = "begun", Done = "done";

    private static readonly string Heading = Csv.Line("device_id", "boot_count_above", "board", "state", "time");

    private readonly FleetFolder _folder = new(device, null);

    private string List => Path.Combine(device, ListName);

    /// <summary>When this identity file was first deployed, or at least begun to be; null if it never was.</summary>
    /// <param name="record">What is in the identity file.</param>
    /// <param name="isDone">A deployment of it has ended well.</param>
    public string? Find(OrderRecord record, out bool isDone)
    {
        string[] wanted = Names(record);
        string[][] lines = !File.Exists(List) ? [] : [.. File.ReadAllLines(List).Select(line => line.Split(','))
            .Where(cells => cells.Length == 5 && cells[0] == wanted[0] && cells[1] == wanted[1])];
        isDone = lines.Any(cells => cells[3] == Done);
        return lines.FirstOrDefault()?[4];
    }

    /// <summary>Written down before the first byte leaves: a run that is killed may have deployed it.</summary>
    public void Begin(OrderRecord record, string board) => Add(record, board, Begun);

    public void End(OrderRecord record, string board) => Add(record, board, Done);

    private void Add(OrderRecord record, string board, string state)
    {
        string[] names = Names(record);
        byte[] there = File.Exists(List) ? File.ReadAllBytes(List) : [];
        string before = there.Length == 0 ? Heading : there[^1] == '\n' ? "" : Csv.End;
        string line = Csv.Line(names[0], names[1], board, state, Times.Text(time.GetUtcNow()));
        _folder.Append(List, Encoding.UTF8.GetBytes(before + line));
    }

    private static string[] Names(OrderRecord record) =>
        [DeviceKey.Text(record.Id), record.BootCount.ToString(CultureInfo.InvariantCulture)];
}
