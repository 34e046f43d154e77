namespace Sealcam.Tool;

/// <summary>What the process tells a script.</summary>
public static class ExitCode
{
    public const int Ok = 0;

    /// <summary>Something was lost or did not verify.</summary>
    public const int Lost = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The machine is in the way: a port in use, a folder that cannot be written, a tool that is missing.</summary>
    public const int Environment = 3;
}
