using System;

namespace Sealcam.Esp32;

/// <summary>
/// The first lines on the console: name, version, device and what is missing. Flashing tools wait for the first one.
/// </summary>
internal static class BootLine
{
    public static void Write(SerialLog log, string board, FlashStore store, string settingsFault, string cameraFault)
    {
        var record = IdentityFiles.Find(store);
        string device = record == null ? "none" : DeviceId.Fingerprint(DeviceId.Text(record.Id, 0));
        record?.Wipe();

        var version = typeof(BootLine).Assembly.GetName().Version;
        string number = version.Major + "." + version.Minor + "." + version.Build;
        log.WriteLine("Sealcam " + number + " on " + board + ", device " + device);
        log.WriteLine("woken by " + DeepSleep.Cause() + ", last stop " + IdentityFiles.LastStop(store));
        log.WriteLine(BoardMemory.Now().ToString());
        Missing(log, record == null ? "identity: deploy order.new" : null);
        Missing(log, settingsFault == null ? null : "settings: " + settingsFault);
        Missing(log, Has(store, DeviceCredentials.CaName) ? null : "server's CA: deploy " + DeviceCredentials.CaName);
        Missing(log, Has(store, DeviceCredentials.DeviceName) ? null : "certificate: deploy " + DeviceCredentials.DeviceName);
        Missing(log, cameraFault == null ? null : "camera: " + cameraFault);
    }

    private static bool Has(FlashStore store, string name)
    {
        try
        {
            return store.Read(name, new byte[0]) >= 0;
        }
        catch (Exception)
        {
            // Boot goes on over any content of flash.
            return false;
        }
    }

    private static void Missing(SerialLog log, string what)
    {
        if (what != null)
        {
            log.WriteLine("missing " + what);
        }
    }
}
