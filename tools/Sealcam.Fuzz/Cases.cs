namespace Sealcam.Fuzz;

/// <summary>Every named case over one base.</summary>
public static class Cases
{
    public static IEnumerable<Case> Of(CaseBase b) => CleanCases.Of(b)
        .Concat(CleanCases.Later(b))
        .Concat(WalkCases.Of(b))
        .Concat(SegmentCases.Of(b))
        .Concat(CoseCases.Of(b))
        .Concat(ClaimCases.Of(b))
        .Concat(QuestionCases.Of(b));
}
