using System;

namespace Sealcam;

/// <summary>
/// The camera agent: capture a still, seal it, keep it, ship the oldest, release it on a receipt. One thread calls
/// <see cref="Step"/> in a loop and sleeps as long as it says; the agent itself never sleeps and has no clock, thread, pin, file
/// or socket of its own.
/// </summary>
/// <remarks>
/// The rooms, in the order in which a still passes them: Capture (<see cref="CaptureStage"/>, <see cref="StillReader"/>), Seal
/// (<see cref="Sealer"/>, <see cref="OrderBook"/>), Outbox (<see cref="IOutbox"/>), Uplink (<see cref="Sealcam.Uplink"/>).
/// </remarks>
public sealed partial class Agent
{
    private readonly Parts _parts;
    private readonly Settings _settings;
    private readonly OrderBook _order;
    private readonly IOutbox _outbox;
    private readonly Uplink _uplink;
    private CaptureStage _capture;
    private ISigner _signer;
    private long _bootRetryMs;
    private bool _stopped;
    private bool _asked, _ended;  // before the first successful boot: kept for it

    public Agent(Parts parts, Settings settings)
    {
        _parts = parts.WithEntropy(new WatchedEntropy(parts.Entropy, parts.Clock, parts.Log));
        _settings = settings;
        Clock = new WallClock(parts.Clock);
        _order = new OrderBook(parts.Store, parts.Log);
        _outbox = Outboxes.Make(_parts, settings, Counters);
        _uplink = new Uplink(_parts, settings, Clock, _outbox, Counters);
    }

    public Counters Counters { get; } = new Counters();

    /// <summary>The time; a board offers it what it learns from the network or the console.</summary>
    public WallClock Clock { get; }

    /// <summary>The device ID as text (PROTOCOL.md 2.5), or null while there is no identity.</summary>
    public string DeviceId { get; private set; }

    /// <summary>Boot count, 0 while there is no identity.</summary>
    public uint BootCount => _order.Record == null ? 0 : _order.Record.BootCount;

    /// <summary>Stills that wait to be shipped.</summary>
    public int Waiting => _outbox.Count;

    /// <summary>Capturing has ended and everything is shipped or set aside.</summary>
    public bool IsDrained => _capture != null && _capture.IsFinished && _outbox.Count == 0;

    /// <summary>A still is due now or in the making, one asked for before the first successful boot included.</summary>
    public bool OwesStill => _capture == null ? _asked : _capture.QuietMs == 0;

    /// <summary>
    /// A health report is due in this boot and not yet taken by the server; before the first successful boot nobody knows, so it
    /// is.
    /// </summary>
    public bool OwesReport => _settings.HealthPath != null && (_capture == null || _uplink.OwesReport);

    /// <summary>
    /// One slice of work: at most one read from the sensor and at most one call to the link that may freeze the board. Returns ms
    /// until it wants to be called again (0: at once); earlier calls do no harm, later ones make stills late but never more than
    /// one at a time.
    /// </summary>
    public int Step()
    {
        if (_stopped)
        {
            return int.MaxValue;
        }

        if (_capture == null && !Boot())
        {
            return _order.Record == null ? (int)Limits.Greatest(0, _bootRetryMs - _parts.Clock.UptimeMs) : 0;
        }

        int wait = _capture.Step();
        wait = Limits.Least(wait, _uplink.Step(_capture.QuietMs));
        wait = Limits.Least(wait, _outbox.Step(_uplink.IsHealthy));
        var nonce = _uplink.TakeRequest();
        if (nonce != null)
        {
            _capture.Ask(nonce);
            return 0;
        }

        // Work ahead of the next signature only when nothing else is due.
        return wait > 0 && _signer.Prepare() ? 0 : wait;
    }

    /// <summary>
    /// Wants a still as soon as possible, as a trigger pin or a person does. Before the first successful boot it is remembered:
    /// the pin that woke a board asks then.
    /// </summary>
    public void Ask()
    {
        _asked = true;
        _capture?.Ask(null);
    }

    /// <summary>No still is started any more; what is kept is still shipped.</summary>
    public void EndCapture()
    {
        _ended = true;
        _capture?.End();
    }

    /// <summary>
    /// Ends this boot cleanly: puts kept stills where they outlive it, if the board has such a place, and records its last
    /// sequence, so that the next boot's tokens prove that none is missing behind it.
    /// </summary>
    public void Stop()
    {
        if (_capture != null && !_stopped)
        {
            _capture.Stop();
            _outbox.Stop();
            long time = Clock.Quality == WallClock.Receipt && !Clock.IsDoubtful ? Clock.UnixSeconds : _order.Record.ReceiptTime;
            _order.Close(_capture.LastSequence, time);
        }

        _stopped = true;
        _parts.Link.Close();
    }

    /// <summary>
    /// Destroys identity, order and kept stills, and ends this boot. False if the store failed: the next boot then goes on with
    /// it, if the mark could be set at all (the log says which).
    /// </summary>
    public bool Reset()
    {
        _capture?.Stop();
        bool done = _order.Record == null || new FactoryReset(_parts).Run(_order.Record.Id);
        _stopped = true;
        _parts.Link.Close();
        return done;
    }

    private bool Boot()
    {
        if (_order.Record == null && !OpenOrder())
        {
            return false;
        }

        var record = _order.Record;
        if (!_outbox.Recover(record.Id, record.BootCount))
        {
            return false;
        }

        _capture = new CaptureStage(_parts, _settings, Clock, _outbox, _order, new Sealer(_signer, record.Id), Counters);
        Resume();
        if (_settings.HealthPath != null && _settings.Target == null)
        {
            _uplink.Tell(new HealthStage(_parts, _settings, Clock, _outbox, _order, _signer, Counters));
        }

        return true;
    }

    /// <summary>What was wanted before there was anybody to want it of.</summary>
    private void Resume()
    {
        if (_asked)
        {
            _capture.Ask(null);
        }

        if (_ended)
        {
            _capture.End();
        }
    }

    private bool OpenOrder()
    {
        long now = _parts.Clock.UptimeMs;
        if (now < _bootRetryMs)
        {
            return false;
        }

        _bootRetryMs = now + Limits.BootRetryMs;
        if (!new FactoryReset(_parts).Finish() || !_order.Open())
        {
            return false;
        }

        var record = _order.Record;
        Clock.Offer(record.ReceiptTime, WallClock.Stored);
        DeviceId = Sealcam.DeviceId.Text(record.Id, 0);
        _signer = new P256Signer(record.Key, record.Id, record.BootCount, _parts.Entropy, _parts.Mac);
        _parts.Log.Write(LogLevel.Info, "order",
            "device " + Sealcam.DeviceId.Fingerprint(DeviceId) + (record.Simulated ? " (simulated)" : "") + ", boot " + record.BootCount);
        return true;
    }
}
