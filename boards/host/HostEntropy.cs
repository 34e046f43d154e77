using System;
using System.Security.Cryptography;

namespace Sealcam.Host;

/// <summary>The operating system's random source, good from the first byte.</summary>
public sealed class HostEntropy : IEntropy
{
    public bool IsGood => true;

    public void Fill(byte[] buffer, int offset, int count)
    {
        RandomNumberGenerator.Fill(buffer.AsSpan(offset, count));
    }
}
