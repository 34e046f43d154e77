using System.Globalization;
using System.Text.Json;
using Sealcam.Fleets.Storm;

namespace Sealcam.Tool.Fleets;

/// <summary>What <c>sealcam fleet storm</c> prints.</summary>
internal static class StormReport
{
    private static readonly JsonSerializerOptions Plain = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static string Line(Recovery run) => string.Create(CultureInfo.InvariantCulture,
        $"{run.Scenario.Name,-9} {(run.Holds ? "holds" : "FAILS")}  {run.Scenario.Title}\n"
        + $"          back: half {run.HalfSeconds:0.0} s, 99% {run.MostSeconds:0.0} s, all {run.AllSeconds:0.0} s "
        + $"(bound {run.Scenario.BoundMs / 1000.0:0.#} s); {run.Back} of {run.Cameras}, {run.Connected} lost together\n"
        + $"          attempts: {run.Attempts}, {run.Failed} failed; peak {run.Peak}/s, average {run.Average:0}/s, ratio {run.Ratio:0.00}"
        + $"{(run.Scenario.IsChoked ? " (no bound: the server limits)" : "")}; since the loss {run.PeakSinceLoss}/s at most\n"
        + $"          stills: {run.Stills} receipted, {run.Owed} owed");

    public static string Json(IReadOnlyList<Recovery> runs, int seed) => JsonSerializer.Serialize(new
    {
        agents = runs[0].Cameras,
        seed,
        holds = runs.All(run => run.Holds),
        runs = runs.Select(run => new
        {
            run.Scenario.Name, run.Scenario.Title, run.Holds, run.Connected, run.Back, run.HalfSeconds, run.MostSeconds, run.AllSeconds,
            BoundSeconds = run.Scenario.BoundMs / 1000.0, run.Attempts, run.Failed, run.Peak, run.Average, run.Ratio,
            RatioCounts = !run.Scenario.IsChoked, run.PeakSinceLoss, run.Stills, run.Owed,
        }),
    }, Plain);
}
