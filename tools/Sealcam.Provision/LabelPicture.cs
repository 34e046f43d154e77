using Sealcam.Host;
using SkiaSharp;

namespace Sealcam.Provision;

/// <summary>
/// The label as PNG: the QR code to the left, what people read to the right. Printed at 300 dpi it is 58 mm by 25 mm, with
/// modules of 0.7 mm, which phones read at arm's length.
/// </summary>
internal static class LabelPicture
{
    private const int Module = 8, Side = QrCode.Drawn * Module, TextWidth = 392, Dot = 2, LargeDot = 3;

    /// <summary>The file label.png. It shows the passphrase.</summary>
    public static byte[] File(DeviceSummary device, string passphrase)
    {
        using var bitmap = new SKBitmap(Side + TextWidth, Side, SKColorType.Gray8, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = false };
        canvas.Clear(SKColors.White);
        DrawCode(canvas, LabelText.Code(device.Device), ink);
        int y = 4 * Module;
        Line(canvas, "SEALCAM", LargeDot, ref y, ink);
        Line(canvas, device.Name, Dot, ref y, ink);
        y += Module;
        Line(canvas, "ID " + device.Fingerprint, LargeDot, ref y, ink);
        Line(canvas, device.Words, Dot, ref y, ink);
        foreach (string group in LabelText.Groups(device.Device))
        {
            Line(canvas, group, Dot, ref y, ink);
        }

        y += Module;
        Line(canvas, "CONSOLE PASSPHRASE", Dot, ref y, ink);
        Line(canvas, passphrase, LargeDot, ref y, ink);
        canvas.Flush();
        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static void DrawCode(SKCanvas canvas, string text, SKPaint ink)
    {
        var code = new QrCode(text);
        for (int y = 0; y < QrCode.Drawn; y++)
        {
            for (int x = 0; x < QrCode.Drawn; x++)
            {
                if (code.IsDark(x, y))
                {
                    canvas.DrawRect(x * Module, y * Module, Module, Module, ink);
                }
            }
        }
    }

    /// <summary>Draws a line, cut where it would leave the label, and moves down.</summary>
    private static void Line(SKCanvas canvas, string text, int dot, ref int y, SKPaint ink)
    {
        int fits = TextWidth / (Glyphs.Advance * dot);
        string shown = text.Length <= fits ? text : string.Concat(text.AsSpan(0, fits - 2), "..");
        Glyphs.Draw(canvas, shown, Side, y, dot, ink);
        y += (Glyphs.Rows + 3) * dot;
    }
}
