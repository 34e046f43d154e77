using System;
using Sealcam.Sensors;

namespace Sealcam.Tests.Models;

/// <summary>What every SPI part has in common: the bracket of the chip select, the chunk bound, the time on the wire.</summary>
public abstract class SpiModel : ISpi
{
    private bool _selected;
    private int _moved;  // bytes since the select

    protected SpiModel(SimClock clock)
    {
        Clock = clock;
    }

    public readonly Violations Violations = new Violations();

    /// <summary>Bytes: the bound that the model holds its user to.</summary>
    public int ChunkBytes { get; set; } = 4096;

    /// <summary>The part does not answer: every byte read is this; -1 for a part that works.</summary>
    public int StuckAt = -1;

    /// <summary>The bus itself fails at this transfer from now on; 0 for never.</summary>
    public int BreaksAt;

    protected SimClock Clock { get; }

    public void Select()
    {
        Check(!_selected, "select while selected");
        _selected = true;
        _moved = 0;
        OnSelect();
    }

    public void Deselect()
    {
        Check(_selected, "deselect while not selected");
        Check(_moved > 0, "a select without a byte");
        _selected = false;
        OnDeselect();
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        Move(count);
        for (int i = 0; i < count; i++)
        {
            OnWrite(buffer[offset + i]);
        }
    }

    public void Read(byte[] buffer, int offset, int count)
    {
        Move(count);
        OnRead(buffer, offset, count);
        for (int i = 0; StuckAt >= 0 && i < count; i++)
        {
            buffer[offset + i] = (byte)StuckAt;
        }
    }

    protected abstract void OnSelect();

    protected abstract void OnDeselect();

    protected abstract void OnWrite(byte value);

    protected abstract void OnRead(byte[] buffer, int offset, int count);

    protected void Check(bool good, string violation)
    {
        if (!good)
        {
            Violations.Add(violation);
        }
    }

    private void Move(int count)
    {
        if (BreaksAt > 0 && --BreaksAt == 0)
        {
            _moved++;
            throw new InvalidOperationException("SPI: the bus failed");
        }

        Check(_selected, "bytes while not selected");
        if (count <= 0 || count > ChunkBytes)
        {
            Violations.Add("a transfer of " + count + " bytes");
        }

        _moved += count;
        Clock.AdvanceUs(count);  // 8 MHz
    }
}
