namespace Sealcam.Ingest;

/// <summary>Bytes that all stills being received may take together.</summary>
internal sealed class ByteBudget(long bytes)
{
    private long _left = bytes;

    public bool TryTake(int wanted)
    {
        if (Interlocked.Add(ref _left, -wanted) >= 0)
        {
            return true;
        }

        Interlocked.Add(ref _left, wanted);
        return false;
    }

    public void Give(int taken) => Interlocked.Add(ref _left, taken);
}

/// <summary>The budget is used up.</summary>
internal sealed class NoBudgetException : Exception;
