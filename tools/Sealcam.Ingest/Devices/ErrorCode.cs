namespace Sealcam.Ingest;

/// <summary>The codes of an error body (PROTOCOL.md 5.3).</summary>
public enum ErrorCode
{
    Unreadable = 1,
    Unsigned = 2,
    NotAuthentic = 3,
    Conflict = 4,
    Foreign = 5,
    TooLarge = 6,
    Suspended = 7,
    NoRoom = 8,
    Other = 9,
}
