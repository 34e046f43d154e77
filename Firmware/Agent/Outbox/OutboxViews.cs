namespace Sealcam;

/// <content>What a console sees of storage: the index, without reading a file.</content>
public sealed partial class Shelf : IOutboxView
{
    private KeptStill _shown;  // made when somebody first looks

    public int KeptCount => _index.Count;

    public KeptStill KeptAt(int index)
    {
        _shown = _shown ?? new KeptStill();
        _shown.BootCount = _index.Boot(index);
        _shown.Sequence = _index.Sequence(index);
        _shown.Length = _index.FileBytes(index) - StillFile.MoreBytes;
        _shown.TriggeredMs = _index.TriggeredMs(index);
        _shown.IsSetAside = _index.Standing(index) != ShelfIndex.Waiting;
        _shown.IsShipping = IsOnTheWire(index);
        return _shown;
    }

    public bool DropOldest()
    {
        for (int i = 0; i < _index.Count; i++)
        {
            if (!IsOnTheWire(i))
            {
                return Drop(i, "given up");
            }
        }

        return false;
    }

    private bool IsOnTheWire(int i) => _reader.Still.IsShipping && _reader.Holds(_index, i);
}

/// <content>What a console sees of it.</content>
public sealed partial class FileOutbox : IOutboxView
{
    public int KeptCount => _shelf.KeptCount;

    public KeptStill KeptAt(int index) => _shelf.KeptAt(index);

    public bool DropOldest() => _shelf.DropOldest();
}

/// <content>What a console sees of it: storage first, which holds the older stills.</content>
public sealed partial class HybridOutbox : IOutboxView
{
    public int KeptCount => _shelf.KeptCount + _ram.KeptCount;

    public KeptStill KeptAt(int index) =>
        index < _shelf.KeptCount ? _shelf.KeptAt(index) : _ram.KeptAt(index - _shelf.KeptCount);

    public bool DropOldest()
    {
        if (_shelf.DropOldest())
        {
            return true;
        }

        // A still that is half on its way to storage goes like any other.
        GiveUpMove();
        return _ram.DropOldest();
    }
}
