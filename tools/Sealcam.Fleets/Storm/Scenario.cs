using Sealcam.Fleets.World;

namespace Sealcam.Fleets.Storm;

/// <summary>How a fleet loses its server and gets it back, and what is promised about the way back. All times in ms.</summary>
public sealed record Scenario
{
    public required string Name { get; init; }

    /// <summary>For people, one line.</summary>
    public required string Title { get; init; }

    public required Trouble Trouble { get; init; }

    /// <summary>From the loss to the server's return.</summary>
    public required int TroubleMs { get; init; }

    /// <summary>From the beginning of the recovery window: by then every camera has had an answer.</summary>
    public required int BoundMs { get; init; }

    /// <summary>
    /// The recovery window begins at the loss instead of at the server's return: for a trouble shorter than the first
    /// window.
    /// </summary>
    public bool FromLoss { get; init; }

    /// <summary>The window that the server tells in its receipts; 0 for none.</summary>
    public int ToldWindowMs { get; init; }

    /// <summary>Retry-After in seconds, of the server that is overloaded.</summary>
    public int RetryAfterSeconds { get; init; }

    /// <summary>Handshakes that the server completes in a second once it is back; 0 for any number.</summary>
    public int HandshakesPerSecond { get; init; }

    /// <summary>The server itself is the bottleneck, and peak over average says nothing: the bound alone counts.</summary>
    public bool IsChoked => HandshakesPerSecond > 0;

    /// <summary>From the first boot to the loss: everybody connects and idles.</summary>
    public int LossMs => Trouble == Trouble.Power ? 0 : 15_000;

    public int ReturnMs => LossMs + TroubleMs;

    /// <summary>Beginning of the recovery window.</summary>
    public int StartMs => FromLoss ? LossMs : ReturnMs;

    /// <summary>The cameras are given up as lost for good after this.</summary>
    public int EndMs => StartMs + BoundMs * 2 + 120_000;
}
