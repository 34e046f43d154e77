namespace Sealcam;

public sealed class CameraTestCommand : ConsoleCommand
{
    private CameraTrial _trial;

    public CameraTestCommand()
        : base("camera test", "", "take one still, look at it, throw it away", 0, 0)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        _trial = slice == 0 ? new CameraTrial() : _trial;
        if (slice == 0 || _trial.Step(s) == Wait)
        {
            return slice == 0 ? More : Wait;
        }

        if (_trial.Fault != null)
        {
            return s.Fail(ConsoleError.Failed, _trial.Fault);
        }

        s.Reply.Field("bytes", _trial.Bytes);
        s.Reply.Field("width", _trial.Width);
        s.Reply.Field("height", _trial.Height);
        s.Reply.Field("exposure-ms", _trial.ExposureMs);
        s.Reply.Field("read-ms", _trial.ReadMs);
        return Done;
    }

    public override void End(ConsoleSession s)
    {
        _trial?.End(s);
        _trial = null;
    }
}
