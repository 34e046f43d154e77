using System;

namespace Sealcam;

/// <summary>
/// Builds Improv frames and writes them out, each with a line feed before and behind: clients look for one at the start of a
/// line.
/// </summary>
public sealed class ImprovWriter
{
    private const int ResultType = 4, DataMost = 255;

    private readonly OutputRing _out;
    private readonly byte[] _frame = new byte[ImprovScanner.DataOffset + DataMost + 1];
    private int _data;  // bytes of data

    public ImprovWriter(OutputRing output)
    {
        _out = output;
    }

    /// <summary>Frames written, ever.</summary>
    public int Written { get; private set; }

    /// <summary>Begins the result of a command: a list of strings.</summary>
    public void Begin(int command)
    {
        _frame[ImprovScanner.DataOffset] = (byte)command;
        _data = 2;
    }

    /// <summary>A string of a result; one that has no room is left empty.</summary>
    public void Add(string text)
    {
        int bytes = Utf8.Count(text);
        bool fits = _data + 1 + bytes <= DataMost;
        _frame[ImprovScanner.DataOffset + _data++] = (byte)(fits ? bytes : 0);
        _data += fits ? Utf8.Copy(text, _frame, ImprovScanner.DataOffset + _data) : 0;
    }

    public void SendResult()
    {
        _frame[ImprovScanner.DataOffset + 1] = (byte)(_data - 2);
        Send(ResultType);
    }

    /// <summary>A state or an error: one byte of data.</summary>
    public void Single(int type, int value)
    {
        _frame[ImprovScanner.DataOffset] = (byte)value;
        _data = 1;
        Send(type);
    }

    private void Send(int type)
    {
        ImprovScanner.WriteHeader(_frame);
        _frame[7] = (byte)type;
        _frame[8] = (byte)_data;
        int end = ImprovScanner.DataOffset + _data;
        _frame[end] = ImprovScanner.Sum(_frame, end);
        _out.Put('\n');
        _out.Put(_frame, 0, end + 1);
        _out.Put('\n');
        Array.Clear(_frame, 0, end + 1);
        Written++;
    }
}
