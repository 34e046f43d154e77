using System;
using SkiaSharp;

namespace Sealcam.Host;

/// <summary>The landscape, drawn once, and the balloon over it, drawn for each still.</summary>
internal sealed class Scene : IDisposable
{
    // One crossing: slow enough to look calm, fast enough that stills 200 ms apart differ.
    private const double CrossingMs = 24000, BobMs = 5300;
    private readonly int _width;
    private readonly int _height;
    private readonly double _phase;
    private readonly SKImage _land;
    private readonly SKPaint _skin;
    private readonly SKPaint _stripe;
    private readonly SKPaint _basket = new() { IsAntialias = true, Color = new SKColor(70, 48, 36) };

    public Scene(Look look, SKImageInfo info)
    {
        _width = info.Width;
        _height = info.Height;
        _skin = new SKPaint { IsAntialias = true, Color = look.Colour(180, 78, 58) };
        _stripe = new SKPaint { IsAntialias = true, Color = new SKColor(250, 246, 236) };
        _phase = look.Next();
        using var surface = SKSurface.Create(info);
        new Landscape(look, surface.Canvas, info).Draw();
        _land = surface.Snapshot();
    }

    public void Draw(SKCanvas canvas, long uptimeMs)
    {
        canvas.DrawImage(_land, 0, 0, SKSamplingOptions.Default);
        float radius = _height * 0.085f;
        double crossing = ((uptimeMs / CrossingMs) + _phase) % 1;
        float x = (float)((crossing * (_width + (4 * radius))) - (2 * radius));
        float y = (_height * 0.30f) + (float)(Math.Sin(uptimeMs / BobMs * 2 * Math.PI) * radius * 0.6);
        DrawBalloon(canvas, x, y, radius);
    }

    public void Dispose()
    {
        _land.Dispose();
        _skin.Dispose();
        _stripe.Dispose();
        _basket.Dispose();
    }

    private void DrawBalloon(SKCanvas canvas, float x, float y, float r)
    {
        float basketTop = y + (r * 1.55f);
        _basket.StrokeWidth = Math.Max(1, r * 0.05f);
        canvas.DrawLine(x - (r * 0.62f), y + (r * 0.75f), x - (r * 0.18f), basketTop, _basket);
        canvas.DrawLine(x + (r * 0.62f), y + (r * 0.75f), x + (r * 0.18f), basketTop, _basket);
        canvas.DrawRect(x - (r * 0.2f), basketTop, r * 0.4f, r * 0.3f, _basket);
        canvas.DrawOval(x, y, r, r * 1.08f, _skin);
        canvas.DrawOval(x, y, r * 0.62f, r * 1.08f, _stripe);
        canvas.DrawOval(x, y, r * 0.24f, r * 1.08f, _skin);
    }
}
