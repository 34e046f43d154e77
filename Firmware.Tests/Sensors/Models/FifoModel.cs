namespace Sealcam.Tests.Models;

/// <summary>
/// What the SPI cameras of this maker have in common: one command byte a select (top bit set: write), one byte of value, a burst
/// read of the frame in the FIFO, and a capture that is armed, recorded and flagged.
/// </summary>
public abstract class FifoModel : SpiModel
{
    private const int BurstCommand = 0x3C;

    protected readonly byte[] Registers = new byte[128];
    private int _command = -1;  // of this select
    private int _position;      // in the FIFO

    protected FifoModel(SimClock clock) : base(clock)
    {
    }

    /// <summary>The done flag never comes.</summary>
    public bool IsStuck;

    /// <summary>The registers announce this length instead of the true one; -1 for none.</summary>
    public int Announces = -1;

    /// <summary>The FIFO holds only this many bytes of the frame and zeros behind; -1 for all.</summary>
    public int HoldsOnly = -1;

    /// <summary>The frame that was last recorded.</summary>
    public ModelFrame Frame { get; private set; }

    /// <summary>µs of the last start of a capture.</summary>
    public long StartedUs { get; private set; } = -1;

    /// <summary>Bytes of value behind the command.</summary>
    protected int Values { get; set; }

    /// <summary>µs of the start whose frame is not yet through; -1 for none.</summary>
    protected long ArmedUs { get; private set; } = -1;

    protected bool IsDone { get; private set; }

    /// <summary>A frame that was recorded before this boot lies in the FIFO, flag and all.</summary>
    public void LeaveOldFrame(int number) => Record(new ModelFrame(number, 0, 320, 240, 3000, 0));

    protected override void OnSelect()
    {
        _command = -1;
        Values = 0;
        if (ArmedUs >= 0)
        {
            Look();
        }
    }

    protected override void OnDeselect() => Check(_command < 0x80 || Values == 1, "a register write without one value");

    protected override void OnWrite(byte value)
    {
        if (_command < 0)
        {
            _command = value;
            return;
        }

        Values++;
        Check(_command >= 0x80, "a value written behind a read command");
        if (_command >= 0x80)
        {
            Store(_command & 0x7F, value);
        }
    }

    protected override void OnRead(byte[] buffer, int offset, int count)
    {
        Check(_command >= 0 && _command < 0x80, "a read without a read command");
        if (_command == BurstCommand)
        {
            Burst(buffer, offset, count);
        }
        else
        {
            ReadRegister(_command, buffer, offset, count);
        }
    }

    protected abstract void Store(int register, byte value);

    protected abstract void ReadRegister(int register, byte[] buffer, int offset, int count);

    /// <summary>A capture is armed: records its frame if that is through by now.</summary>
    protected abstract void Look();

    /// <summary>Bytes behind the frame that may be read without harm.</summary>
    protected virtual int Slack => 0;

    /// <summary>Bytes that come before the frame; called at each burst, the first one of a frame may tell more than 0.</summary>
    protected abstract int TakeDummies();

    protected virtual void Record(ModelFrame frame)
    {
        Frame = frame;
        ArmedUs = -1;
        IsDone = true;
        _position = 0;
    }

    protected void Forget()
    {
        ArmedUs = -1;
        IsDone = false;
        Frame = null;
    }

    /// <summary>Register 4 of all of them: bit 0 clears the done flag, bit 1 starts. True if a capture was started.</summary>
    protected bool Control(byte value)
    {
        if ((value & 1) != 0)
        {
            IsDone = false;
        }

        if ((value & 2) == 0)
        {
            return false;
        }

        Check(!IsDone, "a start with the done flag still up");
        Check(ArmedUs < 0, "a start during a capture");
        ArmedUs = StartedUs = Clock.Us;
        Frame = null;
        IsDone = false;
        return true;
    }

    private void Burst(byte[] buffer, int offset, int count)
    {
        Check(IsDone, "a burst before the capture was done");
        for (int dummies = count > 0 ? TakeDummies() : 0; dummies > 0 && count > 0; dummies--, count--)
        {
            buffer[offset++] = 0x55;
        }

        if (Frame == null || count == 0)
        {
            return;
        }

        Check(_position + count <= Frame.PaddedLength + Slack, "a burst beyond the frame");
        Frame.Fill(_position, buffer, offset, count);
        for (int i = 0; HoldsOnly >= 0 && i < count; i++)
        {
            buffer[offset + i] = _position + i < HoldsOnly ? buffer[offset + i] : (byte)0;
        }

        _position += count;
    }
}
