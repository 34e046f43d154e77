using System;

namespace Sealcam;

/// <summary>Takes one still that is only looked at: it is neither sealed nor kept, and consumes no sequence.</summary>
public sealed class CameraTrial
{
    private readonly byte[] _buffer = new byte[1024];
    private readonly MarkerWalk _walk = new MarkerWalk();
    private ICamera _camera;
    private IStill _still;
    private int _last;

    /// <summary>What is wrong, a sentence; null if nothing is.</summary>
    public string Fault { get; private set; }

    public int Bytes { get; private set; }

    public int Width => _walk.Width;

    public int Height => _walk.Height;

    /// <summary>ms from the trigger to the first byte, and to the last.</summary>
    public int ExposureMs { get; private set; }

    public int ReadMs { get; private set; }

    /// <summary>One slice: <see cref="ConsoleCommand.Wait"/> until it is over, then <see cref="ConsoleCommand.Done"/>.</summary>
    public int Step(ConsoleSession s)
    {
        try
        {
            return Try(s) ? ConsoleCommand.Done : s.NowMs - s.StartedMs < Limits.CaptureTimeoutMs ? ConsoleCommand.Wait
                : Fail("nothing from the sensor in " + Limits.CaptureTimeoutMs / 1000 + " s");
        }
        catch (Exception e)
        {
            return Fail(e.Message);
        }
    }

    /// <summary>Gives the sensor back to the agent.</summary>
    public void End(ConsoleSession s)
    {
        _still?.Release();
        _still = null;
        if (_camera != null)
        {
            _camera = null;
            s.Agent.ReturnCamera();
        }
    }

    private bool Try(ConsoleSession s)
    {
        if (_camera == null)
        {
            _camera = s.Agent.BorrowCamera();
            if (_camera == null)
            {
                return false;  // a still is in the making
            }

            s.StartedMs = s.NowMs;
            _camera.Trigger();
            return false;
        }

        if (_still == null)
        {
            _still = _camera.Poll();
            ExposureMs = (int)(s.NowMs - s.StartedMs);
            return false;
        }

        int got = _still.Read(_buffer, 0, _buffer.Length);
        if (got >= 0)
        {
            _walk.Feed(_buffer, 0, got);
            Bytes += got;
            for (int i = 0; i < got; i++)
            {
                _last = _buffer[i] == 0 && (_last & 0xFFFF) == 0xFFD9 ? _last : _last << 8 | _buffer[i];
            }

            return false;
        }

        ReadMs = (int)(s.NowMs - s.StartedMs) - ExposureMs;
        Fault = _walk.Fault ?? (!_walk.IsDone ? "no scan in the still" : (_last & 0xFFFF) != 0xFFD9
            ? "the still does not end with EOI" : null);
        return true;
    }

    private int Fail(string why)
    {
        Fault = why;
        return ConsoleCommand.Done;
    }
}
