using System.Collections.Concurrent;
using System.Diagnostics;
using Sealcam.Host;

namespace Sealcam.Stores.Tests;

/// <summary>One boot of a simulated camera whose settings come as a person writes them.</summary>
internal sealed class StoreCamera : IDisposable
{
    private readonly HostBoard _board;
    private readonly LosingLink _link;
    private readonly ConcurrentQueue<string> _log = new();

    public StoreCamera(DevelopmentAuthority authority, string flash, int stills, string[] settings)
    {
        authority.Provision(flash);
        _board = new HostBoard(new HostBoardOptions
        {
            Name = "store",
            FlashFolder = flash,
            Authority = authority.Certificate,
            Size = SceneSize.Qvga,
            LogLine = _log.Enqueue,
            LogFrom = LogLevel.Debug,
        });
        var text = new ConfigText(new Config());
        Array.ForEach([.. settings, "reconnect-window = 100"], text.Take);
        text.Finish();
        Assert.IsNull(text.Fault);
        Settings made = text.Config.ToSettings();
        made.IntervalMs = 20;
        made.StillLimit = stills;
        made.OutboxBytes = 8 * 1024 * 1024;
        _board.Parts.Link = _link = new LosingLink(_board.Link);
        Agent = new Agent(_board.Parts, made);
        Agent.Clock.Offer(_board.Clock.UtcNow.ToUnixTimeSeconds(), WallClock.Network);
    }

    public Agent Agent { get; }

    /// <summary>The next answers get lost on the way, each with its connection.</summary>
    public void LoseAnswers(int count) => _link.Losses = count;

    public Counters Counters => Agent.Counters;

    /// <summary>All that it said so far.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Steps until everything is shipped or set aside.</summary>
    public void Drain()
    {
        Assert.IsTrue(Run(() => Agent.IsDrained), $"{Agent.Waiting} wait\n{Log}");
        Agent.Stop();
    }

    /// <summary>Steps until this is so, at most half a minute.</summary>
    public bool Run(Func<bool> until)
    {
        var watch = Stopwatch.StartNew();
        while (!until() && watch.Elapsed < TimeSpan.FromSeconds(30))
        {
            int wait = Agent.Step();
            if (wait > 0)
            {
                _board.Sleep(Math.Min(wait, 20));
            }
        }

        return until();
    }

    public void Dispose() => _board.Dispose();
}
