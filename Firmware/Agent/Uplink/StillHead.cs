namespace Sealcam;

/// <summary>Request line and headers of the request that carries a still.</summary>
public abstract class StillHead
{
    /// <summary>
    /// Writes the whole head for this still, the empty line included, to the beginning of <paramref name="target"/>; returns its
    /// length, at most <see cref="StillPost.HeadBytes"/>.
    /// </summary>
    public abstract int Write(KeptStill still, byte[] target);
}
