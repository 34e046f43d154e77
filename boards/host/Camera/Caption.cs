using System;
using SkiaSharp;

namespace Sealcam.Host;

/// <summary>The strip at the foot of the scene: name and time to the left, number of the still to the right.</summary>
internal sealed class Caption : IDisposable
{
    private readonly SKPaint _strip = new() { Color = new SKColor(12, 14, 20, 205) };
    private readonly SKPaint _bright = new() { Color = new SKColor(248, 248, 244) };
    private readonly SKPaint _dim = new() { Color = new SKColor(190, 194, 200) };
    private readonly SKPaint _accent;
    private readonly SceneSize _size;
    private readonly string _name;
    private readonly int _dot;

    public Caption(string name, Look look, SceneSize size)
    {
        _size = size;
        // One dot is 1 pixel at QVGA and 5 at UXGA; the name and the number are twice that.
        _dot = Math.Max(1, size.Height / 240);
        _accent = new SKPaint { Color = look.Colour(0, 95, 66) };
        int fits = size.Width * 6 / 10 / (Glyphs.Advance * 2 * _dot);
        _name = name.Length <= fits ? name : string.Concat(name.AsSpan(0, fits - 2), "..");
    }

    public void Draw(SKCanvas canvas, string time, string number)
    {
        int gap = 4 * _dot;
        int name = Glyphs.Rows * 2 * _dot;
        int height = gap + name + gap + (Glyphs.Rows * _dot) + gap;
        int top = _size.Height - height;
        canvas.DrawRect(0, top, _size.Width, height, _strip);
        canvas.DrawRect(0, top, 2 * _dot, height, _accent);
        int left = (2 * _dot) + gap;
        Glyphs.Draw(canvas, _name, left, top + gap, 2 * _dot, _bright);
        Glyphs.Draw(canvas, time, left, top + gap + name + gap, _dot, _dim);
        int right = _size.Width - gap - Glyphs.Width(number, 2 * _dot);
        Glyphs.Draw(canvas, number, right, top + gap, 2 * _dot, _accent);
        string label = $"{_size.Name} SIMULATED";
        right = _size.Width - gap - Glyphs.Width(label, _dot);
        Glyphs.Draw(canvas, label, right, top + gap + name + gap, _dot, _dim);
    }

    public void Dispose()
    {
        _strip.Dispose();
        _bright.Dispose();
        _dim.Dispose();
        _accent.Dispose();
    }
}
