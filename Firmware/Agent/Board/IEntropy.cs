namespace Sealcam;

/// <summary>The board's random source.</summary>
public interface IEntropy
{
    /// <summary>
    /// True once the source may be relied on (on ESP32: while the radio runs). No signature pair is prepared before that; a
    /// source that says true too early weakens every k made from it.
    /// </summary>
    bool IsGood { get; }

    /// <summary>
    /// Fills <paramref name="count"/> bytes from <paramref name="offset"/>. May throw; the agent then does without it for some
    /// seconds.
    /// </summary>
    void Fill(byte[] buffer, int offset, int count);
}
