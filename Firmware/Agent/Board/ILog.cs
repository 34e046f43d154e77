namespace Sealcam;

/// <summary>Where the agent says what happens. Lines are for technicians: no secrets, no stack traces.</summary>
public interface ILog
{
    /// <summary>One line. <paramref name="stage"/> is the room it comes from: capture, seal, outbox, uplink, order.</summary>
    void Write(int level, string stage, string text);
}

/// <summary>Levels of <see cref="ILog"/>.</summary>
public static class LogLevel
{
    public const int Debug = 0;
    public const int Info = 1;
    public const int Warning = 2;
    public const int Error = 3;
}
