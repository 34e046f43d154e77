using Microsoft.Extensions.Logging;
using Sealcam.Verify;

namespace Sealcam.Ingest;

/// <summary>What <see cref="StillArchive.Keep"/> did with a still.</summary>
internal enum Kept
{
    /// <summary>It is stored now.</summary>
    Now,

    /// <summary>It was there, or was there once and is pruned.</summary>
    Before,

    /// <summary>A different still has this order; nothing was stored.</summary>
    Conflict,
}

/// <summary>
/// Files and index together. The file is durable before the row, and the row is there before anybody is told: a cut between the
/// two leaves a file without a row, which the next start, or the next try of the same still, takes in.
/// </summary>
internal sealed class StillArchive(StillFiles files, StillIndex index, CameraIndex cameras, TimeProvider time, ILogger log)
{
    // Two connections of one camera must not write one order at once; 64 locks keep different cameras mostly out of each other's
    // way.
    private readonly Lock[] _locks = [.. Enumerable.Range(0, 64).Select(_ => new Lock())];

    private long _bytes = index.KeptBytes();

    /// <summary>Bytes of all stills that are there.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Stores a verified still, durably, or finds that it is there.</summary>
    /// <param name="token">What the bytes prove.</param>
    /// <param name="bytes">The sealed still as received.</param>
    /// <param name="simulated">Its camera's identity is a simulated one.</param>
    /// <exception cref="IOException">
    /// No room, or the storage fails. Nothing is acknowledged then; the same still may come again.
    /// </exception>
    public (Kept What, StillRow Row) Keep(Token token, ReadOnlySpan<byte> bytes, bool simulated)
    {
        string device = token.Device;
        StillOrder order = new(token.BootCount, token.Sequence);
        lock (LockOf(device))
        {
            if (simulated && !files.IsSimulated(device))
            {
                files.MarkSimulated(device);
                cameras.MarkSimulated(device);
            }

            StillRow? row = index.Find(device, order);
            if (row is null && files.Exists(device, order))
            {
                row = Adopt(device, order);
            }

            if (row is null)
            {
                return (Kept.Now, Store(StillRow.Of(token, bytes.Length, time.GetUtcNow()), bytes));
            }

            if (!row.Digest.AsSpan().SequenceEqual(token.Digest))
            {
                index.SetConflict(device, order);
                return (Kept.Conflict, row with { Conflict = true });
            }

            return row.State == StillState.Pruned || row.State == StillState.Kept && files.Exists(device, order)
                ? (Kept.Before, row)
                : (Kept.Now, StoreAgain(row, bytes));
        }
    }

    /// <summary>
    /// Takes a file without a row into the index if it is what its name says, else out of the way. Null in that case.
    /// </summary>
    public StillRow? Adopt(string device, StillOrder order)
    {
        byte[] bytes = files.Read(device, order);
        Token? token = StillVerifier.Verify(bytes).Token;
        if (token is null || token.Device != device || order != new StillOrder(token.BootCount, token.Sequence))
        {
            log.LogError("The file {Device}/{Order} is not the still that its name says; it is set aside.", device, order);
            files.SetAside(device, order);
            return null;
        }

        StillRow row = StillRow.Of(token, bytes.Length, time.GetUtcNow());
        index.Add(row, files.IsSimulated(device));
        Interlocked.Add(ref _bytes, row.Bytes);
        return row;
    }

    /// <summary>Removes the bytes of a still. The row goes first: a file left by a cut is removed at the next start.</summary>
    public void Prune(StillRow row)
    {
        lock (LockOf(row.Device))
        {
            index.SetState(row.Device, row.Order, StillState.Pruned);
            files.Delete(row.Device, row.Order);
            Interlocked.Add(ref _bytes, -row.Bytes);
        }
    }

    /// <summary>The bytes of a still are gone though nobody pruned it.</summary>
    public void MarkLost(StillRow row)
    {
        index.SetState(row.Device, row.Order, StillState.Lost);
        Interlocked.Add(ref _bytes, -row.Bytes);
    }

    /// <summary>The bytes of a lost still are there again.</summary>
    public void MarkFound(StillRow row)
    {
        index.SetState(row.Device, row.Order, StillState.Kept);
        Interlocked.Add(ref _bytes, row.Bytes);
    }

    private StillRow Store(StillRow row, ReadOnlySpan<byte> bytes)
    {
        files.Write(row.Device, row.Order, bytes);
        index.Add(row, files.IsSimulated(row.Device));
        Interlocked.Add(ref _bytes, bytes.Length);
        return row;
    }

    private StillRow StoreAgain(StillRow row, ReadOnlySpan<byte> bytes)
    {
        files.Write(row.Device, row.Order, bytes);
        index.SetKept(row.Device, row.Order, time.GetUtcNow());
        if (row.State == StillState.Lost)
        {
            Interlocked.Add(ref _bytes, bytes.Length);
        }

        return row with { State = StillState.Kept };
    }

    private Lock LockOf(string device) => _locks[(uint)device.GetHashCode() % (uint)_locks.Length];
}
