using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Faults;

/// <summary>How a <see cref="Bench"/>'s camera gets to the server, if not straight.</summary>
internal sealed record Route
{
    /// <summary>Port on localhost; null for the server's own.</summary>
    public int? Port { get; init; }

    /// <summary>The CA that the camera trusts; null for the server's.</summary>
    public X509Certificate2? Authority { get; init; }

    /// <summary>A camera that was there before; null for a new one.</summary>
    public string? Flash { get; init; }

    /// <summary>
    /// ms of real time that an answer, a handshake and a write may take; behind it the board's time runs out at once.
    /// </summary>
    public int PatienceMs { get; init; } = 10_000;
}
