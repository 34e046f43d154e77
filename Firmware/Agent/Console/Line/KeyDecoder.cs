namespace Sealcam;

/// <summary>
/// Bytes of a terminal into keys: plain bytes stay what they are, escape sequences (ECMA-48 CSI, and SS3) become one of the
/// keys.
/// </summary>
public sealed class KeyDecoder
{
    /// <summary>Not a key yet, or one that the console has no use for.</summary>
    public const int None = -1;

    public const int Left = 256, Right = 257, Up = 258, Down = 259, Home = 260, End = 261, Delete = 262;

    private const int Plain = 0, Escaped = 1, Sequence = 2;

    /// <summary>Bytes of a sequence: a longer one is noise on the line.</summary>
    private const int SequenceMost = 16;

    private int _state, _count, _number;

    /// <summary>Forgets half a sequence.</summary>
    public void Clear() => _state = Plain;

    public int Feed(int value)
    {
        switch (_state)
        {
            case Escaped:
                // ESC [ and ESC O begin a sequence; ESC and another byte is Alt with a key, which nothing is bound to.
                _state = value == '[' || value == 'O' ? Sequence : value == 0x1B ? Escaped : Plain;
                _count = _number = 0;
                return value < ' ' && value != 0x1B ? value : None;  // Enter and Ctrl-C must always work
            case Sequence:
                return InSequence(value);
            default:
                _state = value == 0x1B ? Escaped : Plain;
                return value == 0x1B ? None : value;
        }
    }

    private int InSequence(int value)
    {
        if (value >= '0' && value <= '9')
        {
            _number = _number < 1000 ? _number * 10 + value - '0' : _number;
        }
        else if (value == ';')
        {
            _number = 0;  // a modifier follows: Ctrl-Right is Right here
        }
        else if (value >= '@' && value <= '~')
        {
            _state = Plain;
            return KeyOf(value);
        }

        // A control character ends a sequence that was cut off.
        bool broken = value < ' ' || ++_count > SequenceMost;
        _state = broken ? Plain : Sequence;
        return value < ' ' && value != 0x1B ? value : None;
    }

    private int KeyOf(int final)
    {
        switch (final)
        {
            case 'A':
                return Up;
            case 'B':
                return Down;
            case 'C':
                return Right;
            case 'D':
                return Left;
            case 'H':
                return Home;
            case 'F':
                return End;
            case '~':
                return _number == 3 ? Delete : _number == 1 || _number == 7 ? Home : _number == 4 || _number == 8 ? End : None;
            default:
                return None;
        }
    }
}
