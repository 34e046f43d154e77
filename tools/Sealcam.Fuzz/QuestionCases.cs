namespace Sealcam.Fuzz;

/// <summary>
/// Authentic stills and others, looked at with a device, a nonce, an age or a memory in mind: C, F, R and S, and which comes
/// first.
/// </summary>
public static class QuestionCases
{
    private const long Sealed = 1_767_225_600;

    public static IEnumerable<Case> Of(CaseBase b) => Single(b).Concat(Ages(b)).Concat(Ranks(b));

    private static IEnumerable<Case> Single(CaseBase b)
    {
        byte[] file = b.Sealed(), nonce = CleanCases.Fill(16, 0x5A), digest = TokenMaker.DigestOf(b.Still);
        byte[] answer = TokenMaker.Seal(b.Recipe with { Nonce = nonce });
        yield return new Case("the device asked for", file, '.') { Device = b.Key.Id };
        yield return new Case("another device than asked for", file, 'F') { Device = b.OtherKey.Id };
        yield return new Case("device asked for in part", file, 'F') { Device = b.Key.Id[..31] };
        yield return new Case("the nonce asked for", answer, '.') { Nonce = nonce };
        yield return new Case("another nonce", answer, 'S') { Nonce = CleanCases.Fill(16, 0x5B) };
        yield return new Case("a nonce that begins alike", answer, 'S') { Nonce = CleanCases.Fill(17, 0x5A) };
        yield return new Case("no nonce in the still", file, 'S') { Nonce = nonce };
        yield return new Case("a nonce that nobody asked for", answer, '.');
        yield return new Case("accepted before", file, 'R') { Accepted = digest };
        yield return new Case("another still accepted with this order", file, 'C')
        {
            Accepted = TokenMaker.DigestOf(b.OtherStill),
        };
    }

    private static IEnumerable<Case> Ages(CaseBase b)
    {
        byte[] file = b.Sealed(), timeless = TokenMaker.Seal(b.Recipe with { IssuedAt = null, Quality = 0 });
        foreach ((string name, char verdict, long age, long bound) in new (string, char, long, long)[]
        {
            ("just sealed", '.', 0, 0), ("as old as may be", '.', 30, 30), ("a second too old", 'S', 31, 30),
            ("years too old", 'S', 90_000_000, 86_400), ("a minute ahead", '.', -60, 30),
            ("more than a minute ahead", 'S', -61, 30),
        })
        {
            yield return new Case("age: " + name, file, verdict) { MaxAge = bound, Now = Sealed + age };
        }

        yield return new Case("age: no time in the still", timeless, 'S') { MaxAge = 30, Now = Sealed };
        yield return new Case("age: no bound given", file, '.') { Now = Sealed + 90_000_000 };
    }

    /// <summary>Several rules at once: the first in the table of PROTOCOL.md 4.1 is said.</summary>
    private static IEnumerable<Case> Ranks(CaseBase b)
    {
        byte[] file = b.Sealed(), digest = TokenMaker.DigestOf(b.Still), other = TokenMaker.DigestOf(b.OtherStill);
        Case all = new("", file, 'C') { Device = b.OtherKey.Id, MaxAge = 1, Now = Sealed + 9, Accepted = other };
        yield return all with { Name = "conflict, foreign and stale" };
        yield return all with { Name = "foreign, replayed and stale", Verdict = 'F', Accepted = digest };
        yield return all with { Name = "replayed and stale", Verdict = 'R', Accepted = digest, Device = b.Key.Id };
        yield return all with { Name = "not authentic, foreign and stale", Verdict = 'N', File = [.. file, 0] };
        yield return all with { Name = "unsigned and all else", Verdict = 'U', File = b.Still };
        yield return all with { Name = "unreadable and all else", Verdict = 'X', File = file[1..] };
    }
}
