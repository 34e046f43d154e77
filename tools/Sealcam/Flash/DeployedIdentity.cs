using System.Security.Cryptography;
using Sealcam.Host;
using Sealcam.Provision;

namespace Sealcam.Tool.Flashing;

/// <summary>The identity file of a device's folder, which goes onto one board, once.</summary>
internal sealed class DeployedIdentity
{
    private readonly Deployments _list;
    private readonly OrderRecord _record;
    private readonly string _board;

    private DeployedIdentity(Deployments list, OrderRecord record, string board)
    {
        _list = list;
        _record = record;
        _board = board;
    }

    /// <summary>
    /// What is to be noted when these files are deployed; null if there is no identity among them. One that is on a board already
    /// is taken out of <paramref name="files"/>: the board that has it needs it no more, and an empty one must not get it.
    /// </summary>
    /// <param name="folder">The device's folder, or null.</param>
    /// <param name="files">What would be deployed.</param>
    /// <param name="board">Name of the board, for the list.</param>
    /// <param name="erase">The board is emptied first.</param>
    /// <param name="note">A sentence for the user, or null.</param>
    /// <exception cref="UsageException">It is damaged, or has to be issued anew.</exception>
    public static DeployedIdentity? Take(DirectoryInfo? folder, List<DeployedFile> files, string board, bool erase, out string? note)
    {
        note = null;
        DeployedFile? file = files.Find(one => one.Name == FlashFiles.Identity);
        if (folder == null || file == null)
        {
            return null;
        }

        OrderRecord record = Read(file.Path);
        var list = new Deployments(folder.FullName, TimeProvider.System);
        string? when = list.Find(record, out bool isDone);
        if (when != null && (erase || isDone))
        {
            string anew = $"sealcam provision --fleet {Fleet(folder)} --reissue {DeviceKey.Text(record.Id)}";
            if (erase)
            {
                throw new UsageException($"{FlashFiles.Identity} of this device went onto a board on {when}. Erased, the board would "
                    + $"count its orders anew under the same key. First: {anew}");
            }

            files.Remove(file);
            note = $"{FlashFiles.Identity} went onto a board on {when} and stays here: that board keeps its identity. For one that was "
                + $"erased, first: {anew}";
            return null;
        }

        return new DeployedIdentity(list, record, board);
    }

    public void Begin() => _list.Begin(_record, _board);

    public void End() => _list.End(_record, _board);

    private static OrderRecord Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        OrderRecord? record = OrderRecord.Decode(bytes, bytes.Length);
        CryptographicOperations.ZeroMemory(bytes);
        record?.Wipe();
        return record ?? throw new UsageException($"{path} is no identity file, or a damaged one.");
    }

    /// <summary>FLEET of FLEET/devices/ID.</summary>
    private static string Fleet(DirectoryInfo device) =>
        device.Parent is { Name: "devices", Parent: { } fleet } ? ShellText.Of([fleet.FullName]) : "DIR";
}
