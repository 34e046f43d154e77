using System;
using Sealcam.Tests.Models;

namespace Sealcam.Tests.Sensors;

/// <summary>The agent's capture stage with its real outbox and digest, fed by a driver in simulated time.</summary>
public sealed class SensorPipeline
{
    private readonly SimClock _clock;
    private readonly RamOutbox _outbox;
    private readonly CaptureStage _stage;
    private readonly LastLine _log = new LastLine();

    /// <param name="clock">The models'.</param>
    /// <param name="camera">The driver.</param>
    /// <param name="outboxBytes">Of RAM for kept stills.</param>
    public SensorPipeline(SimClock clock, ICamera camera, int outboxBytes)
    {
        _clock = clock;
        _outbox = new RamOutbox(outboxBytes, false, Counters, _log);
        var order = new OrderBook(new OneIdentity(), _log);
        order.Open();
        var parts = new Parts { Camera = camera, Clock = clock, Mac = new ManagedMac(), Log = _log };
        var settings = new Settings { IntervalMs = 0 };
        _stage = new CaptureStage(parts, settings, new WallClock(clock), _outbox, order,
            new Sealer(new FlatSigner(), order.Record.Id), Counters);
    }

    public readonly Counters Counters = new Counters();

    /// <summary>The last warning or error.</summary>
    public string LastFault => _log.Text;

    /// <summary>
    /// Asks for one still and steps until it is kept, refused or failed; true if kept. The asking's uptime is in
    /// <see cref="AskedMs"/>.
    /// </summary>
    public bool Capture()
    {
        int before = Counters.Sealed, faults = Counters.CameraFaults + Counters.RefusedByAgent;
        AskedMs = _clock.UptimeMs;
        _stage.Ask(null);
        for (int i = 0; i < 20000 && Counters.Sealed == before && Counters.CameraFaults + Counters.RefusedByAgent == faults; i++)
        {
            int wait = _stage.Step();
            _clock.Advance(wait > 5 ? 5 : wait);
        }

        return Counters.Sealed == before + 1;
    }

    public long AskedMs { get; private set; }

    /// <summary>Compares the newest kept still with the frame and releases it; null if they are the same.</summary>
    public string Differs(ModelFrame frame)
    {
        var still = _outbox.Oldest();
        var wanted = new byte[1024];
        string fault = still.Length == frame.Length ? null : "kept " + still.Length + " bytes of " + frame.Length;
        for (int position = 0; position < still.Length && fault == null;)
        {
            int count = Math2.Least(_outbox.Look(still, position, out byte[] block, out int offset), wanted.Length);
            frame.Fill(position, wanted, 0, count);
            for (int i = 0; i < count && fault == null; i++)
            {
                fault = block[offset + i] == wanted[i] ? null : "byte " + (position + i) + " differs";
            }

            position += count;
        }

        _outbox.Release(still);
        return fault;
    }

    private sealed class LastLine : ILog
    {
        public string Text = "";

        public void Write(int level, string stage, string text)
        {
            Text = level >= LogLevel.Warning ? text : Text;
        }
    }

    private sealed class FlatSigner : ISigner
    {
        public bool Prepare() => false;

        public void Sign(byte[] digest, byte[] signature, int offset) => Array.Copy(digest, 0, signature, offset, 32);
    }

    /// <summary>A store that holds one deployed identity and takes what is written.</summary>
    private sealed class OneIdentity : IStore
    {
        private readonly string[] _names = { "order.a", "order.b", OrderBook.NewName };
        private readonly byte[][] _files = new byte[3][];

        public OneIdentity()
        {
            var record = TestIdentity.Record(1);
            _files[2] = new byte[OrderRecord.Bytes];
            record.Encode(_files[2]);
        }

        public int Read(string name, byte[] buffer)
        {
            byte[] file = _files[Place(name)];
            if (file == null)
            {
                return -1;
            }

            Array.Copy(file, buffer, Math2.Least(file.Length, buffer.Length));
            return file.Length;
        }

        public void Write(string name, byte[] buffer, int count)
        {
            var file = new byte[count];
            Array.Copy(buffer, file, count);
            _files[Place(name)] = file;
        }

        public void Delete(string name) => _files[Place(name)] = null;

        private int Place(string name) => name == _names[0] ? 0 : name == _names[1] ? 1 : 2;
    }
}
