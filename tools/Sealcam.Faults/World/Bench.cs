using Sealcam.Host;

namespace Sealcam.Faults;

/// <summary>One camera in front of the real server, on a link that behaves by plan, in time that passes only when it must.</summary>
internal sealed class Bench : IDisposable
{
    /// <summary>ms of real time: how long an answer is waited for, and one that a fault may have made impossible.</summary>
    private const int PatienceMs = 10_000, DisturbedPatienceMs = 40;

    /// <summary>ms of the board's time, and Steps: beyond them the agent does not come to rest.</summary>
    private const long MostMs = 3 * 3600_000L;

    private const int MostSteps = 2_000_000, LongestMs = 1000;

    private readonly HostBoard _board;
    private readonly VirtualClock _clock;
    private readonly int _stills;
    private readonly System.Diagnostics.Stopwatch _real = new();
    private bool _expected;

    public Bench(Receiver receiver, Setup setup, int stills, int seed, IReadOnlyList<PlannedFault> plan, Action<string> line)
    {
        _stills = stills;
        _board = new HostBoard(new HostBoardOptions
        {
            Name = "bench",
            FlashFolder = receiver.NewCamera(),
            Authority = receiver.Authority.Certificate,
            LinkTimeoutMs = PatienceMs,
        });
        _clock = new VirtualClock(_board.Clock);
        var dice = new Random(seed);
        Link = new ScriptedLink(_board.Link, _clock, Jump, plan);
        Parts parts = _board.Parts;
        parts.Camera = new NoiseCamera(_clock, dice, Setup.LeastStill, Setup.MostStill);
        parts.Clock = _clock;
        parts.Entropy = new SeededEntropy(dice);
        parts.Link = Link;
        parts.Log = new LineLog(text => line($"{_clock.UptimeMs,9} {text}"));
        parts.Stills = setup.Keep == Keeping.Ram ? null : parts.Stills;
        Agent = new Agent(parts, setup.ToSettings(receiver.Port, stills));
        Agent.Clock.Offer(_board.Clock.UtcNow.ToUnixTimeSeconds(), WallClock.Network);
    }

    public Agent Agent { get; }

    public ScriptedLink Link { get; }

    public string Device => Agent.DeviceId;

    public int Handshakes => _board.Link.Handshakes;

    /// <summary>Until all is shipped, or set aside, or it does not come to rest: false.</summary>
    public bool Run(Action? receipted = null)
    {
        int seen = 0;
        for (int steps = 0; !Agent.IsDrained; steps++)
        {
            if (steps > MostSteps || _clock.UptimeMs > MostMs)
            {
                return false;
            }

            Pass(Agent.Step());
            if (Agent.Counters.Receipted > seen)
            {
                seen = Agent.Counters.Receipted;
                receipted?.Invoke();
            }
        }

        Agent.Stop();
        return true;
    }

    /// <summary>What does not add up on the camera's side.</summary>
    public IEnumerable<string> Faults()
    {
        Counters counters = Agent.Counters;
        if (counters.Captured != _stills || counters.Sealed != _stills || counters.Receipted != _stills)
        {
            yield return $"of {_stills} stills {counters.Captured} captured, {counters.Sealed} sealed, {counters.Receipted} receipted, "
                + $"{counters.RefusedByServer} refused, {counters.Dropped} dropped";
        }

        if (counters.Dropped + counters.RefusedByServer + counters.RefusedByAgent + counters.CameraFaults > 0)
        {
            yield return "something was dropped or refused";
        }

        if (((IOutboxView)Agent.Outbox).KeptCount > 0 || ((IOutboxFill)Agent.Outbox).FillPerMille > 0)
        {
            yield return "something is left in the outbox";
        }
    }

    public void Dispose() => _board.Dispose();

    /// <summary>Real time passes only while the server may have something to say.</summary>
    private void Pass(int wait)
    {
        bool expects = Link.Expects;
        if (expects && !_expected)
        {
            _real.Restart();
        }

        _expected = expects;
        if (wait <= 0)
        {
            return;
        }

        if (expects && _real.ElapsedMilliseconds < (Link.IsDisturbed ? DisturbedPatienceMs : PatienceMs))
        {
            _board.Sleep(wait);
            _clock.UptimeMs++;
            return;
        }

        _clock.UptimeMs += Math.Min(wait, LongestMs);
    }

    private void Jump(int years) => _board.Clock.Set(_board.Clock.UtcNow.AddYears(years).ToUnixTimeSeconds());
}
