namespace Sealcam.Tool.Run;

/// <summary>The latest latencies of a camera, bounded so that a run may go on for months.</summary>
internal sealed class LatencyLog
{
    private const int Most = 4096;

    private readonly int[] _values = new int[Most];
    private int _count;

    public void Add(int milliseconds)
    {
        lock (_values)
        {
            _values[_count++ % Most] = milliseconds;
        }
    }

    public Latency Summarise()
    {
        lock (_values)
        {
            return Latency.Of(_values.Take(Math.Min(_count, Most)));
        }
    }
}
