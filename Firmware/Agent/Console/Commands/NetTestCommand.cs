namespace Sealcam;

/// <summary>DNS, TCP, TLS and HTTP one by one; stops at the first that fails and says why.</summary>
public sealed class NetTestCommand : ConsoleCommand
{
    private NetTrial _trial;

    public NetTestCommand() : base("net test", "", "try the way to the server step by step, and say what is wrong", 0, 0)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        if (s.Console.Net == null)
        {
            return s.FailAbsent("network test");
        }

        if (slice == 0)
        {
            if (StoreSettings.Server(s.Config.Current, out _).Length == 0)
            {
                return s.Fail(ConsoleError.Invalid, "no server is set: 'uplink set HOST'");
            }

            _trial = new NetTrial();
            s.Reply.List("steps");
            return More;
        }

        int step = slice - 1;
        if (_trial.Run(s, step) == Wait)
        {
            return Wait;
        }

        s.StartedMs = s.NowMs;
        s.Reply.Row();
        s.Reply.Cell("step", NetTrial.NameOf(step), 5);
        s.Reply.Cell("result", _trial.Reason == null ? "PASS" : "FAIL", 4);
        s.Reply.Cell("reason", _trial.Reason ?? "ok", 13);
        s.Reply.Cell("text", _trial.Text.Length > 160 ? _trial.Text.Substring(0, 160) : _trial.Text);
        s.Reply.EndRow();
        if (_trial.Reason == null && step + 1 < NetTrial.Steps)
        {
            return More;
        }

        s.Reply.EndList();
        return _trial.Reason == null ? Done : s.Fail(ConsoleError.Failed, NetTrial.NameOf(step) + ", " + _trial.Reason);
    }

    public override void End(ConsoleSession s)
    {
        if (_trial != null)
        {
            s.Console.Net.Close();
            _trial = null;
        }
    }
}
