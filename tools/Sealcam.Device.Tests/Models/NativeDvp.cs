using System;
using System.Device.Gpio;
using Sealcam.Dvp;
using Sealcam.Tests.Models;

namespace Sealcam.Esp32.Dvp;

/// <summary>
/// The native side of the DVP sensors as the firmware shows it: frames of a free-running sensor, or none in an image without it.
/// </summary>
public sealed class NativeDvp : IDvp
{
    private const int PeriodMs = 200, Whole = 0;

    private ModelFrame _frame;
    private long _dueMs;
    private bool _open;
    private int _number;

    /// <summary>The image on the board has the driver.</summary>
    public static bool IsBuiltIn { get; set; }

    /// <summary>What the next calls answer, one of <see cref="DvpFault"/>; 0: as it should.</summary>
    public static int Fault { get; set; }

    /// <summary>Bytes of each frame.</summary>
    public static int FrameBytes { get; set; } = 30000;

    public int Open(int[] config)
    {
        Demand();
        for (int i = DvpConfig.PowerDown; i <= DvpConfig.Pclk; i++)
        {
            if (config[i] >= 0)
            {
                Pins.Use(config[i], "DVP " + i);
            }
        }

        Device.Pass(500);
        _open = Fault == Whole;
        return Fault;
    }

    public int Trigger(int settle)
    {
        Demand();
        _dueMs = Device.UptimeMs + (settle + 1) * PeriodMs;
        _frame = null;
        return _open ? Fault : DvpFault.Closed;
    }

    public int Poll()
    {
        Demand();
        if (Fault != Whole || !_open)
        {
            return _open ? Fault : DvpFault.Closed;
        }

        if (_frame == null && Device.UptimeMs >= _dueMs)
        {
            _frame = new ModelFrame(++_number, _dueMs - PeriodMs, 1600, 1200, FrameBytes, 0);
        }

        return _frame == null ? 0 : FrameBytes;
    }

    public int AgeMs() => PeriodMs;

    public int Read(int position, byte[] buffer, int offset, int count)
    {
        int read = Math.Min(count, FrameBytes - position);
        _frame.Fill(position, buffer, offset, read);
        return Fault == Whole ? read : Fault;
    }

    public int Release()
    {
        _frame = null;
        return 0;
    }

    public int Close()
    {
        _open = false;
        return 0;
    }

    public int Detail() => 0;

    public int SensorId()
    {
        Demand();
        return 0x26;
    }

    private static void Demand()
    {
        if (!IsBuiltIn)
        {
            throw new NotSupportedException();
        }
    }
}
