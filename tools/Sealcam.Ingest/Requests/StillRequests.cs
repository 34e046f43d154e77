using System.Collections.Concurrent;

namespace Sealcam.Ingest;

/// <summary>
/// Requests for stills, by camera. In memory alone: whoever asked before a restart has lost the connection and asks again.
/// </summary>
internal sealed class StillRequests(IngestLimits limits, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, CameraRequests> _cameras = [];

    /// <summary>Those of one camera; only for a device ID that a certificate or the index vouches for.</summary>
    public CameraRequests Of(string device) => _cameras.GetOrAdd(device, _ => new CameraRequests(limits, time));

    /// <summary>Null if nobody ever asked it and it never polled.</summary>
    public CameraRequests? Find(string device) => _cameras.GetValueOrDefault(device);
}
