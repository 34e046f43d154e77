using System.Diagnostics;

namespace Sealcam.Verify.Tests;

/// <summary>The script of PROTOCOL.md, taken out of the page and run as it stands there.</summary>
[TestClass]
public class RecipeTests
{
    private static readonly string _folder = Directory.CreateTempSubdirectory("sealcam-recipe").FullName;

    [ClassInitialize]
    public static void TakeTheScriptFromThePage(TestContext context)
    {
        Need.Tool("sh");
        Need.Tool("openssl");
        File.WriteAllText(Path.Combine(_folder, "check.sh"), Tree.Block(Tree.Section("7"), "sh"));
    }

    [ClassCleanup]
    public static void Remove() => Directory.Delete(_folder, true);

    [TestMethod]
    public void AuthenticStillsPass()
    {
        foreach (Case c in Fuzz.Vectors.Read(Path.Combine(Tree.Vectors, "authentic.json")).Where((_, i) => i % 3 == 0))
        {
            (int code, string said) = Run(c.File);
            Token token = StillVerifier.Verify(c.File).Token!;
            Assert.AreEqual(0, code, c.Name + ": " + said);
            Assert.AreEqual($"authentic: device {Convert.ToHexStringLower(token.DeviceId)}, boot {token.BootCount}, "
                + $"sequence {token.Sequence}\n", said, c.Name);
        }
    }

    [TestMethod]
    public void StillsOfSeveralLeavesPass()
    {
        Recipe recipe = CaseBase.Golden.Recipe with { Still = SmallJpeg.Make(110, 110, 4) };
        Assert.IsGreaterThan(3 * 4096, recipe.Still.Length);
        Assert.AreEqual(0, Run(TokenMaker.Seal(recipe)).Code);
    }

    [TestMethod]
    public void TamperedStillsFail()
    {
        byte[] file = CaseBase.Golden.Sealed();
        // One byte in every part: wrapper, header, kid, claims, digest, signature, tables, scan; and bytes put behind or cut.
        foreach (int at in (int[])[0, 3, 5, 30, 46, 54, 56, 70, 97, 100, 118, 130, 180, 240, 300, file.Length - 1])
        {
            byte[] changed = [.. file];
            changed[at] ^= 1;
            Assert.AreEqual(1, Run(changed).Code, "byte " + at);
        }

        Assert.AreEqual(1, Run([.. file, 0]).Code);
        Assert.AreEqual(1, Run(file[..^1]).Code);
        Assert.AreEqual(1, Run(file[..40]).Code);
        Assert.AreEqual(1, Run([]).Code);
        Assert.AreEqual(1, Run(CaseBase.Golden.Still).Code);
    }

    [TestMethod]
    public void WrongSignaturesAndKeysFail()
    {
        foreach (Case c in CoseCases.Of(CaseBase.Golden).Where(c => c.Name.StartsWith("signature", StringComparison.Ordinal)
            || c.Name.Contains("external_aad") || c.Name.Contains("odd Y")
            || c.Name is "X is p" or "X moved by 1" or "kid before alg"))
        {
            (int code, string said) = Run(c.File);
            Assert.AreEqual(1, code, c.Name);
            Assert.StartsWith("not authentic: ", said, c.Name);
        }
    }

    private static (int Code, string Said) Run(byte[] file)
    {
        File.WriteAllBytes(Path.Combine(_folder, "still.jpg"), file);
        ProcessStartInfo start = new("sh", ["check.sh", "still.jpg"])
        {
            WorkingDirectory = _folder, RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }
}
