namespace Sealcam.Sensors;

/// <summary>
/// The adjustments of any driver by name, for the console and for the settings: size, quality, brightness, mirror, flip or turn,
/// and white balance, as far as the part has them.
/// </summary>
public sealed class SensorControl : ICameraControl
{
    /// <summary>Options. A part that can only do half a turn has <see cref="Turn"/> in the place of mirror and flip.</summary>
    private const int Size = 0, Quality = 1, Brightness = 2, Mirror = 3, Flip = 4, Turn = 5, White = 6, All = 7;

    private static readonly string[] Names = { "size", "quality", "brightness", "mirror", "flip", "turn", "white-balance" };

    // Sizes are asked of the part, quality is a number.
    private static readonly string[] Ranges = { null, "1..100", "-2|-1|0|1|2", "no|yes", "no|yes", "no|yes", "auto|sunny|office|cloudy|home" };

    private readonly ISensorPart _part;
    private readonly int[] _options = new int[All];

    public SensorControl(ISensorPart part)
    {
        _part = part;
        for (int option = 0; option < All; option++)
        {
            if (Has(option))
            {
                _options[OptionCount++] = option;
            }
        }
    }

    public int OptionCount { get; private set; }

    public string Probe() => _part.Probe();

    public string OptionName(int option) => Names[_options[option]];

    public string OptionRange(int option) => _options[option] == Size ? Sizes() : Ranges[_options[option]];

    public string OptionValue(int option)
    {
        var now = _part.Settings;
        switch (_options[option])
        {
            case Size:
                return SizeNames.Text(now.Width, now.Height);
            case Quality:
                return now.Quality.ToString();
            case Brightness:
                return now.Brightness.ToString();
            case White:
                return Word(White, now.WhiteBalance);
            default:
                return Word(Mirror, (_options[option] == Mirror ? now.Mirror : now.Flip) ? 1 : 0);
        }
    }

    /// <summary>As the contract says; what the part cannot do, although it is in the range, throws with the reason.</summary>
    public bool Set(int option, string value)
    {
        var wanted = _part.Settings.Copy();
        if (!Take(_options[option], value, wanted))
        {
            return false;
        }

        string fault = wanted.Fault() ?? _part.Fault(wanted);
        if (fault != null)
        {
            throw new CameraException(fault);
        }

        _part.Apply(wanted);
        return true;
    }

    /// <summary>
    /// Takes the settings camera-size and camera-quality; an empty one leaves the driver's. Returns what was not taken, a
    /// sentence for the log, or null: a wrong setting must not keep a camera from its work.
    /// </summary>
    public string Start(string size, string quality)
    {
        string fault = Try(Size, size, "camera-size");
        return Try(Quality, quality, "camera-quality") ?? fault;
    }

    private string Try(int option, string value, string setting)
    {
        if (value.Length == 0)
        {
            return null;
        }

        string now = OptionValue(option);
        try
        {
            return Set(option, value) ? null : setting + " is " + OptionRange(option) + "; " + now + " is used";
        }
        catch (CameraException e)
        {
            return setting + ": " + e.Message + "; " + now + " is used";
        }
    }

    private bool Has(int option)
    {
        var tried = _part.Settings.Copy();
        switch (option)
        {
            case Brightness:
                tried.Brightness = tried.Brightness == 1 ? 0 : 1;
                break;
            case Mirror:
                return IsTaken(true, false);
            case Flip:
                return IsTaken(false, true);
            case Turn:
                return !IsTaken(true, false) && !IsTaken(false, true) && IsTaken(true, true);
            case White:
                tried.WhiteBalance = tried.WhiteBalance == WhiteBalance.Sunny ? WhiteBalance.Auto : WhiteBalance.Sunny;
                break;
        }

        return _part.Fault(tried) == null;
    }

    private bool IsTaken(bool mirror, bool flip)
    {
        var tried = _part.Settings.Copy();
        tried.Mirror = mirror;
        tried.Flip = flip;
        return _part.Fault(tried) == null;
    }

    private string Sizes()
    {
        string all = "";
        var tried = _part.Settings.Copy();
        for (int i = 0; i < SizeNames.Count; i++)
        {
            tried.Width = SizeNames.Width(i);
            tried.Height = SizeNames.Height(i);
            if (_part.Fault(tried) == null)
            {
                all += (all.Length > 0 ? "|" : "") + SizeNames.Text(tried.Width, tried.Height);
            }
        }

        return all;
    }

    private static bool Take(int option, string value, SensorSettings wanted)
    {
        if (option == Size)
        {
            return SizeNames.Take(value, wanted);
        }

        if (option == Quality)
        {
            wanted.Quality = SizeNames.Number(value);
            return wanted.Quality >= 1 && wanted.Quality <= 100;
        }

        int word = PlaceOf(option, value);
        wanted.Brightness = option == Brightness ? word - 2 : wanted.Brightness;
        wanted.Mirror = option == Mirror || option == Turn ? word == 1 : wanted.Mirror;
        wanted.Flip = option == Flip || option == Turn ? word == 1 : wanted.Flip;
        wanted.WhiteBalance = option == White ? word : wanted.WhiteBalance;
        return word >= 0;
    }

    private static string Word(int option, int place) => Ranges[option].Split('|')[place];

    private static int PlaceOf(int option, string value)
    {
        var words = Ranges[option].Split('|');
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i] == value)
            {
                return i;
            }
        }

        return -1;
    }
}
