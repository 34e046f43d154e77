using System.Diagnostics;
using Sealcam.Verify;

namespace Sealcam.Fuzz;

/// <summary>The long runs. Each gives the faults it found and says on the way what it does.</summary>
public sealed class Runs(TextWriter log) : IDisposable
{
    /// <summary>Files put to Node at once: it should neither wait nor be flooded.</summary>
    private const int Batch = 2000;

    private readonly Lazy<NodeVerifier> _node = new(() => new NodeVerifier());

    /// <summary>The longest that one .NET verification took.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>How many files got each letter.</summary>
    public SortedDictionary<char, long> Letters { get; } = [];

    public void Dispose()
    {
        if (_node.IsValueCreated)
        {
            log.WriteLine($"Node's peak of resident memory: {_node.Value.PeakBytes >> 20} MB.");
            _node.Value.Dispose();
        }
    }

    /// <summary>Every case gets its letter, from the .NET verifier and, if wanted, from the JavaScript one.</summary>
    public List<string> Check(IEnumerable<Case> cases, bool javaScript)
    {
        List<string> faults = [];
        foreach (Case[] batch in cases.Chunk(Batch))
        {
            Finding[] findings = [.. batch.Select(Timed)];
            faults.AddRange(batch.Zip(findings, Comparison.Fault).OfType<string>());
            if (javaScript)
            {
                faults.AddRange(_node.Value.Verify(batch).Select((answer, i) =>
                    Comparison.Fault(batch[i], findings[i], answer)).OfType<string>());
            }
        }

        return faults;
    }

    /// <summary>
    /// Random files: nothing is thrown, both verifiers say the same, and what is not authentic has the oracle's letter. A still
    /// that is found authentic must be one of those that were signed, byte for byte.
    /// </summary>
    public List<string> Fuzz(int seed, long count, bool javaScript)
    {
        Mutator mutator = new(seed);
        Stopwatch watch = Stopwatch.StartNew();
        List<string> faults = [];
        for (long done = 0; done < count && faults.Count < 20; done += Batch)
        {
            List<Case> batch = [];
            for (int i = 0; i < Math.Min(Batch, count - done); i++)
            {
                byte[] file = mutator.Next();
                // What verifies was not harmed by its mutation; that this happens only to signed bytes is what Genuine tells.
                char letter = Genuine.Knows(file) ? '.' : Oracle.Letter(file);
                batch.Add(new Case($"seed {seed}, file {done + i}, {Convert.ToHexString(file)}", file, letter));
            }

            faults.AddRange(Check(batch, javaScript));
            if (done / 100_000 != (done + Batch) / 100_000)
            {
                long megabytes = GC.GetTotalMemory(false) >> 20;
                log.WriteLine($"{done + Batch} files, {watch.Elapsed.TotalSeconds:F0} s, {megabytes} MB managed.");
            }
        }

        return faults;
    }

    /// <summary>Authentic stills of many devices, sizes and claims: each gets the dot.</summary>
    public List<string> Clean(int seed, int count, bool javaScript) => Check(CleanStills(seed, count), javaScript);

    private static IEnumerable<Case> CleanStills(int seed, int count)
    {
        Random random = new(seed);
        TestKey[] keys = [.. Enumerable.Range(0, 50).Select(i => new TestKey($"clean {seed} {i}"))];
        for (int i = 0; i < count; i++)
        {
            bool clock = random.Next(8) != 0;
            byte[] nonce = new byte[random.Next(16, 65)];
            random.NextBytes(nonce);
            yield return new Case($"clean {seed}/{i}", TokenMaker.Seal(new Recipe
            {
                Key = keys[random.Next(keys.Length)],
                Still = SmallJpeg.Make(random.Next(1, 60), random.Next(1, 60), random.Next()),
                Boot = (uint)(random.NextInt64(1, 1L << random.Next(1, 33)) | 1),
                Sequence = (uint)(random.NextInt64(1, 1L << random.Next(1, 33)) | 1),
                IssuedAt = clock ? (uint)random.NextInt64(1, 1L << 32) : null,
                Quality = clock ? (uint)random.Next(1, 5) : 0,
                Nonce = random.Next(3) == 0 ? nonce : null,
                Uptime = (uint)random.NextInt64(1L << 32),
                FrameAge = (uint)random.Next(65536),
                Dropped = (uint)random.NextInt64(1L << random.Next(33)),
                PreviousLast = random.Next(4) == 0 ? null : (uint)random.NextInt64(1L << 32),
            }), '.');
        }
    }

    private Finding Timed(Case c)
    {
        long start = Stopwatch.GetTimestamp();
        Finding finding = StillVerifier.Verify(c.File, c.Question());
        TimeSpan took = Stopwatch.GetElapsedTime(start);
        Slowest = took > Slowest ? took : Slowest;
        Letters[finding.Verdict] = Letters.GetValueOrDefault(finding.Verdict) + 1;
        return finding;
    }
}
