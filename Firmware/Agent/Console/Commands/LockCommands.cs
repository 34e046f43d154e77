namespace Sealcam;

/// <summary>Asks for the passphrase on the label.</summary>
public sealed class UnlockCommand : ConsoleCommand
{
    private readonly PassphraseTry _try = new PassphraseTry();

    public UnlockCommand() : base("unlock", "", "open the console with the passphrase on the label; asks for it", 0, 1,
        isOpen: true)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        switch (slice)
        {
            case 0:
                // Asks in any case: were it refused at once, what is typed or sent next would be taken for a command, and echoed.
                s.Question = "passphrase: ";
                return s.ArgumentCount == 0 ? AskSecret : More;
            case 1:
                return _try.Begin(s, s.Argument(0) ?? s.Answer);
            default:
                int result = _try.Step(s);
                return result == More ? Open(s) : result;
        }
    }

    public override void End(ConsoleSession s) => _try.End();

    private static int Open(ConsoleSession s)
    {
        s.Lock.Open(s.NowMs);
        s.Parts.Log.Write(LogLevel.Info, "console", "unlocked");
        s.Reply.Field("locks-after", s.Lock.OpenMs / 60000 + " min without a command");
        return Done;
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
