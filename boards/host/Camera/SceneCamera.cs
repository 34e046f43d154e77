using System;
using System.Globalization;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace Sealcam.Host;

/// <summary>
/// Draws what it sees: a landscape in the camera's own colours, a balloon that drifts over it, the camera's name, the clock and
/// the number of the still. A person can tell two cameras apart, and a live one from one that hangs.
/// </summary>
/// <remarks>The JPEG is an ordinary baseline one with 4:2:0 chroma, as OV sensors make.</remarks>
public sealed class SceneCamera : HostCamera, IDisposable
{
    /// <summary>The JPEG quality of a camera that nobody set, as libjpeg counts it.</summary>
    public const int UsualQuality = 82;

    private readonly HostClock _clock;
    private readonly Scene _scene;
    private readonly Caption _caption;
    private readonly SKBitmap _bitmap;
    private readonly SKCanvas _canvas;
    private readonly SKDynamicMemoryWStream _encoded = new();
    private int _number;

    /// <summary>JPEG quality from the next exposure on, 1 to 100.</summary>
    public int Quality { get; set; } = UsualQuality;

    public SceneCamera(string name, SceneSize size, HostClock clock, SensorHabits habits = null) : base(clock, habits)
    {
        _clock = clock;
        var info = new SKImageInfo(size.Width, size.Height, SKImageInfo.PlatformColorType, SKAlphaType.Opaque);
        var look = new Look(name);
        _scene = new Scene(look, info);
        _caption = new Caption(name, look, size);
        _bitmap = new SKBitmap(info);
        _canvas = new SKCanvas(_bitmap);
    }

    public void Dispose()
    {
        _canvas.Dispose();
        _bitmap.Dispose();
        _encoded.Dispose();
        _scene.Dispose();
        _caption.Dispose();
    }

    private protected override int Expose(ref byte[] frame)
    {
        _number++;
        _scene.Draw(_canvas, _clock.UptimeMs);
        string time = _clock.UtcNow.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        _caption.Draw(_canvas, time, "#" + _number.ToString(CultureInfo.InvariantCulture));
        using SKPixmap pixels = _bitmap.PeekPixels();
        var jpeg = new SKJpegEncoderOptions(Quality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore);
        if (!pixels.Encode(_encoded, jpeg))
        {
            throw new CameraException("scene: the JPEG encoder failed");
        }

        using SKData data = _encoded.DetachAsData();
        int length = (int)data.Size;
        if (frame.Length < length)
        {
            // Some room, so that the next one, a little larger, does not need a new buffer.
            frame = new byte[length + (length / 4)];
        }

        Marshal.Copy(data.Data, frame, 0, length);
        return length;
    }
}
