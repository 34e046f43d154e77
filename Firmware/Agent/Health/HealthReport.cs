namespace Sealcam;

/// <summary>What one health report says (PROTOCOL.md 5.5). One object, filled anew for each.</summary>
public sealed class HealthReport
{
    /// <summary>Domain separation and version of a report's signature, as external_aad: a report is never a token.</summary>
    public const string Aad = "sealcam health 1";

    /// <summary>Our private claim, which CBOR writes as -1 - 65537.</summary>
    public const uint KeyHealthNegative = 65537;

    /// <summary>Elements of the private claim's array. Append-only.</summary>
    public const int Elements = 19;

    /// <summary>Bytes: the longest encoding of the claims.</summary>
    public const int MaxBytes = 128;

    public uint BootCount, Counter, Uptime, Iat;
    public int ClockQuality;

    /// <summary>Seconds between two reports, so that a receiver knows when to miss one.</summary>
    public uint IntervalSeconds;

    /// <summary>One of <see cref="WakeCause"/>.</summary>
    public int WakeCause;

    /// <summary>1 the boot before ended by a clean stop, 0 it did not or it is not known, -1 there was none.</summary>
    public int LastStopClean;

    /// <summary>Bytes, or -1 for not known.</summary>
    public int HeapFree, LargestBlock;

    /// <summary>dBm, -127 to -1, or 0 for not known.</summary>
    public int SignalDbm;

    public uint Waiting;

    /// <summary>Thousandths of the outbox that are in use, or -1 for not known.</summary>
    public int OutboxPerMille;

    public Counters Counters;

    /// <summary>Appends the claims map in the order of RFC 8949 4.2.1.</summary>
    public void Write(CborWriter cbor)
    {
        bool timed = ClockQuality != WallClock.None;
        cbor.WriteMap(timed ? 4 : 3);
        if (timed)
        {
            cbor.WriteUInt(Claims.KeyIat);
            cbor.WriteUInt(Iat);
        }

        cbor.WriteUInt(Claims.KeyUptime);
        cbor.WriteUInt(Uptime);
        cbor.WriteUInt(Claims.KeyBootCount);
        cbor.WriteUInt(BootCount);
        cbor.WriteNegative(KeyHealthNegative);
        cbor.WriteArray(Elements);
        cbor.WriteUInt(Counter);
        cbor.WriteUInt(IntervalSeconds);
        cbor.WriteUInt((uint)ClockQuality);
        cbor.WriteUInt((uint)WakeCause);
        WriteKnown(cbor, LastStopClean);
        WriteKnown(cbor, HeapFree);
        WriteKnown(cbor, LargestBlock);
        WriteSignal(cbor);
        cbor.WriteUInt(Waiting);
        WriteKnown(cbor, OutboxPerMille);
        WriteCounters(cbor);
    }

    private void WriteSignal(CborWriter cbor)
    {
        if (SignalDbm < 0 && SignalDbm >= -127)
        {
            cbor.WriteNegative((uint)(-1 - SignalDbm));
        }
        else
        {
            cbor.WriteNull();
        }
    }

    private void WriteCounters(CborWriter cbor)
    {
        cbor.WriteUInt((uint)Counters.Captured);
        cbor.WriteUInt((uint)Counters.Sealed);
        cbor.WriteUInt((uint)Counters.Receipted);
        cbor.WriteUInt((uint)Counters.RefusedByAgent);
        cbor.WriteUInt((uint)Counters.RefusedByServer);
        cbor.WriteUInt((uint)Counters.Dropped);
        cbor.WriteUInt((uint)Counters.Retried);
        cbor.WriteUInt((uint)Counters.Handshakes);
        cbor.WriteUInt((uint)Counters.CameraFaults);
    }

    private static void WriteKnown(CborWriter cbor, int value)
    {
        if (value < 0)
        {
            cbor.WriteNull();
        }
        else
        {
            cbor.WriteUInt((uint)value);
        }
    }
}
