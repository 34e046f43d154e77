namespace Sealcam.Cuts.Checks;

/// <summary>What an observer who sees everything writes down, and the invariants that follow from it.</summary>
internal sealed class Books
{
    private readonly HashSet<string> _logged = [];
    private readonly HashSet<string> _used = [];
    private readonly HashSet<string> _kept = [];
    private readonly Dictionary<string, byte[]> _digests = [];
    private readonly HashSet<string> _reset = [];

    /// <summary>Sentences about what must not be; empty in a good run.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Stills that were kept on storage, drops among them, and what tokens declare, at the end.</summary>
    public Figures Figures { get; private set; } = new();

    public void Wrong(string what) => Faults.Add(what);

    /// <summary>The agent used an order, "boot-sequence", for a still that passed Capture.</summary>
    public void Used(string device, string order)
    {
        _used.Add($"{device} {order}");
        if (!_logged.Add($"{device} {order}"))
        {
            Wrong($"order {order} of {device} was used twice");
        }
    }

    /// <summary>A file was closed, and the board has seen that.</summary>
    public void Kept(string name, byte[] bytes)
    {
        if (KeptFile.Read(name, bytes) is { } kept)
        {
            _kept.Add(kept.Key);
        }
        else
        {
            Wrong($"{name} is not a kept still as PROTOCOL.md says");
        }
    }

    /// <summary>
    /// A file was closed; perhaps the power goes before the board knows. Its order is used, whatever becomes of the still.
    /// </summary>
    public void Closed(string name, byte[] bytes)
    {
        if (KeptFile.Read(name, bytes) is { } kept)
        {
            _used.Add(kept.Key);
            if (!_digests.TryAdd(kept.Key, kept.Digest) && !_digests[kept.Key].AsSpan().SequenceEqual(kept.Digest))
            {
                Wrong($"conflict: two stills with order {kept.Key} were on storage");
            }
        }
    }

    /// <summary>Somebody asked for a factory reset: nothing of this device need be there any more.</summary>
    public void ResetAsked(string device) => _reset.Add(device);

    /// <summary>
    /// The board is up, the server is reachable, and every device has shipped one more still since its last drop. Nothing that
    /// was kept is lost but what is declared, and no more is declared than is missing. A still that is set aside on storage is
    /// kept, and so is what its token declares.
    /// </summary>
    public void Close(World.Receiver receiver, IReadOnlyDictionary<string, byte[]> files)
    {
        Dictionary<string, uint> signed = receiver.Stills.ToDictionary(still => still.Key, still => still.Value.Dropped);
        foreach (KeptFile there in files.Select(file => KeptFile.Read(file.Key, file.Value)).OfType<KeptFile>())
        {
            signed[there.Key] = there.Dropped;
        }

        foreach (string device in _used.Select(DeviceOf).Distinct().Where(device => !_reset.Contains(device)))
        {
            string[] lost = [.. _kept.Where(key => DeviceOf(key) == device && !signed.ContainsKey(key))];
            int missing = _used.Count(key => DeviceOf(key) == device && !signed.ContainsKey(key));
            long declared = signed.Where(still => DeviceOf(still.Key) == device).GroupBy(still => Order(still.Key).Boot)
                .Sum(boot => boot.MaxBy(still => Order(still.Key).Sequence).Value);
            bool allTold = receiver.Stills.All(still => still.Value.IsTold);
            Figures = new Figures(_kept.Count, Figures.Lost + lost.Length, Figures.Missing + missing, Figures.Declared + declared,
                Figures.AllTold && allTold);
            if (lost.Length > declared)
            {
                Wrong($"{lost.Length} stills kept on storage are gone ({string.Join(", ", lost.Select(OrderText))}), {declared} declared");
            }

            if (declared > missing && allTold)
            {
                Wrong($"{declared} stills are declared as dropped, and {missing} are missing");
            }
        }
    }

    private static string DeviceOf(string key) => key[..key.IndexOf(' ')];

    private static string OrderText(string key) => key[(key.IndexOf(' ') + 1)..];

    private static (uint Boot, uint Sequence) Order(string key)
    {
        string[] parts = OrderText(key).Split('-');
        return (uint.Parse(parts[0]), uint.Parse(parts[1]));
    }
}

/// <summary>Counts of a run, over its devices.</summary>
internal sealed record Figures(int Kept = 0, int Lost = 0, int Missing = 0, long Declared = 0, bool AllTold = true);
