namespace Sealcam;

/// <summary>One try of the passphrase, slice by slice, to unlock the console or to change the passphrase.</summary>
public sealed class PassphraseTry
{
    /// <summary>HMACs a slice: about 20 ms of an ESP32's time.</summary>
    public const int RoundsPerSlice = 16;

    private PassphraseRecord _record;
    private Pbkdf2 _derived;

    /// <summary>Begins with what was typed. Returns <see cref="ConsoleCommand.More"/>, or Failed: the session has why.</summary>
    public int Begin(ConsoleSession s, string typed)
    {
        if (s.Lock.WaitMs > 0)
        {
            return s.Fail(ConsoleError.Backoff, "too many wrong tries: wait " + (s.Lock.WaitMs / 1000 + 1) + " s");
        }

        _record = PassphraseRecord.Read(s.Parts.Store, out bool there);
        if (_record == null)
        {
            return s.Fail(ConsoleError.Absent, there ? PassphraseRecord.FileName + " is damaged, or flash cannot be read: if it stays so, deploy it again"
                : "this device has no passphrase: deploy " + PassphraseRecord.FileName + "; there is no default one");
        }

        var chars = Passphrase.Parse(typed ?? "");
        if (chars == null)
        {
            return Deny(s, "not a passphrase as labels have it: a slip of the finger?");
        }

        _derived = new Pbkdf2(s.Parts.Mac);
        _derived.Start(chars, _record.Salt, _record.Rounds);
        return ConsoleCommand.More;
    }

    /// <summary>Returns Wait until it is known; then More if it was right, or Failed. A wrong one counts, and locks.</summary>
    public int Step(ConsoleSession s)
    {
        return _derived.Step(RoundsPerSlice) ? ConsoleCommand.Wait
            : _record.Matches(_derived.Result) ? ConsoleCommand.More : Deny(s, "wrong passphrase");
    }

    /// <summary>Overwrites what was typed.</summary>
    public void End()
    {
        _derived?.Clear();
        _derived = null;
        _record = null;
    }

    private static int Deny(ConsoleSession s, string why)
    {
        s.Lock.Wrong(s.NowMs);
        int wait = s.Lock.WaitMs;
        return s.Fail(ConsoleError.Denied, why + (wait > 0 ? "; the next try in " + (wait + 999) / 1000 + " s" : ""));
    }
}
