using System;

namespace Sealcam;

/// <summary>Asks the sensor who it is and how it is set.</summary>
public sealed class CameraProbeCommand : ConsoleCommand
{
    public CameraProbeCommand() : base("camera probe", "", "ask the sensor who it is and how it is set", 0, 0)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        var camera = s.Console.Camera;
        if (camera == null)
        {
            return s.FailAbsent("adjustable camera");
        }

        if (slice == 0)
        {
            return Probe(s, camera);
        }

        // An option a slice: the sizes of a large sensor fill a good part of the room that a slice may rely on.
        int option = slice - 1;
        if (option < camera.OptionCount)
        {
            s.Reply.Row();
            s.Reply.Cell("name", camera.OptionName(option), 13);
            s.Reply.Cell("value", camera.OptionValue(option), 9);
            s.Reply.Cell("range", camera.OptionRange(option));
            s.Reply.EndRow();
            return More;
        }

        s.Reply.EndList();
        return Done;
    }

    /// <summary>Between two stills: a driver cannot be asked in the middle of one.</summary>
    private static int Probe(ConsoleSession s, ICameraControl camera)
    {
        if (s.Agent.BorrowCamera() == null)
        {
            return s.WaitAtMost(Limits.CaptureTimeoutMs, "the still in the making");
        }

        try
        {
            s.Reply.Field("sensor", camera.Probe());
        }
        catch (Exception e)
        {
            return s.Fail(ConsoleError.Failed, e.Message);
        }
        finally
        {
            s.Agent.ReturnCamera();
        }

        s.Reply.List("options");
        return More;
    }
}

/// <summary>
/// Sets one of the sensor's options, until the next start; the settings camera-size and camera-quality keep them.
/// </summary>
public sealed class CameraSetCommand : ConsoleCommand
{
    public CameraSetCommand() : base("camera set", "OPTION VALUE",
        "set an option of the sensor, as 'camera probe' lists them", 2, 2)
    {
    }

    public override string Choice(ConsoleSession s, int argument, int index)
    {
        var camera = s.Console.Camera;
        if (camera == null || argument > 1)
        {
            return null;
        }

        if (argument == 0)
        {
            return index < camera.OptionCount ? camera.OptionName(index) : null;
        }

        int option = Find(camera, s.Argument(0));
        return option < 0 ? null : Of(camera.OptionRange(option).Split('|'), index);
    }

    public override int Step(ConsoleSession s, int slice)
    {
        var camera = s.Console.Camera;
        if (camera == null)
        {
            return s.FailAbsent("adjustable camera");
        }

        int option = Find(camera, s.Argument(0));
        if (option < 0)
        {
            return s.Fail(ConsoleError.Invalid, "the sensor has no such option: 'camera probe' lists them");
        }

        try
        {
            if (!camera.Set(option, s.Argument(1)))
            {
                return s.Fail(ConsoleError.Invalid, camera.OptionName(option) + " is " + camera.OptionRange(option));
            }
        }
        catch (Exception e)
        {
            return s.Fail(ConsoleError.Failed, e.Message);
        }

        s.Reply.Field(camera.OptionName(option), camera.OptionValue(option));
        return Done;
    }

    private static int Find(ICameraControl camera, string name)
    {
        for (int i = 0; name != null && i < camera.OptionCount; i++)
        {
            if (camera.OptionName(i) == name)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>A still now, sealed, kept and shipped like any other.</summary>
public sealed class CameraSnapCommand : ConsoleCommand
{
    public CameraSnapCommand() : base("camera snap", "", "take a still now, sealed and shipped like any other", 0, 0)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        var c = s.Agent.Counters;
        if (slice == 0)
        {
            if (s.Agent.DeviceId == null)
            {
                return s.Fail(ConsoleError.Absent, "without an identity nothing is captured");
            }

            s.Count = c.Sealed + c.CameraFaults + c.RefusedByAgent + c.Dropped;
            s.Agent.Ask();
            return More;
        }

        if (c.Sealed + c.CameraFaults + c.RefusedByAgent + c.Dropped == s.Count)
        {
            return s.WaitAtMost(Limits.CaptureTimeoutMs + 5000, "the still");
        }

        s.Reply.Field("boot", s.Agent.BootCount);
        s.Reply.Field("sequence", s.Agent.LastSequence);
        return s.Agent.LastSegment == null ? s.Fail(ConsoleError.Failed,
            "the sensor gave no good still: 'log tail' says why") : Done;
    }
}
