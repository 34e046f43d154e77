using Sealcam.Fleets.Storm;

namespace Sealcam.Fleets.Plot;

/// <summary>How high a panel reaches, and where its lines are.</summary>
internal static class Scale
{
    /// <summary>
    /// What matters fills the panel: the recovery window and three times its average. Attempts at a server that is not
    /// there may reach beyond.
    /// </summary>
    public static double Most(Recovery run) =>
        Math.Max(run.Peak * 1.15, run.Scenario.IsChoked ? 0 : Recovery.MostRatio * run.Average * 1.2);

    /// <summary>Round numbers above 0 and below <paramref name="most"/>, about so many.</summary>
    public static IEnumerable<double> Ticks(double most, int about)
    {
        double unit = Math.Pow(10, Math.Floor(Math.Log10(most / about)));
        double step = unit * new[] { 1, 2, 5, 10 }.First(by => unit * by * about >= most * 0.8);
        for (double tick = step; tick < most; tick += step)
        {
            yield return tick;
        }
    }
}
