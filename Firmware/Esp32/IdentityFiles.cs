using System;

namespace Sealcam.Esp32;

/// <summary>
/// Looks into the order record for the device's key, for TLS and for the boot line. The agent alone writes the record.
/// </summary>
internal static class IdentityFiles
{
    private static readonly string[] Names = { "order.a", "order.b", "order.new" };

    /// <summary>
    /// A record with the device's identity, or null. Any good copy does: they differ in boot count, not in key. Before the
    /// agent has taken over a deployed identity the deployed file is the only one. The caller wipes it.
    /// </summary>
    public static OrderRecord Find(FlashStore store)
    {
        var bytes = new byte[OrderRecord.Bytes];
        OrderRecord found = null;
        for (int i = 0; i < Names.Length && found == null; i++)
        {
            try
            {
                found = OrderRecord.Decode(bytes, store.Read(Names[i], bytes));
            }
            catch (Exception)
            {
                // An unreadable copy is the agent's to report; another one may be good.
            }
        }

        Array.Clear(bytes, 0, bytes.Length);
        return found;
    }

    /// <summary>
    /// How the boot before this one ended: in order, which the newest copy of the record tells by its last sequence, or not
    /// (power cut, crash, watchdog), or unknown. To be asked before the agent opens the record.
    /// </summary>
    public static string LastStop(FlashStore store)
    {
        uint counter = 0;
        string stop = "unknown";
        var bytes = new byte[OrderRecord.Bytes];
        for (int i = 0; i < 2; i++)
        {
            OrderRecord record = null;
            try
            {
                record = OrderRecord.Decode(bytes, store.Read(Names[i], bytes));
            }
            catch (Exception)
            {
                // As in Find.
            }

            if (record != null && record.Counter >= counter)
            {
                counter = record.Counter;
                stop = record.Last == OrderRecord.LastUnknown ? "not in order" : "in order";
            }

            record?.Wipe();
        }

        Array.Clear(bytes, 0, bytes.Length);
        return stop;
    }
}
