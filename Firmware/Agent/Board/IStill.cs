namespace Sealcam;

/// <summary>A still leased from the sensor. While it is leased the sensor makes no other, so it must be released.</summary>
public interface IStill
{
    /// <summary>Bytes that the sensor announced, padding after EOI included. A still that ends earlier is torn.</summary>
    int Length { get; }

    /// <summary>
    /// When the exposure ended: <see cref="IClock.UptimeMs"/> at that moment, as near as the driver can tell (ms).
    /// </summary>
    long ExposedMs { get; }

    /// <summary>
    /// Reads forward; there is no way back (some sensors cannot rewind, and a second read may differ).
    /// Returns the bytes read, at most <paramref name="count"/>; 0 when none are ready yet; -1 after the last.
    /// Blocks at most for one transfer of <paramref name="count"/> bytes on the sensor's bus.
    /// </summary>
    int Read(byte[] buffer, int offset, int count);

    /// <summary>Gives the frame back. Never throws; a second call does nothing.</summary>
    void Release();
}
