using System;
using SkiaSharp;

namespace Sealcam.Host;

/// <summary>
/// Letters of 5 by 7 dots, because a machine that runs simulated cameras may have no fonts at all. Codes 32 to 95 of ASCII; lower
/// case is drawn as upper case, anything else as a question mark.
/// </summary>
internal static class Glyphs
{
    /// <summary>Dots from one glyph's left edge to the next one's, and from top to bottom.</summary>
    public const int Advance = 6, Rows = 7;
    private const int Columns = 5, PerLine = 16;

    private static readonly string[] Dots =
    [
        //       !     "     #     $     %     &     '     (     )     *     +     ,     -     .     /
        "        #    # #   # #    #   ##  #  ##     #      #   #                                      #",
        "        #    # #   # #   #### ## #  #  #    #     #     #   # # #   #                        # ",
        "        #         ##### # #      #  # #          #       #   ###    #                        # ",
        "        #          # #   ###    #    #           #       #  ##### #####        ###          #  ",
        "        #         #####   # #  #    # # #        #       #   ###    #    ##                #   ",
        "                   # #  ####   # ## #  #          #     #   # # #   #     #          ##    #   ",
        "        #          # #    #   #  ##  ## #          #   #                 #           ##   #    ",
        // 0     1     2     3     4     5     6     7     8     9     :     ;     <     =     >     ?
        " ###    #    ###  ####  #  #  #####  ###  #####  ###   ###                  #       #      ### ",
        "#   #  ##   #   #     # #  #  #     #         # #   # #   #  ##    ##     ##         ##   #   #",
        "#   # # #       #     # #  #  ####  #        #  #   # #   #  ##    ##    #    #####    #      #",
        "# # #   #     ##   ###  #####     # ####    #    ###   ####             #               #   ## ",
        "#   #   #    #        #    #      # #   #   #   #   #     #  ##    ##    #    #####    #    #  ",
        "#   #   #   #         #    #  #   # #   #   #   #   #     #  ##     #     ##         ##        ",
        " ###  ##### ##### ####     #   ###   ###    #    ###   ###         #        #       #       #  ",
        // @     A     B     C     D     E     F     G     H     I     J     K     L     M     N     O
        " ###    #   ####   #### ####  ##### #####  #### #   #  ###      # #   # #     #   # #   #  ### ",
        "#   #  # #  #   # #     #   # #     #     #     #   #   #       # #  #  #     ## ## ##  # #   #",
        "# ### #   # #   # #     #   # #     #     #     #   #   #       # # #   #     # # # ##  # #   #",
        "# # # #   # ####  #     #   # ####  ####  #  ## #####   #       # ##    #     # # # # # # #   #",
        "# ### ##### #   # #     #   # #     #     #   # #   #   #       # # #   #     #   # #  ## #   #",
        "#     #   # #   # #     #   # #     #     #   # #   #   #   #   # #  #  #     #   # #  ## #   #",
        " ###  #   # ####   #### ####  ##### #      #### #   #  ###   ###  #   # ##### #   # #   #  ### ",
        // P     Q     R     S     T     U     V     W     X     Y     Z     [     \     ]     ^     _
        "####   ###  ####   #### ##### #   # #   # #   # #   # #   # #####  ###  #      ###    #        ",
        "#   # #   # #   # #       #   #   # #   # #   # #   # #   #     #  #     #       #   # #       ",
        "#   # #   # #   # #       #   #   # #   # #   #  # #   # #     #   #     #       #  #   #      ",
        "####  #   # ####   ###    #   #   # #   # # # #   #     #     #    #      #      #             ",
        "#     # # # # #       #   #   #   #  # #  # # #  # #    #    #     #       #     #             ",
        "#     #  #  #  #      #   #   #   #  # #  ## ## #   #   #   #      #       #     #             ",
        "#      ## # #   # ####    #    ###    #   #   # #   #   #   #####  ###      #  ###        #####",
    ];

    /// <summary>Pixels that a text takes at <paramref name="dot"/> pixels a dot, without the gap behind the last glyph.</summary>
    public static int Width(string text, int dot)
    {
        return Math.Max(0, ((text.Length * Advance) - 1) * dot);
    }

    /// <summary>Draws the text with its top left corner at (x, y). Dots side by side are one rectangle.</summary>
    public static void Draw(SKCanvas canvas, string text, int x, int y, int dot, SKPaint paint)
    {
        foreach (char c in text)
        {
            int code = char.ToUpperInvariant(c) is >= ' ' and <= '_' and var known ? known - ' ' : '?' - ' ';
            for (int row = 0; row < Rows; row++)
            {
                ReadOnlySpan<char> dots = Dots[(code / PerLine * Rows) + row].AsSpan(code % PerLine * Advance, Columns);
                for (int from = 0; from < Columns; from++)
                {
                    int run = dots[from..].IndexOf(' ');
                    run = run < 0 ? Columns - from : run;
                    if (run > 0)
                    {
                        canvas.DrawRect(x + (from * dot), y + (row * dot), run * dot, dot, paint);
                    }

                    from += run;
                }
            }

            x += Advance * dot;
        }
    }
}
