namespace Sealcam;

/// <content>What the editor draws.</content>
public sealed partial class LineEditor
{
    /// <summary>Draws prompt and line where the terminal's cursor stands, at the beginning of a row.</summary>
    public void Draw()
    {
        _shown = 0;
        Refresh();
    }

    /// <summary>Clears the row, so that something else can be written on it. <see cref="Draw"/> brings the line back.</summary>
    public void Erase()
    {
        if (!IsSilent)
        {
            _out.Put('\r');
            _out.Repeat(' ', Prompt.Length + _shown);
            _out.Put('\r');
        }
    }

    /// <summary>
    /// Draws the row anew: the part of the line around the cursor, blanks over what was there before, cursor back in place.
    /// </summary>
    private void Refresh()
    {
        if (IsSilent)
        {
            return;
        }

        int hiddenFrom = HiddenFrom(), window = Window;
        if (_cursor < _from || ColumnsTo(_cursor, hiddenFrom) >= window)
        {
            _from = _cursor;
            for (int before = 0; _from > 0 && before < window / 2;)
            {
                int start = Back(_from);
                before += start >= hiddenFrom ? 1 : LineText.Width(_line, start, _from);
                _from = start;
            }
        }

        _out.Put('\r');
        _out.Put(Prompt);
        int at = _from, columns = 0;
        while (at < _length)
        {
            int next = Forth(at), width = at >= hiddenFrom ? 1 : LineText.Width(_line, at, next);
            if (columns + width > window)
            {
                break;
            }

            _out.Put(at >= hiddenFrom ? '*' : _line[at]);
            _out.Put(_line, at + 1, at >= hiddenFrom ? 0 : next - at - 1);
            at = next;
            columns += width;
        }

        int blanks = columns < _shown ? _shown - columns : 0;
        _out.Repeat(' ', blanks);
        _out.Repeat('\b', blanks + columns - ColumnsTo(_cursor, hiddenFrom));
        _shown = columns;
    }

    /// <summary>Columns behind the prompt that the line may fill; the last of the row stays free, lest the terminal wraps.</summary>
    private int Window => Limits.Least(ConsoleLimits.WindowColumns, Columns - 1 - Prompt.Length);

    /// <summary>Columns from the first shown character to before a later one.</summary>
    private int ColumnsTo(int end, int hiddenFrom)
    {
        int columns = 0;
        for (int at = _from; at < end; at = Forth(at))
        {
            columns += at >= hiddenFrom ? 1 : LineText.Width(_line, at, Forth(at));
        }

        return columns;
    }
}
