using Sealcam.Fleets.World;

namespace Sealcam.Fleets.Storm;

/// <summary>
/// Runs one scenario: a queue of "this camera wants to work at this moment", and nothing that waits in real time.
/// </summary>
public static class StormRun
{
    /// <summary>Cameras of a group: few enough for the processor's cache. Groups meet in the figures only.</summary>
    private const int GroupSize = 250;

    /// <param name="scenario">What happens.</param>
    /// <param name="cameras">How many, at least 1.</param>
    /// <param name="seed">The same seed gives the same figures.</param>
    /// <param name="dice">Makes a camera's entropy of its number; null for an own stream each.</param>
    public static Recovery Run(Scenario scenario, int cameras, int seed, Func<int, IEntropy>? dice = null)
    {
        var reception = new Reception(scenario);
        var groups = new Group[(cameras + GroupSize - 1) / GroupSize];
        // Where the server's rate is limited all of them stand in one queue, in the order of time, from its return on.
        int apart = scenario.IsChoked ? scenario.ReturnMs : int.MaxValue;
        Parallel.For(0, groups.Length, i =>
        {
            var attempts = new Attempts(scenario);
            groups[i] = new Group(scenario, attempts);
            int end = Math.Min(cameras, (i + 1) * GroupSize);
            for (int number = i * GroupSize; number < end; number++)
            {
                groups[i].Add(Make(number));
            }

            groups[i].Run(apart);

            Camera Make(int number)
            {
                var own = new SeededEntropy((ulong)seed << 32 | (uint)number);
                int boot = own.Below(scenario.Trouble == Trouble.Power ? 1000 : 10_000);
                return new Camera(scenario, reception, attempts, dice?.Invoke(number) ?? own, number, seed, boot);
            }
        });
        var fleet = new Group(scenario, new Attempts(scenario));
        foreach (Group group in groups)
        {
            fleet.Add(group);
        }

        fleet.Run(int.MaxValue);
        foreach (Group group in groups)
        {
            fleet.Attempts.Add(group.Attempts);
        }

        return Recovery.Of(scenario, fleet.Attempts, [.. fleet.Ends]);
    }

    private sealed class Group(Scenario scenario, Attempts attempts)
    {
        private readonly PriorityQueue<Camera, long> _queue = new();

        public Attempts Attempts => attempts;

        public List<CameraEnd> Ends { get; } = [];

        public void Add(Camera camera) => _queue.Enqueue(camera, camera.BootMs);

        /// <summary>Takes over what another group has left to do, and what has ended there.</summary>
        public void Add(Group other)
        {
            _queue.EnqueueRange(other._queue.UnorderedItems);
            Ends.AddRange(other.Ends);
        }

        /// <summary>Until this moment, or until no camera wants to work any more.</summary>
        public void Run(long untilMs)
        {
            while (_queue.TryPeek(out _, out long now) && now < untilMs)
            {
                Camera camera = _queue.Dequeue();
                long next = now < scenario.EndMs ? camera.Run(now) : -1;
                if (next >= 0)
                {
                    _queue.Enqueue(camera, next);
                }
                else
                {
                    Ends.Add(new CameraEnd(camera.BackMs, camera.WasConnected, camera.Stills, camera.Owed));
                }
            }
        }
    }
}
