namespace Sealcam;

/// <summary>What a console may know of the board and do to it.</summary>
public interface IBoardControl
{
    /// <summary>Name as in boards/README.md.</summary>
    string Name { get; }

    /// <summary>The chip, as flashers name it: "ESP32-S3".</summary>
    string Chip { get; }

    /// <summary>Version of Sealcam that runs, "0.1.0".</summary>
    string Version { get; }

    /// <summary>Bytes of heap that are free, -1 if the board cannot tell.</summary>
    long FreeBytes { get; }

    /// <summary>File of the device's certificate on the store.</summary>
    string DeviceCertificateFile { get; }

    /// <summary>File of the CAs that the device trusts on the store, or null if this board has them elsewhere.</summary>
    string AuthorityFile { get; }

    /// <summary>Starts the board anew. On a real one it does not return.</summary>
    void Restart();
}
