namespace Sealcam.Faults;

/// <summary>
/// A link to the real server that does to some of its calls what a plan says. The board's time is the run's, so that a freeze
/// costs none.
/// </summary>
internal sealed partial class ScriptedLink(ILink inner, VirtualClock clock, Action<int> jump, IReadOnlyList<PlannedFault> plan) : ILink
{
    /// <summary>
    /// ms: what a call may take at most, a delay, a freeze, an answer that comes too late, and a network that is away.
    /// </summary>
    private const int StallMs = 10_000, DelayMs = 3000, FreezeMs = 600_000, LateMs = 30_000, AwayMs = 5000;

    private readonly int[] _calls = new int[Enum.GetValues<LinkCall>().Length];
    private readonly byte[] _buffer = new byte[4096];
    private byte[] _answer = [], _before = [];  // what waits to be read, and what was read for the still before
    private int _taken;
    private long _answerAt, _networkAt;
    private bool _open, _deaf, _chops, _ended, _asked, _looked;

    public bool IsUp => clock.UptimeMs >= _networkAt && inner.IsUp;

    /// <summary>The server can be heard, so that real time must pass while an answer is wanted.</summary>
    public bool IsHeard => _open && !_deaf && !_ended && _taken == _answer.Length;

    /// <summary>Something was done to this connection: the server may as well stay silent.</summary>
    public bool IsDisturbed { get; private set; }

    /// <summary>Faults that happened.</summary>
    public int Met { get; private set; }

    public int Calls(LinkCall call) => _calls[(int)call];

    public void Resolve(string host)
    {
        LinkFaultKind? fault = Next(LinkCall.Resolve);
        Before(fault);
        inner.Resolve(fault == LinkFaultKind.NoName ? "no-such-host.invalid" : host);
    }

    public void Connect(int port)
    {
        LinkFaultKind? fault = Next(LinkCall.Connect);
        Before(fault);
        inner.Connect(port);
        (_open, _deaf, _chops, _ended, _asked, IsDisturbed) = (true, false, false, false, false, false);
        (_answer, _taken, _looked) = ([], 0, false);
        if (fault == LinkFaultKind.After)
        {
            throw Lost("the connection was made and broke");
        }
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        Check();
        LinkFaultKind? fault = Next(LinkCall.Write);
        Before(fault);
        _asked = true;
        if (_deaf)
        {
            return;
        }

        byte[] bytes = buffer[offset..(offset + count)];
        switch (fault)
        {
            case LinkFaultKind.Cut:
                inner.Write(bytes, 0, count / 2);
                throw Lost("the connection broke in the middle of a write");
            case LinkFaultKind.Quiet:
                inner.Write(bytes, 0, count / 2);
                _deaf = true;
                return;
            case LinkFaultKind.HalfOpen:
                _deaf = true;
                return;
            case LinkFaultKind.Twice:
                inner.Write(bytes, 0, count);
                break;
            case LinkFaultKind.Garble:
                bytes[count / 2] ^= 0x10;
                break;
        }

        inner.Write(bytes, 0, count);
        if (fault == LinkFaultKind.After)
        {
            throw Lost("the connection broke after a write");
        }
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        Check();
        if (_taken == _answer.Length)
        {
            Fetch(_asked || _looked ? null : Next(LinkCall.Idle));
            _looked = true;
        }

        if (_taken == _answer.Length || clock.UptimeMs < _answerAt)
        {
            return _ended && _taken == _answer.Length ? -1 : 0;
        }

        int got = Math.Min(_chops ? 1 : count, _answer.Length - _taken);
        Array.Copy(_answer, _taken, buffer, offset, got);
        _taken += got;
        _asked &= _taken < _answer.Length;
        _looked = _asked;
        return got;
    }

    public void Close()
    {
        if (_open)
        {
            Spend(Next(LinkCall.Close));
        }

        _open = false;
        inner.Close();
    }

    private LinkFaultKind? Next(LinkCall call)
    {
        int number = ++_calls[(int)call];
        PlannedFault? fault = plan.FirstOrDefault(one => one.Call == call && one.Number == number);
        Met += fault == null ? 0 : 1;
        IsDisturbed |= fault != null;
        return fault?.Kind;
    }

    private void Check()
    {
        if (!_open)
        {
            throw Lost("the link is not open");
        }
    }

    private LinkException Lost(string why)
    {
        // The contract lets a failed write be followed by reads, and there is nothing to be read any more.
        _ended = _deaf = true;
        return new LinkException(LinkFault.Lost, why);
    }
}
