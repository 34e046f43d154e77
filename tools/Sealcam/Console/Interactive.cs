namespace Sealcam.Tool.Terminals;

/// <summary>A person at the console: keys go to the board, what it says to the screen. Ctrl-] ends it.</summary>
internal sealed class Interactive(ILine line, SessionLog log)
{
    private const byte Leave = 0x1D;
    private const int WaitMs = 100;

    /// <summary>ms of silence after the end of piped input: what was asked last may still be at work.</summary>
    private const int QuietMs = 1500;

    private volatile bool _ended, _left;

    public int Run(CancellationToken cancel)
    {
        using var terminal = new RawTerminal();
        using Stream screen = Console.OpenStandardOutput();
        var keys = new Thread(() => Keys(terminal)) { IsBackground = true };
        keys.Start();
        byte[] buffer = new byte[1024];
        int quiet = 0;
        while (!cancel.IsCancellationRequested)
        {
            int count = line.Receive(buffer, WaitMs);
            quiet = count == 0 && _ended ? quiet + WaitMs : 0;
            if (count < 0 || quiet > 0 && (_left || quiet >= QuietMs))
            {
                break;
            }

            if (count > 0)
            {
                screen.Write(buffer, 0, count);
                screen.Flush();
                log.Write(buffer.AsSpan(0, count));
            }
        }

        return ExitCode.Ok;
    }

    private void Keys(RawTerminal terminal)
    {
        byte[] buffer = new byte[256];
        while (!_ended)
        {
            int count = terminal.Read(buffer);
            int leave = Array.IndexOf(buffer, Leave, 0, Math.Max(0, count));
            line.Send(buffer.AsSpan(0, leave >= 0 ? leave : Math.Max(0, count)));
            _left = leave >= 0;
            _ended = count <= 0 || _left;
        }
    }
}
