using System.Globalization;
using System.Text;
using Sealcam.Fleets.Storm;

namespace Sealcam.Fleets.Plot;

/// <summary>
/// The runs as one SVG, a panel each: attempts per second since the loss, failed ones below, with the trouble shaded and
/// three times the average as a line. It has its own background and fonts of the reader's machine, so that it looks the same
/// on light and dark pages.
/// </summary>
public static class StormPlot
{
    private const int Width = 880, PanelHeight = 168, Left = 64, Right = 20, Top = 46, Bottom = 26, Head = 62;
    private const string Ink = "#1f2328", Faint = "#656d76", Grid = "#d8dee4",
        Worked = "#1a7f5a", Refused = "#c2571a", Line = "#8250df";

    public static string Draw(IReadOnlyList<Recovery> runs)
    {
        var svg = new StringBuilder();
        int height = Head + runs.Count * PanelHeight + 8;
        svg.Append(F($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" "));
        svg.Append(F($"width=\"{Width}\" height=\"{height}\" "));
        svg.Append("font-family=\"system-ui,sans-serif\" font-size=\"12\">\n");
        svg.Append(F($"<rect width=\"{Width}\" height=\"{height}\" fill=\"#ffffff\"/>\n"));
        svg.Append(Text(16, 26, F($"Connection attempts per second, {runs[0].Cameras:N0} agents"), Ink,
            "font-size=\"16\" font-weight=\"600\""));
        Key(svg);
        for (int i = 0; i < runs.Count; i++)
        {
            svg.Append(F($"<g transform=\"translate(0 {Head + i * PanelHeight})\">\n"));
            Panel(svg, runs[i]);
            svg.Append("</g>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Key(StringBuilder svg)
    {
        (string Color, string Words, int At)[] keys =
        [
            (Worked, "connected", 16), (Refused, "failed", 106), ("#f3e3d3", "trouble", 170),
            ("#ffffff", "3 x the average of the recovery window", 241),
        ];
        foreach ((string color, string words, int at) in keys)
        {
            svg.Append(color == "#ffffff"
                ? F($"<path d=\"M{at} 45h14\" stroke=\"{Line}\" stroke-width=\"1.5\" stroke-dasharray=\"5 3\"/>\n")
                : F($"<rect x=\"{at}\" y=\"40\" width=\"10\" height=\"10\" fill=\"{color}\"/>\n"));
            svg.Append(Text(at + 18, 49, words, Faint));
        }
    }

    private static void Panel(StringBuilder svg, Recovery run)
    {
        double most = Scale.Most(run);
        int seconds = run.PerSecond.Length;
        double x = (Width - Left - Right) / (double)seconds, y = (PanelHeight - Top - Bottom) / most;
        int floor = PanelHeight - Bottom;
        double away = Math.Min(run.Scenario.TroubleMs / 1000.0, seconds);
        svg.Append(Text(16, 18, run.Scenario.Title, Ink, "font-weight=\"600\""));
        svg.Append(Text(16, 34, Words(run, most), Faint));
        svg.Append(F($"<rect x=\"{Left}\" y=\"{Top}\" width=\"{away * x:0.#}\" height=\"{floor - Top}\" fill=\"#f3e3d3\"/>\n"));
        foreach (double tick in Scale.Ticks(most, 3))
        {
            svg.Append(F($"<path d=\"M{Left} {floor - tick * y:0.#}H{Width - Right}\" stroke=\"{Grid}\" stroke-width=\".7\"/>\n"));
            svg.Append(Text(Left - 6, floor - tick * y + 4, F($"{tick:N0}"), Faint, "text-anchor=\"end\""));
        }

        Area(run.PerSecond, Worked);
        Area(run.FailedPerSecond, Refused);
        if (!run.Scenario.IsChoked)
        {
            double at = floor - Recovery.MostRatio * run.Average * y;
            double from = Left + (run.Scenario.StartMs - run.Scenario.LossMs) / 1000.0 * x;
            svg.Append(F($"<path d=\"M{from:0.#} {at:0.#}H{Width - Right}\" stroke=\"{Line}\" stroke-width=\"1.5\" stroke-dasharray=\"5 3\"/>\n"));
        }

        foreach (double tick in Scale.Ticks(seconds, 8))
        {
            svg.Append(Text(Left + tick * x, floor + 15, F($"{tick:0.#} s"), Faint, "text-anchor=\"middle\""));
        }

        svg.Append(F($"<path d=\"M{Left} {floor}H{Width - Right}\" stroke=\"{Faint}\"/>\n"));

        // One step of the outline a second, in whole tenths of a pixel relative to the last: short enough for a file that
        // people may read.
        void Area(int[] counts, string color)
        {
            svg.Append(F($"<path fill=\"{color}\" transform=\"translate({Left} {floor}) scale({x:0.####} .1)\" d=\"M0 0"));
            int last = 0;
            int level = 0;
            for (int i = 0; i <= counts.Length; i++)
            {
                int next = i < counts.Length ? -(int)Math.Round(Math.Min(counts[i], most) * y * 10) : 0;
                if (next != level)
                {
                    svg.Append(i > last ? F($"H{i}") : "").Append(F($"V{next}"));
                    (level, last) = (next, i);
                }
            }

            svg.Append("Z\"/>\n");
        }
    }

    private static string Words(Recovery run, double most)
    {
        string ratio = run.Scenario.IsChoked ? "" : F($" ({run.Ratio:0.00} x)");
        string cut = run.PeakSinceLoss > most ? F($"; cut off above {most:N0}: up to {run.PeakSinceLoss:N0} while nobody answers") : "";
        return F($"all back after {run.AllSeconds:0.0} s of at most {run.Scenario.BoundMs / 1000.0:0.#} s; ")
            + F($"peak {run.Peak:N0}, average {run.Average:N0} a second{ratio}{cut}");
    }

    private static string Text(double x, double y, string words, string color, string more = "") =>
        F($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" fill=\"{color}\" {more}>{words}</text>\n").Replace(" >", ">", StringComparison.Ordinal);

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
