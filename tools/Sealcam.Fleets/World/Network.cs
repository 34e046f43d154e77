namespace Sealcam.Fleets.World;

/// <summary>
/// The same for every camera, in ms: what differs from camera to camera would spread the fleet by itself and flatter the
/// back-off.
/// </summary>
internal static class Network
{
    public const int RoundTripMs = 50;

    /// <summary>TCP and TLS on an ESP32, if the server is not busy.</summary>
    public const int HandshakeMs = 1000;

    /// <summary>After this a connect or a handshake without an answer is given up.</summary>
    public const int PatienceMs = 10_000;

    /// <summary>From power on to a joined Wi-Fi.</summary>
    public const int JoinMs = 3000;

    /// <summary>The exchanges behind a handshake, and what is lost between a moment and the next look.</summary>
    public const int ExchangeMs = 1000;

    /// <summary>Connections that a server lets wait for their handshake; Kestrel's own figure.</summary>
    public const int Backlog = 512;
}
