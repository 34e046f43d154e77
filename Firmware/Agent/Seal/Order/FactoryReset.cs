using System;

namespace Sealcam;

/// <summary>
/// Destroys identity, order and kept stills together. A mark on the store goes first and last: a power cut in between is made
/// good by the next boot, so that no boot ever goes on with half of an identity or another owner's stills.
/// </summary>
public sealed class FactoryReset
{
    /// <summary>The mark: "SCX1", the device ID, CRC-32 of both. A torn one means that nothing was destroyed yet.</summary>
    public const string MarkName = "reset";

    private const uint Magic = 0x53435831;
    private const int AtId = 4, AtCrc = 36, MarkBytes = 40;

    private readonly IStore _store;
    private readonly IStillFiles _stills;
    private readonly ILog _log;
    private readonly byte[] _mark = new byte[MarkBytes];

    public FactoryReset(Parts parts)
    {
        _store = parts.Store;
        _stills = parts.Stills;
        _log = parts.Log;
    }

    /// <summary>
    /// Destroys what belongs to this device ID. False, with the reason in the log, if it is not done yet: the next boot goes on.
    /// </summary>
    public bool Run(byte[] id)
    {
        BigEndian.Put(Magic, _mark, 0);
        Array.Copy(id, 0, _mark, AtId, DeviceId.Bytes);
        BigEndian.Put(Crc32.Compute(_mark, 0, AtCrc), _mark, AtCrc);
        try
        {
            _store.Write(MarkName, _mark, MarkBytes);
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Error, "order", "factory reset not begun: " + e.Message);
            return false;
        }

        return Finish();
    }

    /// <summary>At boot: goes on with a reset that was cut short. True if there is none any more.</summary>
    public bool Finish()
    {
        try
        {
            int length = _store.Read(MarkName, _mark);
            if (length < 0)
            {
                return true;
            }

            if (length == MarkBytes && BigEndian.Get(_mark, 0) == Magic && BigEndian.Get(_mark, AtCrc) == Crc32.Compute(_mark, 0, AtCrc))
            {
                Destroy();
            }

            _store.Delete(MarkName);
            return true;
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Error, "order", "factory reset not finished: " + e.Message);
            return false;
        }
    }

    private void Destroy()
    {
        var id = new byte[DeviceId.Bytes];
        Array.Copy(_mark, AtId, id, 0, DeviceId.Bytes);
        OrderBook.Destroy(_store, id);
        if (_stills != null)
        {
            foreach (string name in _stills.List())
            {
                if (StillFile.TryName(name, out _, out _))
                {
                    _stills.Delete(name);
                }
            }
        }

        DropLedger.Destroy(_store);
        _log.Write(LogLevel.Warning, "order", "factory reset: identity, order and kept stills are destroyed");
    }
}
