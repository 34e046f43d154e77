namespace Sealcam.Fleets.World;

/// <summary>What takes the server away from the fleet.</summary>
public enum Trouble
{
    /// <summary>The server's process is gone: every connection is reset at once, new ones are refused at once.</summary>
    Restart,

    /// <summary>
    /// The network in front of the server is gone: nothing is reset, nothing answers, connecting runs into its time limit.
    /// </summary>
    Silence,

    /// <summary>The server is there and answers every request with 503, Retry-After and the end of the connection.</summary>
    Overload,

    /// <summary>The fleet loses its power, and all of it boots within one second.</summary>
    Power,
}
