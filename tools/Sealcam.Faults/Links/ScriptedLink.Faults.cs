namespace Sealcam.Faults;

/// <content>The faults.</content>
internal sealed partial class ScriptedLink
{
    private static readonly byte[] Nonsense = [.. "SSH-2.0-OpenSSH_9.2\r\n"u8];

    /// <summary>Time that a call takes.</summary>
    private void Spend(LinkFaultKind? fault)
    {
        clock.UptimeMs += fault switch
        {
            LinkFaultKind.Stall => StallMs,
            LinkFaultKind.Delay => DelayMs,
            LinkFaultKind.Freeze => FreezeMs,
            _ => 0,
        };
    }

    /// <summary>What happens before a call does anything, or instead.</summary>
    private void Before(LinkFaultKind? fault)
    {
        Spend(fault);
        switch (fault)
        {
            case LinkFaultKind.Throw:
                throw Lost("the call failed");
            case LinkFaultKind.Stall:
                throw new LinkException(LinkFault.Timeout, "no answer in time");
            case LinkFaultKind.Ahead:
                jump(2);
                throw Lost("the clock jumped ahead, and the connection broke");
            case LinkFaultKind.Back:
                jump(-2);
                throw Lost("the clock jumped back, and the connection broke");
            case LinkFaultKind.NoNetwork:
                _networkAt = clock.UptimeMs + AwayMs;
                throw Lost("the network is gone");
        }
    }

    /// <summary>Looks for bytes of the server.</summary>
    private void Fetch(LinkFaultKind? idle)
    {
        Before(idle);
        switch (idle)
        {
            case LinkFaultKind.End:
                _ended = true;
                return;
            case LinkFaultKind.Garbage:
                Hold(Nonsense);
                return;
            case LinkFaultKind.HalfOpen:
                _deaf = true;
                break;
        }

        if (_deaf || _ended)
        {
            return;
        }

        int got = inner.Read(_buffer, 0, _buffer.Length);
        if (got < 0)
        {
            _ended = true;
        }
        else if (got > 0)
        {
            _chops = false;
            Answer(Next(LinkCall.Read), _buffer[..got]);
        }
    }

    private void Answer(LinkFaultKind? fault, byte[] answer)
    {
        byte[] before = _before.Length > 0 ? _before : Nonsense;
        _before = answer;
        Before(fault);
        switch (fault)
        {
            case LinkFaultKind.Cut:
                _ended = true;
                Hold(answer[..(answer.Length / 2)]);
                break;
            case LinkFaultKind.Quiet:
                _deaf = true;
                Hold(answer[..(answer.Length / 2)]);
                break;
            case LinkFaultKind.HalfOpen:
                _deaf = true;
                break;
            case LinkFaultKind.Twice:
                Hold([.. answer, .. answer]);
                break;
            case LinkFaultKind.Garble:
                answer[^20] ^= 0x10;  // in the body: of a receipt, its digest or the time
                Hold(answer);
                break;
            case LinkFaultKind.Garbage:
                Hold(Nonsense);
                break;
            case LinkFaultKind.End:
                _ended = true;
                break;
            case LinkFaultKind.Late:
                Hold(answer);
                _answerAt = clock.UptimeMs + LateMs;
                break;
            case LinkFaultKind.Chop:
                _chops = true;
                Hold(answer);
                break;
            case LinkFaultKind.Other:
                Hold(before);
                break;
            default:
                Hold(answer);
                break;
        }
    }

    private void Hold(byte[] answer) => (_answer, _taken, _answerAt) = (answer, 0, 0);
}
