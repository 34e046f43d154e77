namespace Sealcam;

/// <summary>
/// Changes the passphrase to one from a new label. The current one is asked for, lest a console that somebody left open is
/// enough; a wrong one counts like at 'unlock', and locks. The new one is asked for twice and must have a label's form, so that
/// nobody makes up a weak one. None is ever shown.
/// </summary>
public sealed class PassphraseCommand : ConsoleCommand
{
    private readonly PassphraseTry _current = new PassphraseTry();
    private byte[] _first;
    private Pbkdf2 _derived;
    private PassphraseRecord _record;

    public PassphraseCommand() : base("passphrase", "", "change it to a new label's; asks for the current one first", 0, 0)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        switch (slice)
        {
            case 0:
                s.Question = "current passphrase: ";
                return AskSecret;
            case 1:
                return _current.Begin(s, s.Answer);
            case 2:
                return _current.Step(s);
            case 3:
                s.Question = "new passphrase: ";
                return s.Parts.Entropy.IsGood ? AskSecret
                    : s.Fail(ConsoleError.Busy, "the random source is not good yet: join Wi-Fi first");
            case 4:
                _first = Passphrase.Parse(s.Answer ?? "");
                s.Question = "once more: ";
                return _first != null ? AskSecret
                    : s.Fail(ConsoleError.Invalid,
                        "not a passphrase as labels have it; 'sealcam console --new-passphrase' makes one");
            case 5:
                return Begin(s);
            default:
                return _derived.Step(PassphraseTry.RoundsPerSlice) ? Wait : Keep(s);
        }
    }

    public override void End(ConsoleSession s)
    {
        _current.End();
        if (_first != null)
        {
            System.Array.Clear(_first, 0, _first.Length);
        }

        _derived?.Clear();
        _first = null;
        _derived = null;
    }

    private int Begin(ConsoleSession s)
    {
        var second = Passphrase.Parse(s.Answer ?? "");
        if (second == null || !BigEndian.Same(_first, 0, second, 0, _first.Length))
        {
            return s.Fail(ConsoleError.Denied, "the two are not the same: nothing is changed");
        }

        _record = new PassphraseRecord();
        s.Parts.Entropy.Fill(_record.Salt, 0, _record.Salt.Length);
        _derived = new Pbkdf2(s.Parts.Mac);
        _derived.Start(second, _record.Salt, _record.Rounds);
        return More;
    }

    private int Keep(ConsoleSession s)
    {
        System.Array.Copy(_derived.Result, 0, _record.Hash, 0, Pbkdf2.Bytes);
        try
        {
            s.Parts.Store.Write(PassphraseRecord.FileName, _record.Encode(), PassphraseRecord.Bytes);
        }
        catch (System.Exception e)
        {
            return s.Fail(ConsoleError.Failed, PassphraseRecord.FileName + " cannot be written: " + e.Message);
        }

        s.Parts.Log.Write(LogLevel.Warning, "console", "passphrase changed");
        return Done;
    }
}
