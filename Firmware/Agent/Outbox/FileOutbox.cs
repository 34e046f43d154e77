namespace Sealcam;

/// <summary>
/// An outbox on storage: each still is written to its file while it is captured. Two blocks of RAM, because the end of a still is
/// only settled when it is whole; power off loses the still that is being captured and no other.
/// </summary>
public sealed partial class FileOutbox : IOutbox, IOutboxFill
{
    private readonly Shelf _shelf;
    private readonly byte[][] _blocks = { new byte[Limits.LeafBytes], new byte[Limits.LeafBytes] };
    private readonly KeptStill _kept = new KeptStill();
    private uint _bootCount, _sequence;
    private int _lent;

    public FileOutbox(Shelf shelf)
    {
        _shelf = shelf;
    }

    public int Count => _shelf.Count;

    public int Capacity => _shelf.Capacity;

    public int FillPerMille => _shelf.FillPerMille;

    public bool Recover(byte[] id, uint bootCount) => _shelf.Recover(id, bootCount);

    public int Step(bool uplinkIsHealthy) => _shelf.Step() ? 0 : int.MaxValue;

    public void Stop()
    {
    }

    public void Announce(uint bootCount, uint sequence)
    {
        _bootCount = bootCount;
        _sequence = sequence;
    }

    public bool Open(int length)
    {
        Abandon();
        if (!_shelf.MakeRoom(length))
        {
            return false;
        }

        _lent = 0;
        _shelf.Begin(_bootCount, _sequence);
        return true;
    }

    public byte[] Lend()
    {
        var block = _blocks[_lent & 1];
        if (_lent >= 2)
        {
            _shelf.Append(block, 0, Limits.LeafBytes);  // the one lent before the last: nobody changes it any more
        }

        _lent++;
        return block;
    }

    public bool Keep(int length, Claims claims, byte[] segment, int segmentLength, long triggeredMs)
    {
        for (int i = _lent < 2 ? 0 : _lent - 2; i < _lent; i++)
        {
            int count = Limits.Least(Limits.LeafBytes, length - i * Limits.LeafBytes);
            if (count > 0)
            {
                _shelf.Append(_blocks[i & 1], 0, count);
            }
        }

        _kept.Set(length, claims, segment, segmentLength, triggeredMs);
        return _shelf.Finish(_kept);
    }

    public void Abandon() => _shelf.Discard();

    public KeptStill Oldest() => _shelf.Oldest();

    public int Look(KeptStill still, int position, out byte[] block, out int offset) => _shelf.Look(position, out block, out offset);

    public void Release(KeptStill still) => _shelf.Release();

    public void SetAside(KeptStill still) => _shelf.SetAside();
}
