using System;

namespace Sealcam;

/// <summary>
/// Reads one leased still forward, once, straight into the outbox's blocks, checks it as a JPEG and digests it leaf by leaf. A
/// second read could differ, so what is digested is what is kept.
/// </summary>
public sealed class StillReader
{
    private readonly IOutbox _outbox;
    private readonly LeafDigest _digest;
    private readonly MarkerWalk _walk = new MarkerWalk();
    private IStill _still;
    private byte[] _block, _before;  // the block being filled and, while EOI may lie in it, the one before
    private int _filled;             // bytes of _block
    private int _read;               // bytes of the still

    public StillReader(IOutbox outbox, LeafDigest digest)
    {
        _outbox = outbox;
        _digest = digest;
    }

    /// <summary>Bytes of the still up to and with EOI, once <see cref="Read"/> has returned true without a fault.</summary>
    public int Length { get; private set; }

    /// <summary>Why the still is refused, or null.</summary>
    public string Fault { get; private set; }

    /// <summary>The outbox must be open for the still's announced length.</summary>
    public void Start(IStill still)
    {
        _still = still;
        _block = _before = null;
        _filled = _read = 0;
        Fault = null;
        _walk.Clear();
        _digest.Clear();
    }

    /// <summary>
    /// One slice: what the sensor has ready, up to the end of one block. True when the still is through, or refused with a
    /// <see cref="Fault"/>. <paramref name="progress"/> says whether any byte came.
    /// </summary>
    public bool Read(byte[] digest, out bool progress)
    {
        progress = false;
        if (_block == null || _filled == Limits.LeafBytes)
        {
            NextBlock();
        }

        int want = Limits.Least(Limits.LeafBytes - _filled, _still.Length - _read);
        while (want > 0)
        {
            int got = _still.Read(_block, _filled, want);
            if (got == 0)
            {
                return false;
            }

            if (got < 0 || got > want)
            {
                Fault = "torn: the sensor announced " + _still.Length + " bytes and gave " + _read;
                return true;
            }

            progress = true;
            _walk.Feed(_block, _filled, got);
            _filled += got;
            _read += got;
            want -= got;
        }

        Fault = _walk.Fault;
        return Fault != null || _read == _still.Length && Finish(digest);
    }

    /// <summary>
    /// A leaf is digested once EOI can no longer lie before its end: the search looks back 4,096 bytes, one block.
    /// </summary>
    private void NextBlock()
    {
        if (_before != null)
        {
            _digest.AddLeaf(_before);
        }

        _before = _block;
        _block = _outbox.Lend();
        _filled = 0;
    }

    private bool Finish(byte[] digest)
    {
        if (!_walk.IsDone)
        {
            Fault = "torn: the data end before the scan begins";
            return true;
        }

        int trimmed = EndSearch.Trim(_before, _block, _filled);
        if (trimmed < 0 || _read - trimmed < _walk.Walked + EndSearch.EoiBytes)
        {
            // An EOI before the scan is that of a preview in EXIF: taking it for the end would cut the still there.
            Fault = "torn: no EOI behind the scan in the last " + Limits.EndSearchBytes + " bytes";
            return true;
        }

        Length = _read - trimmed;
        int last = _filled - trimmed;
        if (last <= 0)
        {
            // EOI lies in the block before: that one is the last leaf, and the outbox trims the other away.
            AddLast(_before, Limits.LeafBytes + last);
        }
        else
        {
            if (_before != null)
            {
                _digest.AddLeaf(_before);
            }

            AddLast(_block, last);
        }

        _digest.Finish(Length, digest);
        return true;
    }

    private void AddLast(byte[] block, int count)
    {
        Array.Clear(block, count, Limits.LeafBytes - count);
        _digest.AddLeaf(block);
    }
}
