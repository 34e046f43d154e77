using System;

namespace Sealcam.Esp32;

/// <summary>
/// The first lines on the console: name, version, device and what is missing. Flashing tools wait for the first one.
/// </summary>
internal static class BootLine
{
    public static void Write(IConsolePort port, string board, FlashStore store, string settingsFault, string cameraFault)
    {
        var record = IdentityFiles.Find(store);
        string device = record == null ? "none" : DeviceId.Fingerprint(DeviceId.Text(record.Id, 0));
        record?.Wipe();

        var version = typeof(BootLine).Assembly.GetName().Version;
        string number = version.Major + "." + version.Minor + "." + version.Build;
        Say(port, "Sealcam " + number + " on " + board + ", device " + device);
        Say(port, "woken by " + DeepSleep.Cause() + ", last stop " + IdentityFiles.LastStop(store));
        Say(port, BoardMemory.Now().ToString());
        Missing(port, record == null ? "identity: deploy order.new" : null);
        Missing(port, settingsFault == null ? null : "settings: " + settingsFault);
        Missing(port, Has(store, DeviceCredentials.CaName) ? null : "server's CA: deploy " + DeviceCredentials.CaName);
        Missing(port, Has(store, DeviceCredentials.DeviceName) ? null : "certificate: deploy " + DeviceCredentials.DeviceName);
        Missing(port, cameraFault == null ? null : "camera: " + cameraFault);
    }

    /// <summary>Why the board cannot start. Never throws: there may be no memory for the line.</summary>
    public static void Fail(IConsolePort port, Exception e)
    {
        try
        {
            Say(port, "cannot start, trying again: " + e.GetType().Name + " " + e.Message);
        }
        catch (Exception)
        {
            // Unsaid.
        }
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

    private static void Missing(IConsolePort port, string what)
    {
        if (what != null)
        {
            Say(port, "missing " + what);
        }
    }

    /// <summary>At boot nothing else wants the port: the line may wait for it.</summary>
    private static void Say(IConsolePort port, string line)
    {
        var bytes = Ascii.Bytes(line + "\r\n");
        for (int at = 0, tries = 0; at < bytes.Length && tries < 100; tries++)
        {
            at += port.Write(bytes, at, bytes.Length - at);
        }
    }
}
