namespace Sealcam;

/// <summary>
/// One request to the server and what its answer means. The uplink carries one at a time over its one connection.
/// </summary>
public abstract class Exchange
{
    /// <summary>Every byte was handed out.</summary>
    public abstract bool IsWhole { get; }

    /// <summary>
    /// The next bytes to write, at most <see cref="Limits.WriteBytes"/>: returns how many lie at the offset of the buffer.
    /// </summary>
    public abstract int Next(out byte[] buffer, out int offset);

    /// <summary>
    /// ms that the answer may take after the last byte. <paramref name="stillWaits"/>: there is a still to ship behind it.
    /// </summary>
    public virtual int PatienceMs(bool stillWaits) => Limits.ReplyTimeoutMs;

    /// <summary>ms: how often the answer is looked for.</summary>
    public virtual int LookMs => Limits.PollMs;

    /// <summary>The whole answer, or garbage, is there: acts on it and returns one of <see cref="Outcome"/>.</summary>
    public abstract int Judge(ReplyParser reply);

    /// <summary>The connection was lost before an answer came.</summary>
    public abstract void Abandon();
}
