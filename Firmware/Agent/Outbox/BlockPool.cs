namespace Sealcam;

/// <summary>
/// A fixed set of blocks of <see cref="Limits.LeafBytes"/>, allocated once, and chains of them. No array is so large that it
/// needs one contiguous stretch of a fragmented heap.
/// </summary>
public sealed class BlockPool
{
    /// <summary>No block: the end of a chain, or an empty one.</summary>
    public const int None = -1;

    private readonly byte[][] _blocks;
    private readonly int[] _next;
    private int _free;

    public BlockPool(int count)
    {
        _blocks = new byte[count][];
        _next = new int[count];
        _free = None;
        for (int i = count - 1; i >= 0; i--)
        {
            _blocks[i] = new byte[Limits.LeafBytes];
            _next[i] = _free;
            _free = i;
        }

        FreeCount = count;
    }

    public int Count => _blocks.Length;

    public int FreeCount { get; private set; }

    public byte[] this[int block] => _blocks[block];

    public int Next(int block) => _next[block];

    /// <summary>
    /// Takes a free block and hangs it behind <paramref name="last"/>, or starts a chain if that is <see cref="None"/>.
    /// </summary>
    public int Take(int last)
    {
        int block = _free;
        _free = _next[block];
        _next[block] = None;
        FreeCount--;
        if (last != None)
        {
            _next[last] = block;
        }

        return block;
    }

    /// <summary>Frees all blocks behind the first <paramref name="keep"/> (at least 1) of the chain.</summary>
    public void Trim(int first, int keep)
    {
        int last = first;
        for (int i = 1; i < keep; i++)
        {
            last = _next[last];
        }

        Free(_next[last]);
        _next[last] = None;
    }

    /// <summary>Frees the whole chain from <paramref name="block"/> on.</summary>
    public void Free(int block)
    {
        while (block != None)
        {
            int next = _next[block];
            _next[block] = _free;
            _free = block;
            FreeCount++;
            block = next;
        }
    }

    /// <summary>Blocks that <paramref name="bytes"/> take.</summary>
    public static int BlocksFor(int bytes) => (bytes + Limits.LeafBytes - 1) / Limits.LeafBytes;
}
