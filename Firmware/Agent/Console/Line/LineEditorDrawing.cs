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

        if (_cursor < _from || LineText.Chars(_line, _from, _cursor) >= ConsoleLimits.WindowChars)
        {
            _from = _cursor;
            for (int i = 0; i < ConsoleLimits.WindowChars / 2; i++)
            {
                _from = Back(_from);
            }
        }

        _out.Put('\r');
        _out.Put(Prompt);
        int hiddenFrom = IsSecret ? 0 : _mask.From(_line, _length);
        int at = _from, chars = 0;
        while (at < _length && chars < ConsoleLimits.WindowChars)
        {
            int next = Forth(at);
            if (at >= hiddenFrom)
            {
                _out.Put('*');
            }
            else
            {
                _out.Put(_line, at, next - at);
            }

            at = next;
            chars++;
        }

        int blanks = chars < _shown ? _shown - chars : 0;
        _out.Repeat(' ', blanks);
        _out.Repeat('\b', blanks + chars - LineText.Chars(_line, _from, _cursor));
        _shown = chars;
    }
}
