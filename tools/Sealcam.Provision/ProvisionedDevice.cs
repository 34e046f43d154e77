namespace Sealcam.Provision;

/// <summary>A device that was just made.</summary>
/// <param name="Summary">What may be told of it.</param>
/// <param name="Passphrase">Its console's, which stands on its label and nowhere else.</param>
public sealed record ProvisionedDevice(DeviceSummary Summary, string Passphrase)
{
    /// <summary>The label's QR code for a terminal, several lines: the device ID, nothing secret.</summary>
    public string Code => LabelText.Drawn(Summary.Device);

    /// <summary>Without the passphrase: records print all they have.</summary>
    public override string ToString() => Summary.Device;
}
