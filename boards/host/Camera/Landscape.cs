using System;
using SkiaSharp;

namespace Sealcam.Host;

/// <summary>Sky, sun, three lines of hills and some firs, placed by the camera's own numbers, in parts of the frame.</summary>
internal sealed class Landscape
{
    private readonly Look _look;
    private readonly SKCanvas _canvas;
    private readonly float _width;
    private readonly float _height;

    public Landscape(Look look, SKCanvas canvas, SKImageInfo info)
    {
        _look = look;
        _canvas = canvas;
        _width = info.Width;
        _height = info.Height;
    }

    public void Draw()
    {
        DrawSky();
        DrawSun();
        DrawHills(0.60f, 0.07f, _look.Colour(10, 34, 56));
        DrawHills(0.68f, 0.06f, _look.Colour(0, 38, 40));
        Func<float, float> ground = DrawHills(0.77f, 0.04f, _look.Colour(-10, 42, 24));
        DrawFirs(ground, _look.Colour(-14, 45, 15));
    }

    private void DrawSky()
    {
        SKColor[] colours = [_look.Colour(8, 55, 36), _look.Colour(0, 58, 64), _look.Colour(-25, 75, 86)];
        using var shader = SKShader.CreateLinearGradient(
            new SKPoint(0, 0), new SKPoint(0, _height * 0.72f), colours, [0f, 0.55f, 1f], SKShaderTileMode.Clamp);
        // Dithered, because JPEG shows the steps of a smooth gradient as bands.
        using var paint = new SKPaint { Shader = shader, IsDither = true };
        _canvas.DrawRect(0, 0, _width, _height, paint);
    }

    private void DrawSun()
    {
        var centre = new SKPoint(_width * (0.15f + (0.7f * _look.Next())), _height * (0.40f + (0.1f * _look.Next())));
        float radius = _height * 0.07f;
        SKColor colour = new(255, 244, 214);
        using var shader = SKShader.CreateRadialGradient(
            centre, radius * 4, [colour.WithAlpha(150), colour.WithAlpha(0)], SKShaderTileMode.Clamp);
        using var glow = new SKPaint { Shader = shader, IsDither = true };
        using var disc = new SKPaint { Color = colour, IsAntialias = true };
        _canvas.DrawCircle(centre, radius * 4, glow);
        _canvas.DrawCircle(centre, radius, disc);
    }

    /// <summary>One line of hills: three waves of the camera's own phase. Returns its height over x, both in pixels.</summary>
    private Func<float, float> DrawHills(float level, float swing, SKColor colour)
    {
        float first = _look.Next() * MathF.Tau;
        float second = _look.Next() * MathF.Tau;
        float third = _look.Next() * MathF.Tau;
        float Line(float x)
        {
            float at = x / _width * MathF.Tau;
            float wave = (0.6f * MathF.Sin(at + first)) + (0.3f * MathF.Sin((2.3f * at) + second))
                + (0.13f * MathF.Sin((6.1f * at) + third));
            return (level - (swing * wave)) * _height;
        }

        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        for (int x = 0; x < _width; x++)
        {
            float y = Line(x);
            _canvas.DrawRect(x, y, 1, _height - y, paint);
        }

        return Line;
    }

    private void DrawFirs(Func<float, float> ground, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        int count = 5 + (int)(_look.Next() * 5);
        for (int i = 0; i < count; i++)
        {
            float x = _width * (0.03f + (0.94f * _look.Next()));
            float tall = _height * (0.09f + (0.09f * _look.Next()));
            DrawFir(x, ground(x) + (tall * 0.1f), tall, paint);
        }
    }

    /// <summary>Three triangles on each other, as lines of growing length.</summary>
    private void DrawFir(float x, float foot, float tall, SKPaint paint)
    {
        float step = Math.Max(0.5f, tall / 120);
        for (float down = 0; down < tall; down += step)
        {
            float part = down / tall;
            float within = (part * 3) % 1;
            float half = tall * (0.03f + (0.07f * part) + (0.13f * within * (0.5f + (part * 0.5f))));
            _canvas.DrawRect(x - half, foot - tall + down, half * 2, step + 0.5f, paint);
        }
    }
}
