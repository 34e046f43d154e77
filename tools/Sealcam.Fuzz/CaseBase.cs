namespace Sealcam.Fuzz;

/// <summary>Two devices and two stills from which a set of cases is made.</summary>
public sealed record CaseBase(TestKey Key, TestKey OtherKey, byte[] Still, byte[] OtherStill)
{
    /// <summary>The base of the golden vectors.</summary>
    public static CaseBase Golden { get; } = Numbered(0);

    /// <summary>
    /// Stills of a real camera to seal and tamper with instead of our own small ones; null for those. Base 0 never takes them.
    /// </summary>
    public static IReadOnlyList<byte[]>? RealStills { get; set; }

    /// <summary>Base 0 is that of the golden vectors; others have other keys and stills.</summary>
    public static CaseBase Numbered(int number) => new(
        new TestKey("sealcam test device " + (2 * number + 1)),
        new TestKey("sealcam test device " + (2 * number + 2)),
        StillOf(number, 2 * number + 1),
        StillOf(number, 2 * number + 2));

    private static byte[] StillOf(int number, int which) => RealStills is { } real && number > 0
        ? real[which % real.Count]
        : SmallJpeg.Make(2 + number % 7, 2 + number % 5, which);

    public Recipe Recipe => new() { Key = Key, Still = Still };

    /// <summary>An authentic sealed still.</summary>
    public byte[] Sealed() => TokenMaker.Seal(Recipe);

    public Case Make(string name, char verdict, Recipe recipe) => new(name, TokenMaker.Seal(recipe), verdict);
}
