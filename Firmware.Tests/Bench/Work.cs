namespace Sealcam.Bench;

/// <summary>One thing to be timed.</summary>
public abstract class Work
{
    public abstract string Name { get; }

    /// <summary>Loop turns that it may cost; 0 if nothing is promised.</summary>
    public virtual int Target => 0;

    /// <summary>How often <see cref="Run"/> does the thing.</summary>
    public abstract int Times { get; }

    /// <summary>What is not timed, before each round.</summary>
    public virtual void Ready()
    {
    }

    public abstract void Run();
}
