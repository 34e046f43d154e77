namespace Sealcam.Tool.Flashing;

/// <summary>What is asked for, checked: everything that the plan is made of.</summary>
internal sealed record FlashRequest
{
    public required FlashBoard Board { get; init; }

    /// <summary>Serial port for flashing and for the debugger's protocol.</summary>
    public required string Port { get; init; }

    public required Version Firmware { get; init; }

    /// <summary>The runtime to put in the place of the stock one; null for stock.</summary>
    public string? ClrFile { get; init; }

    /// <summary>Leave the firmware as it is.</summary>
    public bool KeepFirmware { get; init; }

    /// <summary>Erase the whole flash first, identity included.</summary>
    public bool Erase { get; init; }

    /// <summary>The application's image.</summary>
    public required string Image { get; init; }

    /// <summary>Project to build the image from; null if it is there already.</summary>
    public string? Project { get; init; }

    /// <summary>Baud rate for the boot loader; null for nanoff's.</summary>
    public int? Baud { get; init; }

    public IReadOnlyList<DeployedFile> Files { get; init; } = [];

    /// <summary>What is noted of the identity among the files; null if there is none.</summary>
    public DeployedIdentity? Identity { get; init; }

    public WifiNetwork? Wifi { get; init; }
}
