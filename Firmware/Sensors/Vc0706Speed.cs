namespace Sealcam.Sensors;

/// <content>The speed of the line.</content>
/// <remarks>
/// The data sheets of the JC425M-Q01 and the PTC06 have no SET_PORT, only a speed in the EEPROM. Such a part is read at the speed
/// it has: a slow still is worth more than none. Its EEPROM is not touched, so that it stays what its owner set up.
/// </remarks>
public sealed partial class Vc0706
{
    private bool ChangeSpeed()
    {
        if (_keepsSpeed || Bauds[_baudIndex] == _wantedBaud)
        {
            return Compress();
        }

        int divider = Vc0706Setup.Divider(_wantedBaud);
        _port.Begin(SetPort);
        _port.Put(1);  // the UART
        _port.Put(divider >> 8);
        _port.Put(divider);
        return Send(Switching);
    }

    /// <summary>
    /// The part changes its speed once its answer is out; a little later the version is asked for at the new one. Some answer at
    /// the new speed, which is not heard yet: whether it took is seen there.
    /// </summary>
    private bool Switch()
    {
        try
        {
            if (!_port.HasReply("set speed") && !IsLate)
            {
                return false;
            }
        }
        catch (CameraException)
        {
            _keepsSpeed = true;
            return Compress();
        }

        _uart.SetBaud(_wantedBaud);
        return Go(Confirming, SilenceMs, Unlimited);
    }

    /// <summary>
    /// One that does not answer at the new speed is looked for again, and left at the speed at which it is found.
    /// </summary>
    private bool Confirm()
    {
        if (_port.HasReply("confirm speed"))
        {
            return Compress();
        }

        _keepsSpeed = IsLate;
        return IsLate && Go(Restarting, 0, Unlimited);
    }
}
