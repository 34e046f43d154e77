using System;
using System.Linq;

namespace Sealcam.Host;

/// <summary>A drawn scene whose size and JPEG quality can be set, as a sensor's can.</summary>
public sealed class AdjustableCamera : ICamera, ICameraControl, IDisposable
{
    private const int Quality = 1;
    private const int LeastQuality = 10, MostQuality = 100;

    private readonly string _name;
    private readonly HostClock _clock;
    private readonly SensorHabits _habits;
    private SceneCamera _scene;
    private SceneSize _size;
    private SceneSize _next;
    private int _quality = SceneCamera.UsualQuality;

    public AdjustableCamera(string name, SceneSize size, HostClock clock, SensorHabits habits = null)
    {
        _name = name;
        _clock = clock;
        _habits = habits;
        _size = _next = size;
        _scene = new SceneCamera(name, size, clock, habits);
    }

    public int OptionCount => 2;

    /// <summary>A new size counts from the next exposure: the still in the making keeps its own.</summary>
    public void Trigger()
    {
        if (_next != _size)
        {
            _scene.Dispose();
            _size = _next;
            _scene = new SceneCamera(_name, _size, _clock, _habits);
        }

        _scene.Quality = _quality;
        _scene.Trigger();
    }

    public IStill Poll() => _scene.Poll();

    public string Probe() => "drawn scene, no sensor";

    public string OptionName(int option) => option == Quality ? "quality" : "size";

    public string OptionRange(int option) =>
        option == Quality ? $"{LeastQuality}..{MostQuality}" : string.Join('|', SceneSize.All.Select(s => s.Name));

    public string OptionValue(int option) => option == Quality ? $"{_quality}" : _next.Name;

    public bool Set(int option, string value)
    {
        if (option == Quality)
        {
            bool good = Digits.TryParse(value, LeastQuality, MostQuality, out int quality);
            _quality = good ? quality : _quality;
            return good;
        }

        _next = SceneSize.Parse(value) ?? _next;
        return SceneSize.Parse(value) != null;
    }

    public void Dispose() => _scene.Dispose();
}
