using System;

namespace Sealcam.Host;

/// <summary>Frame sizes of the sensors that Sealcam drives.</summary>
public sealed record SceneSize(string Name, int Width, int Height)
{
    public static readonly SceneSize Qvga = new("QVGA", 320, 240);
    public static readonly SceneSize Vga = new("VGA", 640, 480);
    public static readonly SceneSize Svga = new("SVGA", 800, 600);
    public static readonly SceneSize Uxga = new("UXGA", 1600, 1200);

    public static SceneSize[] All => [Qvga, Vga, Svga, Uxga];

    /// <summary>By name in either case; null if there is none such.</summary>
    public static SceneSize Parse(string name)
    {
        return Array.Find(All, s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
