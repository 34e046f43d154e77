namespace Sealcam.Fuzz;

/// <summary>Two devices and two stills from which a set of cases is made.</summary>
public sealed record CaseBase(TestKey Key, TestKey OtherKey, byte[] Still, byte[] OtherStill)
{
    /// <summary>The base of the golden vectors.</summary>
    public static CaseBase Golden { get; } = Numbered(0);

    /// <summary>Base 0 is that of the golden vectors; others have other keys and stills.</summary>
    public static CaseBase Numbered(int number) => new(
        new TestKey("sealcam test device " + (2 * number + 1)),
        new TestKey("sealcam test device " + (2 * number + 2)),
        SmallJpeg.Make(2 + number % 7, 2 + number % 5, 2 * number + 1),
        SmallJpeg.Make(2 + number % 7, 2 + number % 5, 2 * number + 2));

    public Recipe Recipe => new() { Key = Key, Still = Still };

    /// <summary>An authentic sealed still.</summary>
    public byte[] Sealed() => TokenMaker.Seal(Recipe);

    public Case Make(string name, char verdict, Recipe recipe) => new(name, TokenMaker.Seal(recipe), verdict);
}
