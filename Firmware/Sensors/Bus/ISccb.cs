namespace Sealcam.Sensors;

/// <summary>
/// One device on OmniVision's two-wire bus (SCCB specification 2.2). It is I2C but for reads: a read is a write of the
/// register's address, STOP, and a transfer of its own; with a repeated START some parts answer garbage.
/// </summary>
/// <remarks>
/// On nanoFramework: one I2cDevice at the part's address; Write and Read, never WriteRead. Both methods end with STOP.
/// </remarks>
public interface ISccb
{
    /// <summary>START, address, <paramref name="count"/> bytes, STOP. False if a byte was not acknowledged.</summary>
    bool Write(byte[] buffer, int offset, int count);

    /// <summary>
    /// START, address with the read bit, <paramref name="count"/> bytes, STOP. False if the address was not acknowledged.
    /// </summary>
    bool Read(byte[] buffer, int offset, int count);
}
