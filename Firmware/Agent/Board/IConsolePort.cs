namespace Sealcam;

/// <summary>The two directions of the technician's serial port. Neither call waits; neither throws.</summary>
public interface IConsolePort
{
    /// <summary>Takes bytes that have arrived, at most <paramref name="count"/>. Returns how many, 0 if there are none.</summary>
    int Read(byte[] buffer, int offset, int count);

    /// <summary>
    /// Gives bytes to the port, as many as it takes at once. Returns how many, 0 while it is full or nobody listens. A board
    /// whose driver can only wait bounds that wait to a few ms: output waits for the port, the agent never does.
    /// </summary>
    int Write(byte[] buffer, int offset, int count);
}
