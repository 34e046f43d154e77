namespace Sealcam;

/// <summary>
/// Reads one still at a time from storage, block by block, with one block of RAM. Load and Look throw what the files throw.
/// </summary>
public sealed class ShelfReader
{
    private readonly IStillFiles _files;
    private readonly byte[] _end;
    private readonly byte[] _block = new byte[Limits.LeafBytes];
    private string _name;    // of the still, null while there is none
    private int _blockAt;    // position of what _block holds, -1 for nothing

    /// <summary><paramref name="end"/> is scratch of <see cref="StillFile.MoreBytes"/>.</summary>
    public ShelfReader(IStillFiles files, byte[] end)
    {
        _files = files;
        _end = end;
    }

    /// <summary>The still that was loaded last. One object, filled anew each time.</summary>
    public KeptStill Still { get; } = new KeptStill();

    /// <summary>True if the loaded still is the one at this entry.</summary>
    public bool Holds(ShelfIndex index, int i) =>
        _name != null && i >= 0 && Still.BootCount == index.Boot(i) && Still.Sequence == index.Sequence(i);

    /// <summary>Loads what stands beside the still. False if it is no longer the end of that still.</summary>
    public bool Load(ShelfIndex index, int i)
    {
        uint boot = index.Boot(i), sequence = index.Sequence(i);
        if (!ReadEnd(StillFile.Name(boot, sequence), index.FileBytes(i)) || Still.BootCount != boot || Still.Sequence != sequence)
        {
            return false;
        }

        Still.TriggeredMs = index.TriggeredMs(i);
        _name = StillFile.Name(boot, sequence);
        return true;
    }

    /// <summary>Reads the end of any file into <see cref="Still"/>. False if it is not that of a whole still.</summary>
    public bool ReadEnd(string name, int fileLength)
    {
        Forget();
        int count = Limits.Least(fileLength, StillFile.MoreBytes);
        if (count < StillFile.FootBytes)
        {
            return false;
        }

        _files.Read(name, fileLength - count, _end, 0, count);
        return StillFile.Decode(_end, count, fileLength, Still);
    }

    /// <summary>As <see cref="IOutbox.Look"/>, for the loaded still.</summary>
    public int Look(int position, out byte[] block, out int offset)
    {
        offset = position % Limits.LeafBytes;
        int at = position - offset;
        int here = Limits.Least(Limits.LeafBytes, Still.Length - at);
        if (_blockAt != at)
        {
            _blockAt = -1;
            _files.Read(_name, at, _block, 0, here);
            _blockAt = at;
        }

        block = _block;
        return here - offset;
    }

    public void Forget()
    {
        _name = null;
        _blockAt = -1;
        Still.IsShipping = false;
    }
}
