using System;

namespace Sealcam.Host.Tests;

internal static class Stills
{
    /// <summary>Triggers, takes the still at once and reads it to its end.</summary>
    public static byte[] Take(ICamera camera)
    {
        camera.Trigger();
        IStill still = camera.Poll();
        try
        {
            return ReadAll(still, 1000);
        }
        finally
        {
            still.Release();
        }
    }

    public static byte[] ReadAll(IStill still, int chunk)
    {
        byte[] all = new byte[still.Length];
        int at = 0;
        byte[] buffer = new byte[chunk];
        for (int count = still.Read(buffer, 0, chunk); count >= 0; count = still.Read(buffer, 0, chunk))
        {
            buffer.AsSpan(0, count).CopyTo(all.AsSpan(at));
            at += count;
        }

        return at == all.Length ? all : throw new InvalidOperationException($"{at} bytes of {all.Length}");
    }
}
