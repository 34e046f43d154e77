namespace Sealcam.Tool.Terminals;

/// <summary>The cable to a board's console.</summary>
internal interface ILine : IDisposable
{
    /// <summary>For people: "/dev/ttyUSB0", "simulated board".</summary>
    string Name { get; }

    void Send(ReadOnlySpan<byte> bytes);

    /// <summary>Waits for bytes at most that long (ms). 0 after a wait in vain, -1 once the line is closed for good.</summary>
    int Receive(Span<byte> buffer, int waitMs);
}
