namespace Sealcam.Sensors;

/// <summary>The sizes that people ask for, by their names (VESA's and the older CIF family's) and as "1600x1200".</summary>
internal static class SizeNames
{
    private static readonly string[] Names =
    {
        "QQVGA", "QVGA", "CIF", "VGA", "SVGA", "XGA", "HD", "SXGA", "UXGA", "FHD", "QXGA", "QSXGA",
    };

    // Width, height. CIF is 400x296 on OmniVision's parts, QSXGA the full array of a 5 MP one.
    private static readonly short[] Pixels =
    {
        160, 120, 320, 240, 400, 296, 640, 480, 800, 600, 1024, 768, 1280, 720, 1280, 1024, 1600, 1200, 1920, 1080, 2048, 1536,
        2592, 1944,
    };

    public static int Count => Names.Length;

    public static int Width(int index) => Pixels[2 * index];

    public static int Height(int index) => Pixels[2 * index + 1];

    public static string Text(int width, int height) => width + "x" + height;

    /// <summary>Sets the size of a name, or of "WIDTHxHEIGHT" with any numbers. False if the text is neither.</summary>
    public static bool Take(string text, SensorSettings settings)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (Names[i] == text.ToUpper())
            {
                settings.Width = Width(i);
                settings.Height = Height(i);
                return true;
            }
        }

        int x = text.ToLower().IndexOf('x');
        int width = x < 0 ? 0 : Number(text.Substring(0, x));
        int height = x < 0 ? 0 : Number(text.Substring(x + 1));
        if (width == 0 || height == 0)
        {
            return false;
        }

        settings.Width = width;
        settings.Height = height;
        return true;
    }

    /// <summary>One to four digits; 0 for anything else.</summary>
    public static int Number(string text)
    {
        int value = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9 || i == 4)
            {
                return 0;
            }

            value = value * 10 + digit;
        }

        return value;
    }
}
