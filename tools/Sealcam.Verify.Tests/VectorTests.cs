namespace Sealcam.Verify.Tests;

[TestClass]
public class VectorTests
{
    private static readonly string[] _files =
        ["authentic.json", "walk.json", "segment.json", "cose.json", "claims.json", "questions.json"];

    [TestMethod]
    public void EveryGoldenVectorGetsItsLetter()
    {
        Case[] cases = All();
        string[] faults = [.. cases.Select(c =>
            Comparison.Fault(c, StillVerifier.Verify(c.File, c.Question()))).OfType<string>()];
        Assert.IsEmpty(faults, string.Join('\n', faults));
        Assert.IsGreaterThan(400, cases.Length);
        foreach (char letter in "XUNCFRS.")
        {
            Assert.IsTrue(cases.Any(c => c.Verdict == letter), "No vector has the letter " + letter);
        }
    }

    [TestMethod]
    public void TheJavaScriptVerifierSaysTheSameOfEveryGoldenVector()
    {
        Need.Tool("node");
        using NodeVerifier node = new();
        Case[] cases = All();
        string[] faults = [.. node.Verify(cases)
            .Select((answer, i) => Comparison.Fault(cases[i], StillVerifier.Verify(cases[i].File, cases[i].Question()), answer))
            .OfType<string>()];
        Assert.IsEmpty(faults, string.Join('\n', faults));
    }

    [TestMethod]
    public void TheCommittedVectorsAreThoseThatTheMakerMakes()
    {
        foreach ((string name, string content) in Fuzz.Vectors.All())
        {
            string committed = File.ReadAllText(Path.Combine(Tree.Vectors, name)).ReplaceLineEndings("\n");
            Assert.IsTrue(committed == content, $"{name} is not what 'Sealcam.Fuzz vectors' writes.");
        }
    }

    [TestMethod]
    public void EveryCaseHasItsOwnName()
    {
        string[] twice = [.. All().GroupBy(c => c.Name).Where(same => same.Count() > 1).Select(same => same.Key)];
        Assert.IsEmpty(twice, string.Join(", ", twice));
    }

    private static Case[] All() => [.. _files.SelectMany(name => Fuzz.Vectors.Read(Path.Combine(Tree.Vectors, name)))];
}
