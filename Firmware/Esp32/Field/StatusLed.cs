using System.Threading;

namespace Sealcam.Esp32;

/// <summary>Shows a <see cref="StatusCode"/> on an LED, from a timer of its own; a frozen pattern means a frozen board.</summary>
public sealed class StatusLed
{
    /// <summary>ms: half of the shortest flash.</summary>
    private const int TickMs = 75;

    private readonly ILamp _lamp;
    private readonly IClock _clock;
    private readonly Timer _timer;

    public StatusLed(ILamp lamp, IClock clock)
    {
        _lamp = lamp;
        _clock = clock;
        _timer = new Timer(Tick, null, TickMs, TickMs);
    }

    public int Code { get; set; } = StatusCode.NoNetwork;

    private void Tick(object state) => _lamp.Set(StatusCode.IsLit(Code, _clock.UptimeMs));

    /// <summary>Dark, for the sleep.</summary>
    public void Off()
    {
        _timer.Dispose();
        _lamp.Set(false);
    }
}
