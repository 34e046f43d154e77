namespace Sealcam;

/// <summary>
/// What a command says: named values and lists, as columns for a person or as one JSON object (RFC 8259) for a program, and at
/// the end, in both forms, one line "ok" or "error CODE: sentence".
/// </summary>
public sealed class Reply
{
    private const int NameColumn = 16;

    private readonly OutputRing _out;
    private bool _opened, _more, _inList, _inRow, _moreRows, _moreCells;
    private int _pad;

    public Reply(OutputRing output)
    {
        _out = output;
    }

    /// <summary>For a program.</summary>
    public bool Json { get; private set; }

    /// <summary>Starts the answer to one command.</summary>
    public void Begin(bool json)
    {
        Json = json;
        _opened = _more = _inList = _inRow = false;
    }

    public void Field(string name, string value)
    {
        Name(name);
        Value(value, quoted: true);
        EndField();
    }

    public void Field(string name, long value)
    {
        Name(name);
        Value(value.ToString(), quoted: false);
        EndField();
    }

    public void Flag(string name, bool value)
    {
        Name(name);
        Value(Json ? value ? "true" : "false" : value ? "yes" : "no", quoted: false);
        EndField();
    }

    /// <summary>Begins a list; each of its rows has cells. In text it has no heading.</summary>
    public void List(string name)
    {
        _moreRows = false;
        _inList = true;
        if (Json)
        {
            Name(name);
            _out.Put('[');
        }
    }

    public void Row()
    {
        _moreCells = false;
        _pad = 0;
        if (Json)
        {
            _out.Put(_moreRows ? ",{" : "{");
        }

        _moreRows = _inRow = true;
    }

    /// <summary>A cell, filled up to <paramref name="width"/> characters if another follows.</summary>
    public void Cell(string name, string value, int width = 0) => Cell(name, value, width, quoted: true);

    public void Cell(string name, long value, int width = 0) => Cell(name, value.ToString(), width, quoted: false);

    /// <summary>In text the row goes on on a line of its own, so far from the left.</summary>
    public void Fold(int indent)
    {
        if (!Json)
        {
            _out.NewLine();
            _pad = indent;
        }
    }

    public void EndRow()
    {
        _inRow = false;
        if (Json)
        {
            _out.Put('}');
        }
        else
        {
            _out.NewLine();
        }
    }

    public void EndList()
    {
        _inList = false;
        if (Json)
        {
            _out.Put(']');
        }
    }

    /// <summary>A row with one cell.</summary>
    public void Line(string text)
    {
        Row();
        Cell("text", text);
        EndRow();
    }

    public void Ok()
    {
        Close();
        _out.Put("ok");
        _out.NewLine();
    }

    /// <summary>The code is a word in capitals of <see cref="ConsoleError"/>.</summary>
    public void Error(string code, string sentence)
    {
        Close();
        _out.Put("error ");
        _out.Put(code);
        _out.Put(": ");
        _out.Put(sentence.Length > 200 ? sentence.Substring(0, 200) : sentence);
        _out.NewLine();
    }

    private void Cell(string name, string value, int width, bool quoted)
    {
        if (Json)
        {
            _out.Put(_moreCells ? ",\"" : "\"");
            _out.Put(name);
            _out.Put("\":");
            Value(value, quoted);
        }
        else
        {
            _out.Repeat(' ', _pad);
            _out.Put(value);
            _pad = (value.Length < width ? width - value.Length : 0) + 2;
        }

        _moreCells = true;
    }

    private void Name(string name)
    {
        if (Json)
        {
            _out.Put(_more ? "," : "{");
            _out.Put('"');
            _out.Put(name);
            _out.Put("\":");
            _opened = _more = true;
            return;
        }

        _out.Put(name);
        _out.Repeat(' ', name.Length < NameColumn ? NameColumn - name.Length : 1);
    }

    private void EndField()
    {
        if (!Json)
        {
            _out.NewLine();
        }
    }

    private void Value(string value, bool quoted)
    {
        if (!Json || !quoted)
        {
            _out.Put(value);
            return;
        }

        _out.Put('"');
        int clean = 0;
        for (int i = 0; i < value.Length; i++)
        {
            if (value[i] == '"' || value[i] == '\\')
            {
                _out.Put(value.Substring(clean, i - clean));
                _out.Put('\\');
                clean = i;
            }
        }

        _out.Put(clean == 0 ? value : value.Substring(clean));
        _out.Put('"');
    }

    /// <summary>A command that was ended in the middle of a list leaves JSON that is whole all the same.</summary>
    private void Close()
    {
        if (Json)
        {
            _out.Put(_inRow ? "}" : "");
            _out.Put(_inList ? "]" : "");
            _out.Put(_opened ? "}" : "{}");
            _out.NewLine();
        }
    }
}
