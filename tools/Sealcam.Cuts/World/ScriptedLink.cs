namespace Sealcam.Cuts.World;

/// <summary>How the network and the server behave.</summary>
internal enum Weather
{
    Good,
    NoNetwork,      // Wi-Fi is not joined
    NoServer,       // the name resolves, nobody answers
    LoseReceipts,   // the still arrives, the answer does not
    Refuse,         // every still is refused for good
}

/// <summary>
/// A link to a <see cref="Receiver"/> that behaves by <see cref="Weather"/>. Calls that reach out count as calls of the power.
/// </summary>
internal sealed class ScriptedLink(Power power, Receiver receiver) : ILink
{
    private byte[] _answer = [];
    private int _read;
    private bool _isOpen;

    public Weather Weather { get; set; }

    public bool IsUp => power.IsOn && Weather != Weather.NoNetwork;

    public void Resolve(string host) => power.Check();

    public void Connect(int port)
    {
        power.Check();
        if (Weather is Weather.NoNetwork or Weather.NoServer)
        {
            throw new LinkException(LinkFault.Timeout, "no answer");
        }

        receiver.Connected();
        _answer = [];
        _read = 0;
        _isOpen = true;
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        CheckOpen();
        power.Call(() => Send(buffer, offset, count), () => Send(buffer, offset, power.Dice.Next(count)));
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        CheckOpen();
        int got = Math.Min(count, _answer.Length - _read);
        if (got == 0)
        {
            return Weather is Weather.Good or Weather.Refuse ? 0 : -1;
        }

        power.Call(() => Array.Copy(_answer, _read, buffer, offset, got), () => { });
        _read += got;
        if (_read == _answer.Length)
        {
            receiver.AnswerRead();
        }

        return got;
    }

    public void Close() => _isOpen = false;

    private void Send(byte[] buffer, int offset, int count)
    {
        byte[]? answer = receiver.Take(buffer.AsSpan(offset, count), Weather == Weather.Refuse);
        if (answer != null && Weather is (Weather.Good or Weather.Refuse))
        {
            (_answer, _read) = (answer, 0);
        }
    }

    private void CheckOpen()
    {
        power.Check();
        if (!_isOpen || Weather is Weather.NoNetwork or Weather.NoServer)
        {
            throw new LinkException(LinkFault.Lost, "connection reset");
        }
    }
}
