using Sealcam.Host;

namespace Sealcam.Tool.Terminals;

/// <summary>The line to a simulated board in this process.</summary>
internal sealed class BoardLine(PipePort port) : ILine
{
    public string Name => "simulated board";

    public void Send(ReadOnlySpan<byte> bytes) => port.Send(bytes);

    public int Receive(Span<byte> buffer, int waitMs) => port.Receive(buffer, waitMs);

    public void Dispose()
    {
    }
}
