namespace Sealcam.Provision;

/// <summary>What may be told of a device: nothing here is secret.</summary>
public sealed record DeviceSummary
{
    /// <summary>The device ID, 52 characters of base32.</summary>
    public required string Device { get; init; }

    /// <summary>"xxxx-xxxx", as the console's <c>id</c> shows it.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The same 40 bits in five words.</summary>
    public required string Words { get; init; }

    public required string Name { get; init; }

    /// <summary>Serial number of the device's certificate, hexadecimal.</summary>
    public required string Serial { get; init; }

    /// <summary>RFC 3339, UTC.</summary>
    public required string NotBefore { get; init; }

    public required string NotAfter { get; init; }

    public required string Created { get; init; }

    /// <summary>The device's folder.</summary>
    public required string Folder { get; init; }
}
