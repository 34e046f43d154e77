namespace Sealcam;

/// <summary>Asks for the passphrase on the label.</summary>
public sealed class UnlockCommand : ConsoleCommand
{
    /// <summary>HMACs a slice: about 20 ms of an ESP32's time.</summary>
    private const int RoundsPerSlice = 16;

    private PassphraseRecord _record;
    private Pbkdf2 _derived;

    public UnlockCommand() : base("unlock", "", "open the console with the passphrase on the label; asks for it", 0, 1,
        isOpen: true)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        switch (slice)
        {
            case 0:
                return Begin(s);
            case 1:
                return Derive(s);
            default:
                if (_derived.Step(RoundsPerSlice))
                {
                    return Wait;
                }

                bool right = _record.Matches(_derived.Result);
                return right ? Open(s) : Deny(s, "wrong passphrase");
        }
    }

    public override void End(ConsoleSession s)
    {
        _derived?.Clear();
        _derived = null;
        _record = null;
    }

    /// <summary>
    /// Asks in any case: were it refused at once, what is typed or sent next would be taken for a command, and echoed.
    /// </summary>
    private static int Begin(ConsoleSession s)
    {
        s.Question = "passphrase: ";
        return s.ArgumentCount == 0 ? AskSecret : More;
    }

    private int Derive(ConsoleSession s)
    {
        if (s.Lock.WaitMs > 0)
        {
            return s.Fail(ConsoleError.Backoff, "too many wrong tries: wait " + (s.Lock.WaitMs / 1000 + 1) + " s");
        }

        _record = PassphraseRecord.Read(s.Parts.Store, out bool there);
        if (_record == null)
        {
            return s.Fail(ConsoleError.Absent, there ? PassphraseRecord.FileName + " is damaged: deploy it again"
                : "this device has no passphrase: deploy " + PassphraseRecord.FileName + "; there is no default one");
        }

        var typed = Passphrase.Parse(s.Argument(0) ?? s.Answer ?? "");
        if (typed == null)
        {
            return Deny(s, "not a passphrase as labels have it: a slip of the finger?");
        }

        _derived = new Pbkdf2(s.Parts.Mac);
        _derived.Start(typed, _record.Salt, _record.Rounds);
        return More;
    }

    private static int Open(ConsoleSession s)
    {
        s.Lock.Open(s.NowMs);
        s.Parts.Log.Write(LogLevel.Info, "console", "unlocked");
        s.Reply.Field("locks-after", s.Lock.OpenMs / 60000 + " min without a command");
        return Done;
    }

    private static int Deny(ConsoleSession s, string why)
    {
        s.Lock.Wrong(s.NowMs);
        int wait = s.Lock.WaitMs;
        return s.Fail(ConsoleError.Denied, why + (wait > 0 ? "; the next try in " + (wait + 999) / 1000 + " s" : ""));
    }
}

public sealed class LockCommand : ConsoleCommand
{
    public LockCommand() : base("lock", "", "lock the console", 0, 0, isOpen: true)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        s.Lock.Close();
        return Done;
    }
}
