using System;

namespace Sealcam;

/// <summary>
/// Earlier lines, oldest first, each with its length in front, in one fixed buffer. Lines with secrets never come here.
/// </summary>
public sealed class History
{
    private readonly byte[] _bytes = new byte[ConsoleLimits.HistoryBytes];
    private int _used;
    private int _at;  // where Older and Newer stand; _used: behind the newest

    /// <summary>Adds a line unless it is empty or the same as the last.</summary>
    public void Add(byte[] line, int count)
    {
        int last = Before(_used);
        if (count == 0 || count > ConsoleLimits.LineBytes || _used > 0 && Is(last, line, count))
        {
            _at = _used;
            return;
        }

        while (_used + 1 + count > _bytes.Length)
        {
            int first = _bytes[0] + 1;
            Array.Copy(_bytes, first, _bytes, 0, _used - first);
            _used -= first;
        }

        _bytes[_used++] = (byte)count;
        Array.Copy(line, 0, _bytes, _used, count);
        _used += count;
        _at = _used;
    }

    /// <summary>Copies the line before the one shown last. Returns its length, or -1 if there is none.</summary>
    public int Older(byte[] line)
    {
        if (_at == 0)
        {
            return -1;
        }

        _at = Before(_at);
        return CopyAt(line);
    }

    /// <summary>
    /// Copies the line after the one shown last; 0, an empty line, behind the newest; -1 if it stood there already.
    /// </summary>
    public int Newer(byte[] line)
    {
        if (_at == _used)
        {
            return -1;
        }

        _at += _bytes[_at] + 1;
        return _at == _used ? 0 : CopyAt(line);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_bytes, 0, _bytes.Length);
        _used = _at = 0;
    }

    private int CopyAt(byte[] line)
    {
        Array.Copy(_bytes, _at + 1, line, 0, _bytes[_at]);
        return _bytes[_at];
    }

    private int Before(int position)
    {
        int at = 0, before = 0;
        while (at < position)
        {
            before = at;
            at += _bytes[at] + 1;
        }

        return before;
    }

    private bool Is(int at, byte[] line, int count)
    {
        bool same = _bytes[at] == count;
        for (int i = 0; same && i < count; i++)
        {
            same = _bytes[at + 1 + i] == line[i];
        }

        return same;
    }
}
