using System.Text;
using Sealcam.Fleets.Storm;

namespace Sealcam.Fleets.World;

/// <summary>One camera's connection to the one server, in the shared time.</summary>
internal sealed class SimulatedLink(Scenario scenario, Reception reception, Attempts attempts, CameraClock clock) : ILink
{
    private readonly List<byte> _request = [];
    private byte[] _answer = [];
    private int _read;
    private long _answerMs;
    private bool _isOpen, _closes;

    /// <summary>When the connection in use was asked for (ms of the run); -1 without one.</summary>
    public long OpenedMs { get; private set; } = -1;

    /// <summary>
    /// When the server, back after the trouble, took a request on the connection in use (ms of the run); -1 if it has not.
    /// </summary>
    public long TakenMs { get; private set; } = -1;

    public bool IsUp => scenario.Trouble != Trouble.Power || clock.UptimeMs >= Network.JoinMs;

    public void Resolve(string host)
    {
    }

    public void Connect(int port)
    {
        long began = clock.NowMs;
        clock.NowMs += reception.Connect(began, out int fault);
        attempts.Add(began, fault < 0);
        if (fault >= 0)
        {
            throw new LinkException(fault, "no connection");
        }

        _isOpen = true;
        OpenedMs = began;
        Forget();
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        CheckOpen();
        _request.AddRange(buffer.AsSpan(offset, count));
        byte[] all = [.. _request];
        int head = all.AsSpan().IndexOf("\r\n\r\n"u8);
        if (head < 0 || IsSilenced)
        {
            return;
        }

        string text = Encoding.ASCII.GetString(all, 0, head);
        int length = NumberBehind(text, "Content-Length: ");
        if (all.Length >= head + 4 + length)
        {
            Answer(text, all.AsSpan(head + 4, length));
        }
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        CheckOpen();
        if (IsSilenced || clock.NowMs < _answerMs)
        {
            return 0;
        }

        int got = Math.Min(count, _answer.Length - _read);
        Array.Copy(_answer, _read, buffer, offset, got);
        _read += got;
        return got == 0 && _closes ? -1 : got;
    }

    public void Close()
    {
        _isOpen = false;
        OpenedMs = TakenMs = -1;
    }

    private bool IsSilenced => scenario.Trouble == Trouble.Silence && reception.Breaks(OpenedMs, clock.NowMs);

    private void Answer(string head, ReadOnlySpan<byte> body)
    {
        Forget();
        int wait = NumberBehind(head, "?wait=");
        long now = clock.NowMs;
        bool refuses = scenario.Trouble == Trouble.Overload && now >= scenario.LossMs && now < scenario.ReturnMs;
        TakenMs = TakenMs < 0 && now >= scenario.ReturnMs ? now : TakenMs;
        _closes = refuses;
        _answerMs = now + Network.RoundTripMs + (refuses ? 0 : wait);
        _answer = refuses ? Answers.Overloaded(scenario.RetryAfterSeconds)
            : head.StartsWith("GET", StringComparison.Ordinal) ? Answers.ToPoll(_answerMs)
            : head.StartsWith("POST /v1/health ", StringComparison.Ordinal) ? Answers.ToReport(body, _answerMs)
            : Answers.ToStill(body, scenario, _answerMs);
    }

    private void Forget()
    {
        _request.Clear();
        (_answer, _read, _answerMs, _closes) = ([], 0, 0, false);
    }

    private void CheckOpen()
    {
        if (!_isOpen || (scenario.Trouble == Trouble.Restart && reception.Breaks(OpenedMs, clock.NowMs)))
        {
            throw new LinkException(LinkFault.Lost, "connection reset");
        }
    }

    private static int NumberBehind(string text, string mark)
    {
        int at = text.IndexOf(mark, StringComparison.Ordinal);
        int end = at < 0 ? 0 : at += mark.Length;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return at < 0 ? 0 : int.Parse(text.AsSpan(at, end - at));
    }
}
