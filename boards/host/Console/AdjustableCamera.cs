using System;
using System.Linq;

namespace Sealcam.Host;

/// <summary>A drawn scene whose size can be set, as a sensor's can.</summary>
public sealed class AdjustableCamera : ICamera, ICameraControl, IDisposable
{
    private readonly string _name;
    private readonly HostClock _clock;
    private readonly SensorHabits _habits;
    private SceneCamera _scene;
    private SceneSize _size;
    private SceneSize _next;

    public AdjustableCamera(string name, SceneSize size, HostClock clock, SensorHabits habits = null)
    {
        _name = name;
        _clock = clock;
        _habits = habits;
        _size = _next = size;
        _scene = new SceneCamera(name, size, clock, habits);
    }

    public int OptionCount => 1;

    /// <summary>A new size counts from the next exposure: the still in the making keeps its own.</summary>
    public void Trigger()
    {
        if (_next != _size)
        {
            _scene.Dispose();
            _size = _next;
            _scene = new SceneCamera(_name, _size, _clock, _habits);
        }

        _scene.Trigger();
    }

    public IStill Poll() => _scene.Poll();

    public string Probe() => "drawn scene, no sensor";

    public string OptionName(int option) => "size";

    public string OptionRange(int option) => string.Join('|', SceneSize.All.Select(s => s.Name));

    public string OptionValue(int option) => _next.Name;

    public bool Set(int option, string value)
    {
        _next = SceneSize.Parse(value) ?? _next;
        return SceneSize.Parse(value) != null;
    }

    public void Dispose() => _scene.Dispose();
}
