using System.Diagnostics;

namespace Sealcam.Fuzz;

/// <summary>The commands of the program. Exit code 0: no fault; 1: faults, listed; 2: usage.</summary>
public static class CommandLine
{
    private const string Usage = """
        Usage: Sealcam.Fuzz COMMAND [--seed N] [--count N] [--js] [--stills FOLDER]
          tamper   mutations of authentic stills with their letters; count: how many base stills (each gives some 7,000)
          fuzz     random files; count: how many
          clean    authentic stills; count: how many
          vectors FOLDER   writes the golden vectors anew
          example          prints the worked example of PROTOCOL.md
        --js puts every file to the JavaScript verifier too (needs Node 20).
        --stills takes the JPEGs of a folder, two or more, to seal and tamper with, such as those of a real camera.
        """;

    public static int Run(string[] args, TextWriter log)
    {
        if (args is ["vectors", string folder])
        {
            Vectors.Write(folder);
            return 0;
        }

        if (args is ["example"])
        {
            log.Write(WorkedExample.Text());
            return 0;
        }

        int seed = 1, count = 0;
        bool javaScript = false;
        for (int i = 1; i < args.Length; i++)
        {
            bool number = i + 1 < args.Length && int.TryParse(args[i + 1], out int value) && value >= 0;
            switch (args[i])
            {
                case "--js":
                    javaScript = true;
                    break;
                case "--stills" when i + 1 < args.Length && Directory.Exists(args[i + 1]):
                    CaseBase.RealStills = [.. Directory.GetFiles(args[++i], "*.jp*g").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
                    break;
                case "--seed" when number:
                    seed = int.Parse(args[++i]);
                    break;
                case "--count" when number:
                    count = int.Parse(args[++i]);
                    break;
                default:
                    log.WriteLine(Usage);
                    return 2;
            }
        }

        return Run(args.FirstOrDefault(), seed, count, javaScript, log);
    }

    private static int Run(string? command, int seed, int count, bool javaScript, TextWriter log)
    {
        using Runs runs = new(log);
        Stopwatch watch = Stopwatch.StartNew();
        List<string> faults;
        switch (command)
        {
            case "tamper":
                faults = runs.Check(Enumerable.Range(seed, count == 0 ? 3 : count).SelectMany(Tampering.All), javaScript);
                break;
            case "fuzz":
                faults = runs.Fuzz(seed, count == 0 ? 1_000_000 : count, javaScript);
                break;
            case "clean":
                faults = runs.Clean(seed, count == 0 ? 10_000 : count, javaScript);
                break;
            default:
                log.WriteLine(Usage);
                return 2;
        }

        foreach (string fault in faults)
        {
            log.WriteLine(fault);
        }

        string letters = string.Join(", ", runs.Letters.Select(pair => $"{pair.Key} {pair.Value}"));
        log.WriteLine($"{command} --seed {seed}: {runs.Letters.Values.Sum()} files ({letters}), {faults.Count} faults, "
            + $"{watch.Elapsed.TotalSeconds:F1} s, slowest {runs.Slowest.TotalMilliseconds:F1} ms, "
            + $"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB.");
        return faults.Count == 0 ? 0 : 1;
    }
}
