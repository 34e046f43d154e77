using Sealcam.Tests.Models;

namespace Sealcam.Tests.Sensors;

/// <summary>Drives a camera in simulated time, as the agent does: a poll every 5 ms.</summary>
public static class SensorRun
{
    private const int StepMs = 5;

    /// <summary>Triggers and polls; the still, or null if none came in <paramref name="limitMs"/>.</summary>
    public static IStill Take(ICamera camera, SimClock clock, int limitMs)
    {
        camera.Trigger();
        for (long end = clock.UptimeMs + limitMs; clock.UptimeMs < end; clock.Advance(StepMs))
        {
            var still = camera.Poll();
            if (still != null)
            {
                return still;
            }
        }

        return null;
    }

    /// <summary>Takes a still and expects a <see cref="CameraException"/> on the way; returns its message.</summary>
    public static string Fails(ICamera camera, SimClock clock, int limitMs)
    {
        var buffer = new byte[512];
        try
        {
            var still = Take(camera, clock, limitMs);
            if (still == null)
            {
                return "nothing came and nothing was said";
            }

            string fault = "a whole still came";
            try
            {
                Drain(still, clock, buffer, limitMs);
            }
            catch (CameraException e)
            {
                fault = e.Message;
            }
            finally
            {
                still.Release();
            }

            return fault;
        }
        catch (CameraException e)
        {
            return e.Message;
        }
    }

    /// <summary>
    /// Reads the still to its end in the given chunk sizes, over and over, and releases it. Null if it is the frame with its
    /// padding, byte for byte; otherwise what differs.
    /// </summary>
    public static string Differs(IStill still, ModelFrame frame, SimClock clock, params int[] chunks)
    {
        var got = new byte[4096];
        var wanted = new byte[4096];
        int position = 0, chunk = 0, idle = 0;
        string fault = still.Length == frame.PaddedLength ? null : "length " + still.Length + ", not " + frame.PaddedLength;
        while (fault == null)
        {
            int want = chunks[chunk++ % chunks.Length];
            int read = still.Read(got, 3, want);
            if (read < 0)
            {
                break;
            }

            idle = read == 0 ? idle + 1 : 0;
            if (read > want || idle > 4000)
            {
                fault = idle > 0 ? "no byte for long at " + position : "more bytes than asked for";
            }

            frame.Fill(position, wanted, 3, read);
            fault = fault ?? FirstDifference(got, wanted, read, position);
            position += read;
            clock.Advance(read == 0 ? StepMs : 0);
        }

        still.Release();
        return fault ?? (position == still.Length ? null : "ended at " + position + " of " + still.Length);
    }

    /// <summary>Reads what there is; returns the bytes.</summary>
    public static int Drain(IStill still, SimClock clock, byte[] buffer, int limitMs)
    {
        int position = 0;
        for (long end = clock.UptimeMs + limitMs; clock.UptimeMs < end;)
        {
            int read = still.Read(buffer, 0, buffer.Length);
            if (read < 0)
            {
                break;
            }

            position += read;
            clock.Advance(read == 0 ? StepMs : 0);
        }

        return position;
    }

    private static string FirstDifference(byte[] got, byte[] wanted, int count, int position)
    {
        for (int i = 3; i < 3 + count; i++)
        {
            if (got[i] != wanted[i])
            {
                return "byte " + (position + i - 3) + " is " + got[i] + ", not " + wanted[i];
            }
        }

        return null;
    }
}
