namespace Sealcam;

public sealed class RebootCommand : ConsoleCommand
{
    public RebootCommand()
        : base("reboot", "", "stop cleanly and start again; stills kept in RAM are lost", 0, 0)
    {
    }

    /// <summary>In the second slice, so that "ok" of the first is on its way before the port goes.</summary>
    public override int Step(ConsoleSession s, int slice)
    {
        if (s.Console.Board == null)
        {
            return s.FailAbsent("way to restart itself");
        }

        s.Reply.Field("waiting", s.Agent.Waiting);
        s.RestartWanted = true;
        return Done;
    }
}
