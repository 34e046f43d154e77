namespace Sealcam.Sensors;

/// <summary>A serial line, 8 data bits, no parity, one stop bit.</summary>
/// <remarks>
/// On nanoFramework: SerialPort with a ReadBufferSize of at least <see cref="ReceiveBytes"/> (the default of 256 loses bytes),
/// and Read asked only for min(count, BytesToRead), because it blocks for what is missing.
/// </remarks>
public interface IUart
{
    /// <summary>Bytes: how many may arrive unread before some are lost.</summary>
    int ReceiveBytes { get; }

    /// <summary>Sends all of it.</summary>
    void Write(byte[] buffer, int offset, int count);

    /// <summary>Takes what has arrived, at most <paramref name="count"/> bytes; returns at once, 0 if nothing has.</summary>
    int Read(byte[] buffer, int offset, int count);

    /// <summary>Changes the speed of both directions (bit/s), once all that was written has left.</summary>
    void SetBaud(int baud);
}
