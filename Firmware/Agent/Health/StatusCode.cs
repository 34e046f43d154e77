namespace Sealcam;

/// <summary>
/// What the status LED says to people without a console: so many short flashes, a pause, again. One flash is all well.
/// </summary>
public static class StatusCode
{
    public const int Well = 1, NoIdentity = 2, NoNetwork = 3, NoTime = 4, NoServer = 5, NoCamera = 6, Leaving = 7;

    /// <summary>ms of one flash, of the dark after it, and of the pause after the last.</summary>
    public const int FlashMs = 150, DarkMs = 250, PauseMs = 1500;

    /// <summary>The first thing that is wrong, in the order in which a technician can do something about it.</summary>
    public static int Pick(bool leaving, bool identity, bool camera, bool network, bool time, bool server)
    {
        return leaving ? Leaving
            : !identity ? NoIdentity
            : !camera ? NoCamera
            : !network ? NoNetwork
            : !time ? NoTime
            : !server ? NoServer
            : Well;
    }

    /// <summary>Whether the LED is lit at a moment (uptime, ms) while the code stays the same.</summary>
    public static bool IsLit(int code, long nowMs)
    {
        long at = nowMs % (code * (FlashMs + DarkMs) + PauseMs);
        return at < code * (FlashMs + DarkMs) && at % (FlashMs + DarkMs) < FlashMs;
    }
}
