using Sealcam.Host;

namespace Sealcam.Tool.Run;

/// <summary>
/// One simulated camera: a host board and the thread that steps its agent, as the main loop of a real board does.
/// </summary>
internal sealed class SimulatedCamera : IDisposable
{
    /// <summary>Longest sleep between two Steps, so that a stop is noticed soon.</summary>
    private const int LongestSleepMs = 200;

    private readonly HostBoard _board;
    private readonly Agent _agent;
    private readonly LatencyLog _latency = new();
    private readonly int _wanted;
    private readonly Thread _thread;
    private volatile bool _drain, _stop;

    public SimulatedCamera(string name, HostBoard board, Agent agent, int wanted)
    {
        Name = name;
        _board = board;
        _wanted = wanted;
        _agent = agent;
        _thread = new Thread(Loop) { Name = name, IsBackground = true };
    }

    public string Name { get; }

    /// <summary>Why the thread ended early, or null.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Nothing more is to be done: captured what was wanted, shipped all of it, and stopped.</summary>
    public bool IsDone { get; private set; }

    public int Waiting => _agent.Waiting;

    public Counters Counters => _agent.Counters;

    public void Start() => _thread.Start();

    /// <summary>Ends capturing; what is kept is still shipped.</summary>
    public void Drain() => _drain = true;

    /// <summary>Ends the thread, shipped or not, and waits for it.</summary>
    public void Stop()
    {
        _stop = true;
        _thread.Join();
    }

    public CameraSummary Summarise() => new(_agent.DeviceId, Counters.Captured, Counters.Recovered, Counters.Sealed, Counters.Receipted,
        Counters.RefusedByAgent, Counters.RefusedByServer, Counters.Dropped, Counters.Retried, Counters.Handshakes, _latency.Summarise())
    {
        Wanted = _wanted,
        Name = Name,
    };

    public void Dispose() => _board.Dispose();

    private void Loop()
    {
        try
        {
            int receipted = 0;
            while (!_stop && !_agent.IsDrained)
            {
                if (_drain)
                {
                    _agent.EndCapture();
                }

                int wait = _agent.Step();
                if (Counters.Receipted != receipted)
                {
                    receipted = Counters.Receipted;
                    if (Counters.LastReceiptMs >= 0)
                    {
                        _latency.Add(Counters.LastReceiptMs);
                    }
                }

                if (wait > 0)
                {
                    _board.Sleep(Math.Min(wait, LongestSleepMs));
                }
            }

            _agent.Stop();
        }
        catch (Exception fault)
        {
            Fault = fault;  // a bug: the run fails and says so, instead of a camera that silently stands still
        }

        IsDone = true;
    }
}
