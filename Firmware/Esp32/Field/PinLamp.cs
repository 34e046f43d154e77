using System.Device.Gpio;

namespace Sealcam.Esp32;

/// <summary>An LED, or the switch of a lamp, on a pin.</summary>
public sealed class PinLamp : ILamp
{
    private readonly GpioPin _pin;
    private readonly bool _onLow;
    private bool _on;

    /// <summary>Off at first; <paramref name="onLow"/> for an LED between the pin and 3.3 V.</summary>
    public PinLamp(int pin, bool onLow)
    {
        _onLow = onLow;
        _pin = new GpioController().OpenPin(pin, PinMode.Output);
        _pin.Write(onLow ? PinValue.High : PinValue.Low);
    }

    public void Set(bool on)
    {
        if (on != _on)
        {
            _on = on;
            _pin.Write(on != _onLow ? PinValue.High : PinValue.Low);
        }
    }
}
