using System;

namespace Sealcam;

/// <summary>
/// One line under a person's fingers. It draws with nothing but printable characters, carriage return and backspace, so that it
/// works on any terminal. Allocates nothing after construction.
/// </summary>
public sealed partial class LineEditor
{
    /// <summary>What a key led to.</summary>
    public const int Editing = 0, Enter = 1, Tab = 2, Interrupt = 3, ClearScreen = 4;

    private const int NoVeil = int.MaxValue;

    private readonly OutputRing _out;
    private readonly History _history;
    private readonly KeyDecoder _keys = new KeyDecoder();
    private readonly SecretMask _mask = new SecretMask();
    private readonly byte[] _line = new byte[ConsoleLimits.LineBytes];
    private int _length, _cursor;  // in bytes
    private int _from;             // first byte that is shown
    private int _shown;            // columns on the terminal behind the prompt
    private int _veil = NoVeil;    // first byte that was ever hidden: an edit in front of a secret does not show it again
    private bool _inKey;           // between the marks of a private key in PEM, pasted with its certificate or in the wrong place
    private bool _afterReturn;     // a line feed now belongs to the carriage return before it

    public LineEditor(OutputRing output, History history)
    {
        _out = output;
        _history = history;
    }

    /// <summary>What stands before the line.</summary>
    public string Prompt = "";

    /// <summary>Columns of the terminal.</summary>
    public int Columns = ConsoleLimits.TerminalColumns;

    /// <summary>Nothing is drawn at all: a program types.</summary>
    public bool IsSilent;

    /// <summary>The whole line is a secret: it is drawn as stars and never kept.</summary>
    public bool IsSecret;

    /// <summary>The line is an answer, not a command: it is not kept and Up and Down do nothing.</summary>
    public bool IsAnswer;

    /// <summary>The line's bytes; <see cref="Length"/> of them count.</summary>
    public byte[] Line => _line;

    public int Length => _length;

    public int Cursor => _cursor;

    /// <summary>More was typed than the line holds: it must not be carried out.</summary>
    public bool IsOverlong { get; private set; }

    /// <summary>Begins a new line: wipes the old one and draws the prompt.</summary>
    public void Start()
    {
        Wipe();
        Draw();
    }

    /// <summary>Overwrites the line, which may have held a secret.</summary>
    public void Wipe()
    {
        Array.Clear(_line, 0, _line.Length);
        _length = _cursor = _from = _shown = 0;
        _veil = NoVeil;
        IsOverlong = false;
        _keys.Clear();
    }

    /// <summary>One byte from the terminal. Returns what it led to.</summary>
    public int Feed(int value)
    {
        int key = _keys.Feed(value);
        if (key == '\n' && _afterReturn)
        {
            _afterReturn = false;
            return Editing;
        }

        _afterReturn = key == '\r';
        switch (key)
        {
            case '\r':
            case '\n':
                return EndLine();
            case '\t':
                return Tab;
            case 3:
                _inKey = false;
                return Interrupt;
            case 12:
                return ClearScreen;
            default:
                if (key >= ' ' && key < 256 && key != 0x7F)
                {
                    Insert(key);
                }
                else
                {
                    Act(key);
                }

                return Editing;
        }
    }

    /// <summary>Puts text in the place of what stands between <paramref name="start"/> and the cursor.</summary>
    public void Replace(int start, string text)
    {
        Take(start, _cursor);
        for (int i = 0; i < text.Length; i++)
        {
            Put(text[i]);
        }

        Refresh();  // once: within a long line every single character would draw all of it
    }

    private int EndLine()
    {
        _cursor = _length;
        if (!IsSilent)
        {
            _out.NewLine();
        }

        if (!IsSilent && !IsAnswer && !IsOverlong && HiddenFrom() >= _length && !Passphrase.IsIn(_line, _length))
        {
            _history.Add(_line, _length);
        }

        _inKey = LineText.Has(_line, _length, "PRIVATE KEY") ? LineText.Has(_line, _length, "BEGIN") : _inKey && _length > 0;
        return Enter;
    }

    private void Act(int key)
    {
        switch (key)
        {
            case KeyDecoder.Left:
            case 2:
                MoveTo(Back(_cursor));
                break;
            case KeyDecoder.Right:
            case 6:
                MoveTo(Forth(_cursor));
                break;
            case KeyDecoder.Home:
            case 1:
                MoveTo(0);
                break;
            case KeyDecoder.End:
            case 5:
                MoveTo(_length);
                break;
            case 8:
            case 0x7F:
                Cut(Back(_cursor), _cursor);
                break;
            case KeyDecoder.Delete:
            case 4:
                Cut(_cursor, Forth(_cursor));
                break;
            case 11:
                Cut(_cursor, _length);
                break;
            case 21:
                Cut(0, _cursor);
                break;
            case 23:
                Cut(LineText.WordStart(_line, _cursor), _cursor);
                break;
            case KeyDecoder.Up:
            case 16:
                Recall(older: true);
                break;
            case KeyDecoder.Down:
            case 14:
                Recall(older: false);
                break;
        }
    }

    /// <summary>Index of the first byte to hide; the line's length or more if there is none.</summary>
    private int HiddenFrom()
    {
        int from = IsSecret || _inKey ? 0 : _mask.From(_line, _length);
        _veil = from < _length && from < _veil ? from : _veil;
        return Limits.Least(from, _veil);
    }

    private bool Put(int value)
    {
        if (_length == _line.Length)
        {
            IsOverlong = true;
            return false;
        }

        if (_cursor < _length)
        {
            Array.Copy(_line, _cursor, _line, _cursor + 1, _length - _cursor);
        }

        _veil += _cursor < _veil && _veil < NoVeil ? 1 : 0;

        _line[_cursor++] = (byte)value;
        _length++;
        return true;
    }

    private void Insert(int value)
    {
        if (!Put(value))
        {
            return;
        }

        int start = Back(_cursor);
        if (IsSilent || _cursor - start < LineText.Bytes(_line[start]))
        {
            return;  // how wide a character is shows with its last byte
        }

        bool hidden = HiddenFrom() < _cursor;
        int width = hidden ? 1 : LineText.Width(_line, start, _cursor);
        if (_cursor < _length || _shown + width >= Window || width == 0)
        {
            Refresh();
            return;
        }

        for (int i = start; i < (hidden ? start + 1 : _cursor); i++)
        {
            _out.Put(hidden ? '*' : _line[i]);
        }

        _shown += width;
    }

    private void Cut(int start, int end)
    {
        if (start < end)
        {
            Take(start, end);
            IsOverlong = false;
            Refresh();
        }
    }

    /// <summary>Takes bytes out; the cursor is then where they were.</summary>
    private void Take(int start, int end)
    {
        Array.Copy(_line, end, _line, start, _length - end);
        Array.Clear(_line, _length - (end - start), end - start);
        _length -= end - start;
        _cursor = start;
        _veil -= start < _veil && _veil < NoVeil ? Limits.Least(end, _veil) - start : 0;
        _veil = _veil < _length ? _veil : NoVeil;
    }

    private void MoveTo(int position)
    {
        if (position != _cursor)
        {
            _cursor = position;
            Refresh();
        }
    }

    private void Recall(bool older)
    {
        int count = IsAnswer || IsSecret ? -1 : older ? _history.Older(_line) : _history.Newer(_line);
        if (count >= 0)
        {
            Array.Clear(_line, count, _line.Length - count);
            _length = _cursor = count;
            _veil = NoVeil;
            Refresh();
        }
    }

    private int Back(int position) => LineText.Back(_line, position);

    private int Forth(int position) => LineText.Forth(_line, _length, position);
}
