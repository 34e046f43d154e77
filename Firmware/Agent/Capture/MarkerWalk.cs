namespace Sealcam;

/// <summary>
/// Walks the marker segments of a JPEG (ITU-T T.81 Annex B) up to SOS, fed in pieces of any size. Entropy-coded data after SOS is
/// never looked at: it is large, managed code is slow, and the digest covers it.
/// </summary>
public sealed class MarkerWalk
{
    private const int Soi = 0xD8, Eoi = 0xD9, Sos = 0xDA, Dqt = 0xDB, App11 = 0xEB;

    // What the next byte is.
    private const int AtSoiPrefix = 0, AtSoi = 1, AtPrefix = 2, AtCode = 3, AtLength = 4, AtLengthLow = 5, AtBody = 6, Done = 7;

    /// <summary>Bytes of a segment that are kept: enough for SOF's dimensions and for an APP11 segment's content type.</summary>
    private const int HeadBytes = Segment.TypeOffset + 16;

    private readonly byte[] _head = new byte[HeadBytes];
    private int _headCount;
    private int _state;
    private int _code;
    private int _left;
    private bool _hasTable;

    /// <summary>Why the data is not a still that may be sealed, or null.</summary>
    public string Fault { get; private set; }

    /// <summary>True once the scan header was passed with a frame header and a quantisation table before it.</summary>
    public bool IsDone => _state == Done && Fault == null;

    /// <summary>Pixels, from the frame header; 0 before it.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Bytes that were walked: once <see cref="IsDone"/>, all up to the end of the scan header.</summary>
    public int Walked { get; private set; }

    public void Clear()
    {
        _state = AtSoiPrefix;
        Walked = 0;
        _hasTable = false;
        Fault = null;
        Width = Height = 0;
    }

    /// <summary>Feeds the next bytes. After <see cref="IsDone"/> or a <see cref="Fault"/> they are passed over.</summary>
    public void Feed(byte[] buffer, int offset, int count)
    {
        int start = offset;
        int end = offset + count;
        while (offset < end && _state != Done)
        {
            if (_state == AtBody)
            {
                offset += TakeBody(buffer, offset, end - offset);
            }
            else
            {
                TakeByte(buffer[offset++]);
            }
        }

        Walked += offset - start;
    }

    private void TakeByte(int value)
    {
        switch (_state)
        {
            case AtSoiPrefix:
                Expect(value == 0xFF, AtSoi, "not a JPEG: no SOI");
                break;
            case AtSoi:
                Expect(value == Soi, AtPrefix, "not a JPEG: no SOI");
                break;
            case AtPrefix:
                Expect(value == 0xFF, AtCode, "not a JPEG: no marker where one must be");
                break;
            case AtCode:
                TakeCode(value);
                break;
            case AtLength:
                _left = value << 8;
                _head[2] = (byte)value;
                _state = AtLengthLow;
                break;
            case AtLengthLow:
                _left = (_left | value) - 2;
                _head[3] = (byte)value;
                _headCount = 4;
                Expect(_left >= 0, AtBody, "not a JPEG: a segment shorter than its own length");
                if (_left == 0 && _state == AtBody)
                {
                    EndSegment();
                }

                break;
        }
    }

    private void TakeCode(int value)
    {
        if (value == 0xFF)
        {
            return;  // fill byte (T.81 B.1.1.2)
        }

        if (value == 0x01 || value >= 0xD0 && value <= 0xD7)
        {
            _state = AtPrefix;  // TEM and RSTm stand alone
            return;
        }

        _code = value;
        _head[0] = 0xFF;
        _head[1] = (byte)value;
        Expect(value != 0 && value != Soi && value != Eoi, AtLength, "not a JPEG: a marker that may not stand before the scan");
    }

    private int TakeBody(byte[] buffer, int offset, int count)
    {
        int take = count < _left ? count : _left;
        for (int i = 0; i < take && _headCount < HeadBytes; i++)
        {
            _head[_headCount++] = buffer[offset + i];
        }

        _left -= take;
        if (_left == 0)
        {
            EndSegment();
        }

        return take;
    }

    private void EndSegment()
    {
        _state = AtPrefix;
        if (_code == Dqt)
        {
            _hasTable = true;
        }
        else if (IsFrameHeader(_code))
        {
            TakeFrameHeader();
        }
        else if (_code == App11 && Segment.IsOurs(_head, _headCount))
        {
            Fail("already sealed: only what the sensor made is signed");
        }
        else if (_code == Sos)
        {
            Expect(Width != 0, Done, "not a JPEG: no frame header before the scan");
            Expect(_hasTable, Done, "not a JPEG: no quantisation table before the scan");
        }
    }

    private void TakeFrameHeader()
    {
        if (_headCount < 9)
        {
            Fail("not a JPEG: short frame header");
            return;
        }

        // T.81 B.2.2: P, Y (lines), X (samples per line).
        Height = _head[5] << 8 | _head[6];
        Width = _head[7] << 8 | _head[8];
        if (Width == 0 || Height == 0)
        {
            Fail("not a JPEG: a frame of no size");
        }
    }

    // SOF0 to SOF15 but for DHT (C4), JPG (C8) and DAC (CC) (T.81 table B.1).
    private static bool IsFrameHeader(int code) => code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC;

    private void Expect(bool good, int next, string fault)
    {
        if (good)
        {
            _state = next;
        }
        else
        {
            Fail(fault);
        }
    }

    private void Fail(string fault)
    {
        Fault = Fault ?? fault;
        _state = Done;
    }
}
