namespace Sealcam.Tool.Run;

/// <summary>
/// Reads what a process says until its end, so that it never waits for a full pipe, and keeps only the last lines: a server that
/// logs for weeks would otherwise fill this process.
/// </summary>
internal sealed class LastLines
{
    private const int Kept = 40;

    private readonly Queue<string> _lines = new(Kept);
    private readonly Task _reading;

    public LastLines(StreamReader from)
    {
        _reading = ReadAsync(from);
    }

    /// <summary>At most 40 lines, once there are no more to come.</summary>
    public async Task<string> AtTheEndAsync()
    {
        await _reading;
        return string.Join('\n', _lines).Trim();
    }

    private async Task ReadAsync(StreamReader from)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            if (_lines.Count == Kept)
            {
                _lines.Dequeue();
            }

            _lines.Enqueue(line);
        }
    }
}
