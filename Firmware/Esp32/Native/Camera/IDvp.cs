namespace Sealcam.Dvp;

/// <summary>
/// A sensor on the parallel bus, as the firmware's native side offers it. Every method returns 0 or more for success and one of
/// <see cref="DvpFault"/>, which are negative, for failure; none throws.
/// </summary>
public interface IDvp
{
    /// <summary>Starts bus and sensor from <see cref="DvpConfig"/>. Takes 0.3 to 1 s. An open sensor is closed first.</summary>
    int Open(int[] config);

    /// <summary>
    /// Marks the moment after which the still must be exposed, and throws away what is queued. <paramref name="settle"/> is how
    /// many whole frames that begin after this call are thrown away too, at least 1: rows of the first may have been exposed
    /// before it.
    /// </summary>
    int Trigger(int settle);

    /// <summary>Bytes of the still, which is leased from then on; 0 while it is not there yet.</summary>
    int Poll();

    /// <summary>ms since the leased frame began to be read out of the sensor.</summary>
    int AgeMs();

    /// <summary>Copies bytes of the leased still from <paramref name="position"/> on; returns how many, 0 at its end.</summary>
    int Read(int position, byte[] buffer, int offset, int count);

    /// <summary>Gives the frame back to the driver.</summary>
    int Release();

    /// <summary>Stops bus and sensor, which then draws next to nothing, and frees the frame buffers.</summary>
    int Close();

    /// <summary>
    /// What belongs to the last failure: esp_err_t of the call that failed, or what <see cref="DvpFault"/> says.
    /// </summary>
    int Detail();

    /// <summary>Product ID of the sensor that was found (0x26 OV2640, 0x3660 OV3660, 0x5640 OV5640); 0 while closed.</summary>
    int SensorId();
}
