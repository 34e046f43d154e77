using Sealcam.Fleets.Storm;

namespace Sealcam.Fleets.World;

/// <summary>
/// Whether the server takes a connection, and when its handshake is done. One queue for the whole fleet if the server's
/// rate is limited, so the cameras must come in the order of time.
/// </summary>
internal sealed class Reception(Scenario scenario)
{
    private double _freeMs;

    /// <summary>
    /// ms that the camera is frozen by its connect; <paramref name="fault"/> is -1 if it then has a connection.
    /// </summary>
    public int Connect(long nowMs, out int fault)
    {
        bool isAway = nowMs >= scenario.LossMs && nowMs < scenario.ReturnMs;
        if (isAway && scenario.Trouble == Trouble.Restart)
        {
            fault = LinkFault.Refused;
            return Network.RoundTripMs;
        }

        if (isAway && scenario.Trouble == Trouble.Silence)
        {
            fault = LinkFault.Timeout;
            return Network.PatienceMs;
        }

        int takes = Network.HandshakeMs + Queue(nowMs);
        fault = takes > Network.PatienceMs ? LinkFault.Timeout : Breaks(nowMs, nowMs + takes) ? LinkFault.Lost : -1;
        return Math.Min(takes, Network.PatienceMs);
    }

    /// <summary>A connection that was open, or being made, at both of these moments was cut by the loss in between.</summary>
    public bool Breaks(long fromMs, long toMs) =>
        scenario.Trouble is Trouble.Restart or Trouble.Silence && fromMs < scenario.LossMs && toMs >= scenario.LossMs;

    /// <summary>
    /// ms that a handshake waits for its turn. With as many in front of it as the server lets wait it gets no answer at
    /// all. What was let in is worked off even if its camera has given up meanwhile.
    /// </summary>
    private int Queue(long nowMs)
    {
        if (!scenario.IsChoked || nowMs < scenario.ReturnMs)
        {
            return 0;
        }

        double eachMs = 1000.0 / scenario.HandshakesPerSecond;
        double waits = Math.Max(_freeMs - nowMs, 0);
        if (waits >= Network.Backlog * eachMs)
        {
            return Network.PatienceMs;
        }

        _freeMs = nowMs + waits + eachMs;
        return (int)(waits + eachMs);
    }
}
