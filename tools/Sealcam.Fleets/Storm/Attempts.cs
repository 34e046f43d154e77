namespace Sealcam.Fleets.Storm;

/// <summary>Connection attempts by the second in which they began, from the loss on.</summary>
internal sealed class Attempts(Scenario scenario)
{
    private readonly int[] _all = new int[Seconds(scenario)];
    private readonly int[] _failed = new int[Seconds(scenario)];

    public IReadOnlyList<int> All => _all;

    public IReadOnlyList<int> Failed => _failed;

    public void Add(long nowMs, bool worked)
    {
        long second = (nowMs - scenario.LossMs) / 1000;
        if (nowMs < scenario.LossMs || second >= _all.Length)
        {
            return;
        }

        _all[second]++;
        _failed[second] += worked ? 0 : 1;
    }

    public void Add(Attempts other)
    {
        for (int i = 0; i < _all.Length; i++)
        {
            _all[i] += other._all[i];
            _failed[i] += other._failed[i];
        }
    }

    private static int Seconds(Scenario scenario) => (scenario.EndMs - scenario.LossMs) / 1000 + 1;
}
