namespace Sealcam.Esp32;

/// <summary>What an ESP32 board has beside its sensor: GPIO numbers, -1 for what it has not.</summary>
public sealed class BoardPins
{
    /// <summary>Name as in boards/README.md.</summary>
    public string Name;

    /// <summary>The console's output and input (COM2).</summary>
    public int ConsoleTx, ConsoleRx;

    /// <summary>Illumination for the exposure, lit by a high level.</summary>
    public int Lamp = -1;

    public int StatusLed = -1;

    /// <summary>The status LED lies between its pin and 3.3 V.</summary>
    public bool StatusOnLow;

    /// <summary>PIR, contact or button that asks for a still, and wakes the board if it is an RTC pin.</summary>
    public int Trigger = -1;

    public bool TriggerHigh = true;

    /// <summary>Held high from the first moment on: a board whose battery switch it is goes off without it.</summary>
    public int PowerHold = -1;

    /// <summary>Toggled at each turn of the loop, for an external watchdog chip.</summary>
    public int Watchdog = -1;

    /// <summary>Bytes of the managed heap that kept stills may take; the README's table of the board counts with it.</summary>
    public int OutboxBytes = 512 * 1024;

    /// <summary>
    /// Bytes of internal RAM, in all and in one piece, below which the board restarts in order. Without PSRAM a TLS connection
    /// needs two pieces of 17 KB there; with PSRAM the firmware's malloc puts them there, and Wi-Fi's needs remain.
    /// </summary>
    public int InternalFloor = 20000, InternalBlockFloor = 8000;
}
