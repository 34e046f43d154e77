using System;

namespace Sealcam.Host;

/// <summary>Something on this machine stands in the way of a simulated camera. The message is one sentence for the person who
/// started it; a program shows it alone, without a stack trace.</summary>
public sealed class HostException : Exception
{
    public HostException(string message, Exception inner = null) : base(message, inner)
    {
    }
}
