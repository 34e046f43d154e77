namespace Sealcam;

/// <summary>The codes of the line "error CODE: sentence". Scripts go by them; a code never changes its meaning.</summary>
public static class ConsoleError
{
    public const string Unknown = "UNKNOWN";      // no such command
    public const string Usage = "USAGE";          // wrong arguments
    public const string Invalid = "INVALID";      // a value that cannot be
    public const string Input = "INPUT";          // a line too long, not UTF-8, or a quote left open
    public const string Locked = "LOCKED";        // unlock first
    public const string Denied = "DENIED";        // wrong passphrase or confirmation
    public const string Backoff = "BACKOFF";      // too many wrong tries
    public const string Absent = "ABSENT";        // this board has no such part
    public const string Busy = "BUSY";            // the part is at work
    public const string Timeout = "TIMEOUT";      // no answer in time
    public const string Failed = "FAILED";        // tried, and it did not work
    public const string Cancelled = "CANCELLED";  // Ctrl-C
}
