namespace Sealcam;

/// <summary>
/// Leaving in order, before a restart or deep sleep: first no new still, then what is kept is shipped or the grace is over, then
/// the stop that records the last sequence. Only after that may the power go.
/// </summary>
public sealed class Departure
{
    private readonly int _graceMs;
    private long _begunMs;
    private bool _stopped;

    /// <param name="graceMs">ms that shipping may take. Stills that a RAM outbox keeps are lost after it; on storage they
    /// stay.</param>
    public Departure(int graceMs)
    {
        _graceMs = graceMs;
    }

    /// <summary>Null while nobody leaves.</summary>
    public string Why { get; private set; }

    /// <summary>
    /// Begins to leave; the first reason stays. True if this call began it, and the agent's capturing is to be ended.
    /// </summary>
    public bool Begin(string why, long nowMs)
    {
        if (Why != null)
        {
            return false;
        }

        Why = why;
        _begunMs = nowMs;
        return true;
    }

    /// <summary>True once, when the agent is to be stopped and the board may go.</summary>
    public bool IsTime(bool drained, long nowMs)
    {
        if (Why == null || _stopped || !drained && nowMs - _begunMs < _graceMs)
        {
            return false;
        }

        _stopped = true;
        return true;
    }
}
