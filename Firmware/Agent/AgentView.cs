using System.Runtime.CompilerServices;

// The console and the plain stores are assemblies of their own only because an assembly's byte code must fit 64 KB
// (Agent.csproj).
[assembly: InternalsVisibleTo("Sealcam.Console")]
[assembly: InternalsVisibleTo("Sealcam.Stores")]

namespace Sealcam;

/// <content>What a console looks at and asks for; see Console/.</content>
public sealed partial class Agent
{
    /// <summary>The identity of a development CA: a simulated camera.</summary>
    public bool IsSimulated => _order.Record != null && _order.Record.Simulated;

    /// <summary>Last sequence used in this boot.</summary>
    public uint LastSequence => _capture == null ? 0 : _capture.LastSequence;

    /// <summary>The last still's segment, or null before the first; the next still is written over it.</summary>
    public byte[] LastSegment => LastSegmentLength == 0 ? null : _capture.Segment;

    public int LastSegmentLength => _capture == null ? 0 : _capture.SegmentLength;

    public IOutbox Outbox => _outbox;

    public Uplink Uplink => _uplink;

    /// <summary>
    /// The sensor, for a trial that is not sealed; null while a still is in the making. No still is started until it is returned.
    /// </summary>
    public ICamera BorrowCamera() => _capture == null || _capture.Borrow() ? _parts.Camera : null;

    public void ReturnCamera() => _capture?.Return();

    internal OrderRecord Identity => _order.Record;
}
