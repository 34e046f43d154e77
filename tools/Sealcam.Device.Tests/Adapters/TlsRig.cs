using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using Sealcam.Host;
using Sealcam.Host.Tests;
using Sealcam.Tests;

namespace Sealcam.Esp32.Tests;

/// <summary>A device with an identity, a network and a time, and its TLS link.</summary>
internal sealed class TlsRig
{
    public static readonly long Now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    public TlsRig()
    {
        Device.PowerOn();
        Disk.Format();
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = DevelopmentAuthority.Open(folder.At("ca"));
        Id = authority.Provision(folder.At("cam"));
        foreach (string path in System.IO.Directory.GetFiles(folder.At("cam")))
        {
            Disk.Put(FlashStore.Root + Path.GetFileName(path), System.IO.File.ReadAllBytes(path));
        }

        // As provisioning deploys them to real boards: PEM.
        byte[] certificate = System.IO.File.ReadAllBytes(folder.At("cam", DeviceCertificate.File));
        Disk.Put(FlashStore.Root + DeviceCredentials.DeviceName, AsPem(certificate));
        Disk.Put(FlashStore.Root + DeviceCredentials.CaName, System.IO.File.ReadAllBytes(authority.CertificatePath));
        Air.Status = System.Device.Wifi.WifiConnectionStatus.Success;
        Air.IsUp = true;
        Clock = new Esp32Clock();
        Wifi = new WifiStation(null, "", Clock, new CollectingLog());
        Wifi.Tend();
        Credentials = new DeviceCredentials(new FlashStore());
        Link = new TlsLink(Wifi, Clock, Credentials);
    }

    public byte[] Id { get; }

    public Esp32Clock Clock { get; }

    public WifiStation Wifi { get; }

    public DeviceCredentials Credentials { get; }

    public TlsLink Link { get; }

    public byte[] Buffer { get; } = new byte[16];

    /// <summary>Connects to a server of these habits.</summary>
    public Wire Connect(Wire habits = null)
    {
        Clock.Set(Now);
        Wire wire = Network.Expect(habits);
        Link.Resolve("ingest.test");
        Link.Connect(8443);
        return wire;
    }

    /// <summary>One read: what it gave, and that it did not wait for more than a tick.</summary>
    public int Read()
    {
        long started = Device.UptimeMs;
        int read = Link.Read(Buffer, 0, Buffer.Length);
        Microsoft.VisualStudio.TestTools.UnitTesting.Assert.IsLessThanOrEqualTo(10, Device.UptimeMs - started, "the read blocked");
        return read;
    }

    internal static byte[] AsPem(byte[] certificate) =>
        certificate[0] == '-' ? certificate : Encoding.ASCII.GetBytes(PemEncoding.WriteString("CERTIFICATE", certificate));
}
