using Sealcam.Cuts.Checks;
using Sealcam.Host;

namespace Sealcam.Cuts.World;

/// <summary>One camera on a bench: its flash, its server, its plug, and the person who does things to it.</summary>
internal sealed class Bench
{
    /// <summary>ms of the board's time: the longest that anything on the bench is waited for.</summary>
    public const int PatienceMs = 900_000;

    private const int MostSteps = 400_000;
    private readonly Setup _setup;
    private readonly NoiseCamera _camera;
    private readonly SeededEntropy _entropy;
    private readonly HostMac _mac = new();
    private readonly Action<string> _line;
    private VirtualClock _clock = new();

    public Bench(Setup setup, Random dice, Action<string> line)
    {
        _setup = setup;
        _line = line;
        Power = new Power(dice);
        Flash = new CuttableFlash(Power);
        Books = new Books();
        Receiver = new Receiver(Books.Wrong);
        Link = new ScriptedLink(Power, Receiver);
        _entropy = new SeededEntropy(dice);
        _camera = new NoiseCamera(Power, new ForwardedClock(this), dice, setup.LeastStill, setup.MostStill);
        Flash.Kept += Books.Kept;
        Flash.Closed += Books.Closed;
    }

    public Power Power { get; }

    public CuttableFlash Flash { get; }

    public ScriptedLink Link { get; }

    public Receiver Receiver { get; }

    public Books Books { get; }

    public IStore Store => Flash;

    public Agent? Agent { get; private set; }

    /// <summary>
    /// The identity that the board must have at its next boot; null if it must have none, or <see cref="Either"/> applies.
    /// </summary>
    public Identity? Expected { get; set; }

    /// <summary>A deployment or a reset was under way: the board may have this identity or none.</summary>
    public Identity? Either { get; set; }

    public int Boots { get; private set; }

    /// <summary>Plug in, and see that the board comes up with the identity that it must have.</summary>
    public void Boot()
    {
        Boots++;
        Power.On();
        _clock = new VirtualClock();
        var parts = new Parts
        {
            Camera = _camera,
            Link = Link,
            Store = Flash,
            Stills = _setup.HasFiles ? Flash : null,
            Clock = _clock,
            Entropy = _entropy,
            Mac = _mac,
            Log = new OrderLog(Power, _line, order => Books.Used(Agent!.DeviceId, order)),
        };
        _line($"-- boot {Boots}");
        Agent = new Agent(parts, _setup.ToSettings());
        Agent.Clock.Offer(1790000000, WallClock.Network);
        Run(() => Agent.DeviceId != null, 100);
        if (!Power.IsOn)
        {
            return;
        }

        string? found = Agent.DeviceId;
        if (found != Expected?.Device && (Either == null || (found != null && found != Either.Device)))
        {
            Books.Wrong($"the board came up as {found ?? "nobody"} instead of {Expected?.Device ?? "nobody"}");
        }

        Either = null;
        Expected = Array.Find(Identity.All, one => one.Device == found);
    }

    /// <summary>Steps until it is so, or the time is up, or the power gone. True if it is so.</summary>
    public bool Run(Func<bool> isSo, long ms)
    {
        long end = _clock.UptimeMs + ms;
        for (int steps = 0; Power.IsOn && !isSo() && _clock.UptimeMs < end; steps++)
        {
            if (steps > MostSteps)
            {
                Books.Wrong("the agent does not come to rest");
                return false;
            }

            int wait = Agent!.Step();
            Receiver.StepEnded(Power.IsOn);
            _clock.UptimeMs += Math.Clamp(wait, 0, 250);
        }

        return Power.IsOn && isSo();
    }

    public void RunFor(long ms) => Run(() => false, ms);

    /// <summary>What a person does at the console, with whatever the board throws when its power goes.</summary>
    public bool Do(Action act)
    {
        try
        {
            act();
        }
        catch (PowerCutException)
        {
            // As for everything else on the board.
        }

        return Power.IsOn;
    }

    private sealed class ForwardedClock(Bench bench) : IClock
    {
        public long UptimeMs => bench._clock.UptimeMs;

        public void Set(long unixSeconds)
        {
        }
    }
}
