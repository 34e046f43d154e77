namespace Sealcam;

/// <content>Whether somebody is there, for a board that would rather sleep.</content>
public sealed partial class SerialConsole
{
    /// <summary>
    /// Somebody has unlocked it and not gone, or a command runs. Bytes alone do not count: an open line hears noise for ever, and
    /// a board on a battery must not stay awake for it.
    /// </summary>
    public bool IsInUse => !_runner.IsIdle || _session.Lock.IsOpen(_session.NowMs);
}
