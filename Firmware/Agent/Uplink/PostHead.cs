using System;

namespace Sealcam;

/// <summary>The head of the POST to a Sealcam receiver (PROTOCOL.md 5.1).</summary>
public sealed class PostHead : StillHead
{
    /// <summary>Bytes of host and path together, so that the head keeps its bound.</summary>
    private const int MaxNameBytes = 1024;

    private readonly byte[] _fixed;

    public PostHead(Settings settings)
    {
        if (settings.Host.Length + settings.Path.Length > MaxNameBytes)
        {
            throw new ArgumentException("host and path are too long");
        }

        _fixed = Ascii.Bytes("POST " + settings.Path + " HTTP/1.1\r\nHost: " + StillPost.HostOf(settings)
            + "\r\nContent-Type: image/jpeg\r\nContent-Length: ");
    }

    public override int Write(KeptStill still, byte[] target)
    {
        Array.Copy(_fixed, 0, target, 0, _fixed.Length);
        return _fixed.Length + Ascii.Copy(still.SealedLength.ToString() + "\r\n\r\n", target, _fixed.Length);
    }
}
