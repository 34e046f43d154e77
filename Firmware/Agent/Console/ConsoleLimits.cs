namespace Sealcam;

/// <summary>Every bound of the console, with its unit and its reason. Its buffers are 3.7 KB in all.</summary>
public static class ConsoleLimits
{
    /// <summary>Bytes of a typed line; the longest setting, with its command, is 247.</summary>
    public const int LineBytes = 250;

    /// <summary>Bytes of earlier lines: about twenty commands.</summary>
    public const int HistoryBytes = 512;

    /// <summary>Bytes typed ahead while a command runs.</summary>
    public const int AheadBytes = 256;

    /// <summary>Bytes of output that wait for the port, and how many of them must be free before a command may go on.</summary>
    public const int OutputBytes = 1024, SliceBytes = 512;

    /// <summary>
    /// Bytes that drawing a line may take (250 of text if it is noise, prompt, blanks and backspaces), and what a key may take at most.
    /// </summary>
    public const int LineRoomBytes = 450, KeyRoomBytes = 640;

    /// <summary>Bytes of log lines that <c>log tail</c> can show.</summary>
    public const int LogBytes = 1024;

    /// <summary>
    /// Columns of the line that are shown at once; longer lines move sideways, because a line that wraps cannot be mended.
    /// </summary>
    public const int WindowColumns = 66;

    /// <summary>Columns of a terminal unless somebody says otherwise, and the fewest with room for a prompt and some of the line.</summary>
    public const int TerminalColumns = 80, TerminalColumnsLeast = 24, TerminalColumnsMost = 999;

    /// <summary>Characters of a terminal's row that lists may fill.</summary>
    public const int RowChars = 79;

    /// <summary>Arguments of a command, the words of its name included.</summary>
    public const int Words = 8;

    /// <summary>Commands in a line.</summary>
    public const int Batch = 16;

    /// <summary>Bytes taken from the port in one Step.</summary>
    public const int ReadBytes = 64;

    /// <summary>
    /// ms until an idle console wants to look at its port again: a UART at 115,200 baud brings 230 bytes in that time.
    /// </summary>
    public const int IdleMs = 20;

    /// <summary>ms between two looks at something that takes its time (a scan, a join).</summary>
    public const int WaitMs = 50;

    /// <summary>
    /// ms after which a beginning that looks like an Improv frame is taken for typing; from its fourth byte on it is the time between bytes.
    /// </summary>
    public const int HeldMs = 30, FrameMs = 1000;

    /// <summary>ms that a question (a passphrase, a confirmation) waits.</summary>
    public const int AnswerMs = 120000;

    /// <summary>ms that a scan or a join may take.</summary>
    public const int WifiMs = 30000;
}
