using System;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Esp32;

/// <summary>What TLS needs of the device: the CAs that it trusts, its certificate, and the key of the order record.</summary>
/// <remarks>
/// PEM text must end in a zero byte for the firmware's parsers (ssl_parse_certificate_internal.cpp), DER needs none. The key goes
/// in as DER (see <see cref="DerKey"/>). Made once: the firmware pins a certificate's array in the heap for good at each
/// connection that uses it.
/// </remarks>
public sealed class DeviceCredentials
{
    public const string CaName = "ca.pem";
    public const string DeviceName = "device.pem";

    /// <summary>Bytes: a few CAs, or a certificate with its chain.</summary>
    private const int FileMax = 8192;

    private readonly FlashStore _store;

    public DeviceCredentials(FlashStore store)
    {
        _store = store;
    }

    /// <summary>Null before <see cref="Load"/>.</summary>
    public X509Certificate Ca { get; private set; }

    /// <summary>The device's certificate with its private key; null before <see cref="Load"/>.</summary>
    public X509Certificate2 Device { get; private set; }

    /// <summary>
    /// Reads and checks the files, once. Throws LinkException (Identity) with the sentence that says which file is at fault.
    /// </summary>
    public void Load()
    {
        if (Device != null)
        {
            return;
        }

        var ca = ReadFile(CaName);
        var device = ReadFile(DeviceName);
        try
        {
            Ca = new X509Certificate(Terminated(ca));
        }
        catch (Exception)
        {
            throw Fault(CaName + " is not a certificate");
        }

        Device = MakeDevice(device);
    }

    private X509Certificate2 MakeDevice(byte[] file)
    {
        var der = Pem.Is(file) ? Pem.Decode(file) : file;
        int point = der == null ? -1 : CertificateKey.Find(der);
        if (point < 0)
        {
            throw Fault(DeviceName + " is not a certificate with a P-256 key");
        }

        var record = IdentityFiles.Find(_store);
        if (record == null)
        {
            throw Fault("no identity: deploy order.new");
        }

        try
        {
            if (!BigEndian.Same(record.Id, 0, der, point, DeviceId.Bytes))
            {
                throw Fault(DeviceName + " is for another device's key");
            }

            return new X509Certificate2(Terminated(file), DerKey.Encode(record.Key, der, point), null);
        }
        catch (Exception e)
        {
            throw e is LinkException ? e : Fault(DeviceName + " or the device's key is not understood by the firmware");
        }
        finally
        {
            record.Wipe();
        }
    }

    private byte[] ReadFile(string name)
    {
        try
        {
            return _store.ReadWhole(name, FileMax) ?? throw Fault(name + " is missing");
        }
        catch (Exception e)
        {
            throw e is LinkException ? e : Fault(name + " cannot be read: " + e.Message);
        }
    }

    private static byte[] Terminated(byte[] file)
    {
        if (!Pem.Is(file))
        {
            return file;
        }

        var text = new byte[file.Length + 1];
        Array.Copy(file, 0, text, 0, file.Length);
        return text;
    }

    private static LinkException Fault(string sentence) => new LinkException(LinkFault.Identity, sentence);
}
