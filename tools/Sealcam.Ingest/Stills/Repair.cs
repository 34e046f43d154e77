using Microsoft.Extensions.Logging;
using Sealcam.Verify;

namespace Sealcam.Ingest;

/// <summary>
/// Brings files and index back together at the start, whatever a cut, a full disk or a person left: torn parts are removed, files
/// without a row are verified and taken in, rows without a file are marked lost (the same still is then taken again when it
/// comes).
/// </summary>
internal sealed class Repair(StillFiles files, StillIndex index, CameraIndex cameras, StillArchive archive, ILogger log)
{
    public void Run()
    {
        int adopted = 0, lost = 0, parts = 0, pruned = 0;
        HashSet<string> folders = [.. files.Devices()];
        foreach (string device in folders)
        {
            parts += files.RemoveParts(device);
            if (files.IsSimulated(device))
            {
                cameras.MarkSimulated(device);
            }

            Dictionary<StillOrder, StillRow> rows = index.Unpruned(device).ToDictionary(row => row.Order);
            foreach ((StillOrder order, long bytes) in files.List(device).OrderBy(file => file.Order).ToList())
            {
                if (!rows.Remove(order, out StillRow? row))
                {
                    bool isPruned = index.Find(device, order) is not null;
                    pruned += isPruned ? 1 : 0;
                    adopted += isPruned || archive.Adopt(device, order) is null ? 0 : 1;
                    if (isPruned)
                    {
                        files.Delete(device, order);
                    }
                }
                else if (!IsSound(row, bytes))
                {
                    files.SetAside(device, order);
                    lost += MarkLost(row);
                }
                else if (row.State == StillState.Lost)
                {
                    archive.MarkFound(row);
                    adopted++;
                }
            }

            lost += rows.Values.Sum(MarkLost);
        }

        lost += cameras.List().Where(camera => !folders.Contains(camera.Device))
            .Sum(camera => index.Unpruned(camera.Device).Sum(MarkLost));
        if (adopted + lost + parts + pruned > 0)
        {
            log.LogWarning(
                "Repaired the index: {Adopted} stills taken in, {Lost} rows without a still, {Parts} torn parts and {Pruned} "
                    + "pruned files removed.",
                adopted,
                lost,
                parts,
                pruned);
        }
    }

    /// <summary>
    /// Reading every still at each start would take hours; a file of the size that was stored is taken for what it was.
    /// </summary>
    private bool IsSound(StillRow row, long bytes)
    {
        if (bytes == row.Bytes && row.State == StillState.Kept)
        {
            return true;
        }

        Token? token = StillVerifier.Verify(files.Read(row.Device, row.Order)).Token;
        return token is not null && token.Device == row.Device && token.Digest.AsSpan().SequenceEqual(row.Digest);
    }

    private int MarkLost(StillRow row)
    {
        if (row.State != StillState.Kept)
        {
            return 0;
        }

        log.LogError("The still {Device}/{Order} is in the index, and its file is gone or damaged.", row.Device, row.Order);
        archive.MarkLost(row);
        return 1;
    }
}
