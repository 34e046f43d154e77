using Sealcam.Fleets.World;

namespace Sealcam.Fleets.Storm;

/// <summary>How one camera came out of it.</summary>
internal readonly record struct CameraEnd(long BackMs, bool WasConnected, int Stills, int Owed);

/// <summary>
/// What a run showed. The recovery window goes from <see cref="Scenario.StartMs"/> to the moment when the last camera has
/// had its first answer; attempts are calls of <see cref="ILink.Connect"/>, failed ones included, by the second in which they
/// began.
/// </summary>
public sealed record Recovery
{
    /// <summary>The promise: peak over average of the recovery window stays below this.</summary>
    public const double MostRatio = 3;

    public required Scenario Scenario { get; init; }

    public required int Cameras { get; init; }

    /// <summary>Cameras that had a connection at the moment of the loss.</summary>
    public required int Connected { get; init; }

    public required int Back { get; init; }

    /// <summary>
    /// Seconds from the beginning of the recovery window until half of the cameras, 99% and all of them are back.
    /// </summary>
    public required double HalfSeconds { get; init; }

    public required double MostSeconds { get; init; }

    public required double AllSeconds { get; init; }

    /// <summary>Attempts within the recovery window, and those of them that failed.</summary>
    public required int Attempts { get; init; }

    public required int Failed { get; init; }

    /// <summary>Attempts in the busiest second of the recovery window.</summary>
    public required int Peak { get; init; }

    /// <summary>The same over all the time since the loss, with the attempts at a server that is not there.</summary>
    public required int PeakSinceLoss { get; init; }

    /// <summary>Stills whose receipts the cameras have, and those that are still owed.</summary>
    public required int Stills { get; init; }

    public required int Owed { get; init; }

    /// <summary>By second since the loss, until a little after the end of the recovery window.</summary>
    public required int[] PerSecond { get; init; }

    public required int[] FailedPerSecond { get; init; }

    /// <summary>Attempts a second over the recovery window.</summary>
    public double Average => Attempts / AllSeconds;

    public double Ratio => Peak / Average;

    /// <summary>
    /// The same with the peak of so many seconds on end: in a small fleet the peak of a single second is mostly chance. A
    /// rest of the window that is shorter does not count.
    /// </summary>
    public double RatioOver(int seconds)
    {
        int first = (Scenario.StartMs - Scenario.LossMs) / 1000, end = Math.Min(first + (int)AllSeconds + 1, PerSecond.Length);
        int peak = PerSecond[first..end].Chunk(seconds).Max(some => some.Sum());
        return peak / (double)seconds / Average;
    }

    public bool Holds =>
        Back == Cameras && Owed == 0 && (Scenario.IsChoked || Ratio < MostRatio) && AllSeconds * 1000 <= Scenario.BoundMs;

    internal static Recovery Of(Scenario scenario, Attempts attempts, CameraEnd[] ends)
    {
        long[] back = [.. ends.Where(end => end.BackMs >= 0).Select(end => end.BackMs - scenario.StartMs).Order()];
        bool all = back.Length == ends.Length;
        long lastMs = all ? back[^1] : scenario.EndMs - scenario.StartMs;
        int first = (scenario.StartMs - scenario.LossMs) / 1000;
        int end = Math.Min(attempts.All.Count, first + (int)(lastMs / 1000) + 1);
        int shown = Math.Min(attempts.All.Count, end + 5);
        return new Recovery
        {
            Scenario = scenario,
            Cameras = ends.Length,
            Connected = ends.Count(one => one.WasConnected),
            Back = back.Length,
            HalfSeconds = At(0.5),
            MostSeconds = At(0.99),
            AllSeconds = lastMs / 1000.0,
            Attempts = attempts.All.Take(first..end).Sum(),
            Failed = attempts.Failed.Take(first..end).Sum(),
            Peak = attempts.All.Take(first..end).Max(),
            PeakSinceLoss = attempts.All.Max(),
            Stills = ends.Sum(one => one.Stills),
            Owed = ends.Sum(one => one.Owed),
            PerSecond = [.. attempts.All.Take(shown)],
            FailedPerSecond = [.. attempts.Failed.Take(shown)],
        };

        double At(double share)
        {
            int at = (int)Math.Ceiling(ends.Length * share) - 1;
            return at < back.Length ? back[at] / 1000.0 : double.NaN;
        }
    }
}
