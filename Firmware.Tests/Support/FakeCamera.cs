using System;

namespace Sealcam.Tests;

/// <summary>A sensor that makes a new small JPEG at each trigger, and misbehaves by script (<see cref="Shot"/>).</summary>
public sealed class FakeCamera : ICamera
{
    private const int Padding = 90;

    private readonly FakeClock _clock;
    private readonly FakeStill _still = new FakeStill();
    private int[] _script = new int[0];
    private int _shot;
    private bool _triggered;
    private TestJpeg _jpeg;

    /// <summary>Makes stills of <paramref name="size"/> bytes (at least <see cref="TestJpeg.Least"/>).</summary>
    public FakeCamera(FakeClock clock, int size)
    {
        _clock = clock;
        Size = size;
        _jpeg = new TestJpeg(Room);
    }

    private int Room => Size + Padding + Limits.SegmentBytes;

    /// <summary>Bytes of the next still.</summary>
    public int Size;

    /// <summary>ms from the trigger to the end of the exposure.</summary>
    public int ExposureMs = 30;

    public int Triggers;
    public long TriggeredMs;

    public FakeStill Still => _still;

    /// <summary>The last still's bytes, without padding.</summary>
    public byte[] LastBytes => _jpeg.Bytes;

    public int LastLength { get; private set; }

    /// <summary>What the next triggers give; after them every one is good.</summary>
    public void Script(params int[] shots) => _script = shots;

    public void Trigger()
    {
        if (_still.IsLeased)
        {
            throw new CameraException("trigger while a still is leased");
        }

        _shot = Triggers < _script.Length ? _script[Triggers] : Shot.Good;
        Triggers++;
        TriggeredMs = _clock.UptimeMs;
        _triggered = true;
        if (_shot == Shot.ThrowsAtTrigger)
        {
            throw new CameraException("trigger: no acknowledge");
        }
    }

    public IStill Poll()
    {
        if (!_triggered || _shot == Shot.NeverReady || _clock.UptimeMs - TriggeredMs < ExposureMs)
        {
            return null;
        }

        _triggered = false;
        if (_shot == Shot.ThrowsAtPoll)
        {
            throw new CameraException("poll: bus error");
        }

        Develop();
        return _still;
    }

    private void Develop()
    {
        _jpeg = _jpeg.Bytes.Length < Room ? new TestJpeg(Room) : _jpeg;
        _jpeg.Whole(Size, Triggers);
        LastLength = Size;
        int count = Size, announced = Size;
        switch (_shot)
        {
            case Shot.Torn:
                count = Size - 60;
                break;
            case Shot.NoEnd:
                count = announced = Size - 2;
                break;
            case Shot.NotJpeg:
                _jpeg.Bytes[1] = 0xD9;
                break;
            case Shot.Sealed:
                count = announced = AddSegment();
                break;
            case Shot.Empty:
                announced = 0;
                break;
            case Shot.TooLarge:
                announced = Limits.StillBytes + 1;
                break;
            case Shot.Padded:
                _jpeg.Pad(Padding, 0xFF);
                count = announced = Size + Padding;
                break;
        }

        _still.Lease(_jpeg.Bytes, count, announced, TriggeredMs + ExposureMs);
        _still.Portion = _shot == Shot.Dribbled ? 700 : 0;
        _still.Pauses = _shot == Shot.Dribbled;
        _still.StallsAt = _shot == Shot.Stalls ? Size / 2 : -1;
        _still.ThrowsAt = _shot == Shot.ThrowsInRead ? Size / 2 : -1;
    }

    private int AddSegment()
    {
        const int cose = 100;
        int added = Segment.HeadBytes + cose;
        Array.Copy(_jpeg.Bytes, 2, _jpeg.Bytes, 2 + added, Size - 2);
        Segment.WriteHead(cose, _jpeg.Bytes, 2);
        return Size + added;
    }
}
