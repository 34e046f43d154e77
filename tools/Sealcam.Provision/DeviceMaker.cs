using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Sealcam.Host;

namespace Sealcam.Provision;

/// <summary>
/// Makes one device: key, certificate, passphrase, label, and the files for its flash under the names that it looks for.
/// </summary>
internal sealed class DeviceMaker(FleetFolder folder, FleetAuthority authority, string serverAuthorities, TimeProvider time)
{
    /// <summary>What is in it goes to the root of the device's drive, each file under its own name.</summary>
    public const string FlashName = "flash";

    public const string LabelTextName = "label.txt", LabelPictureName = "label.png";

    /// <summary>As Firmware/Esp32/DeviceCredentials.cs names them.</summary>
    public const string DeviceCertificateName = "device.pem", ServerAuthoritiesName = "ca.pem";

    /// <summary>
    /// Makes the device's folder whole under a name that does not count, and then names it: a kill leaves all of it or nothing.
    /// </summary>
    /// <param name="name">What people call it.</param>
    /// <param name="row">Its line of the registry.</param>
    public ProvisionedDevice Make(string name, out byte[] row)
    {
        DeviceKey key = DeviceKey.Create();
        string device = DeviceKey.Text(key.X);
        string passphrase = HostPassphrase.Make();
        using X509Certificate2 certificate = CertificateMaker.Device($"CN={device}", key, authority.Issuer(FleetAuthority.Never));
        DeviceSummary summary = Summary(device, name, certificate);
        row = Registry.Row(summary);

        string made = folder.UnfinishedFolder(device);
        string flash = Path.Combine(made, FlashName);
        folder.MakeFolder(made);
        folder.MakeFolder(flash);
        WriteIdentity(folder, made, key.D, key.X, bootCount: 0);
        CryptographicOperations.ZeroMemory(key.D);
        folder.Write(Path.Combine(flash, PassphraseRecord.FileName), HostPassphrase.Record(passphrase));
        folder.Write(Path.Combine(flash, DeviceCertificateName), Encoding.ASCII.GetBytes(certificate.ExportCertificatePem() + "\n"));
        folder.Write(Path.Combine(flash, ServerAuthoritiesName), Encoding.ASCII.GetBytes(serverAuthorities));
        folder.Write(Path.Combine(made, LabelTextName), LabelText.File(summary, passphrase));
        folder.Write(Path.Combine(made, LabelPictureName), LabelPicture.File(summary, passphrase));
        folder.Write(Path.Combine(made, Registry.RowName), row);
        folder.Name(made, summary.Folder);
        return new ProvisionedDevice(summary, passphrase);
    }

    /// <summary>
    /// Puts the identity file in place. Its temporary one lies outside of the flash folder, of which every file is deployed.
    /// </summary>
    public static void WriteIdentity(FleetFolder folder, string device, byte[] key, byte[] id, uint bootCount)
    {
        byte[] file = Identities.Bytes(new OrderRecord { Key = key, Id = id, BootCount = bootCount });
        folder.Write(Path.Combine(device, FlashName, OrderBook.NewName), Path.Combine(device, "_" + OrderBook.NewName), file);
        CryptographicOperations.ZeroMemory(file);
    }

    private DeviceSummary Summary(string device, string name, X509Certificate2 certificate) => new()
    {
        Device = device,
        Fingerprint = DeviceId.Fingerprint(device),
        Words = FingerprintWords.Of(device),
        Name = name,
        Serial = certificate.SerialNumber,
        NotBefore = Times.Text(certificate.NotBefore.ToUniversalTime()),
        NotAfter = Times.Text(FleetAuthority.Never),
        Created = Times.Text(time.GetUtcNow()),
        Folder = Path.Combine(folder.Devices, device),
    };
}
