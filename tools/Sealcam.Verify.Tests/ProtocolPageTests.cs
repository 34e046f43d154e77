using System.Text.RegularExpressions;

namespace Sealcam.Verify.Tests;

/// <summary>PROTOCOL.md and the constants of both verifiers say the same.</summary>
[TestClass]
public class ProtocolPageTests
{
    [TestMethod]
    public void TheSegmentTableIsWhatTheCodeWrites()
    {
        const int cose = 0x1A7;
        byte[] head = new byte[Protocol.CoseOffset];
        Segment.WriteHead(cose, head);
        int next = 0;
        foreach (string[] row in Rows("2.1").Where(row => row[1] != "C"))
        {
            int offset = int.Parse(row[0]), size = int.Parse(row[1]);
            Assert.AreEqual(next, offset, row[3]);
            next = offset + size;
            Match sum = Regex.Match(row[2], @"^C \+ (\d+)$");
            string wanted = sum.Success
                ? (cose + int.Parse(sum.Groups[1].Value)).ToString("X" + 2 * size)
                : row[2].Replace("`", "").Replace(" ", "");
            Assert.AreEqual(wanted, Convert.ToHexString(head, offset, size), row[3]);
        }

        Assert.AreEqual(Protocol.CoseOffset, next);
        Has("2.1", $"The segment is C + {Protocol.CoseOffset} bytes.");
    }

    [TestMethod]
    public void TheClaimKeysAreThoseOfTheTable()
    {
        int[] keys = [.. Rows("2.3").Select(row => int.Parse(row[0])).Take(5)];
        CollectionAssert.AreEqual(new[]
        {
            Protocol.ClaimIssuedAt, Protocol.ClaimNonce, Protocol.ClaimUptime, Protocol.ClaimBootCount, Protocol.ClaimStill,
        }, keys);
        Assert.HasCount(5 + Protocol.StillElements, Rows("2.3"));
    }

    [TestMethod]
    public void TheVerdictsAreThoseOfTheTable()
    {
        string[][] rows = Rows("4.1");
        Assert.AreEqual("XUNCFRS.", string.Concat(rows.Select(row => row[0].Trim('`'))));
        foreach (string[] row in rows)
        {
            Assert.AreEqual(row[1], Verdict.Name(row[0].Trim('`')[0]));
        }

        Has("4.1", $"more than {Protocol.FutureSeconds} s in the future");
    }

    [TestMethod]
    public void TheConstantsStandOnThePage()
    {
        Has("2.2", $"{{ {Protocol.HeaderAlg}: {Protocol.AlgEs256}, {Protocol.HeaderKid}: device ID "
            + $"(bstr, {Protocol.DeviceIdBytes}) }}");
        Has("2.2", $"signature : bstr ({Protocol.SignatureBytes})");
        Has("2.2", $"\"{Protocol.SignatureContext}\"");
        Has("2.2", $"the {Protocol.ExternalAad.Length} bytes of the ASCII text `{Protocol.ExternalAad}`");
        Has("2.3", $"bstr, {Protocol.NonceMin} to {Protocol.NonceMax} bytes");
        Has("2.3", $"0 to {Protocol.FrameAgeMax:N0}");
        Has("2.3", $"{Protocol.ClockNone} none, {Protocol.ClockStored} stored, {Protocol.ClockOperator} operator, "
            + $"{Protocol.ClockNetwork} network, {Protocol.ClockReceipt} receipt");
        Has("2.3", $"up to {Protocol.ExtraElementsMax} more");
        Has("2.3", $"at most {Protocol.ExtraBytesMax} bytes");
        Has("2.4", $"the {Protocol.DigestKey.Length} ASCII bytes `{Protocol.DigestKey}`");
        Has("2.4", $"filled up to {Protocol.LeafBytes:N0} bytes");
        Has("2.5", $"{Protocol.DeviceIdText} characters");
        Has("4.2", $"at most {Protocol.SegmentMax:N0} bytes");
        Has("5.5", $"at most {Protocol.HealthMax:N0} bytes");
        Has("5.5", $"the {Protocol.HealthAad.Length} bytes of the ASCII text `{Protocol.HealthAad}`");
        Has("5.5", $"and {Protocol.ClaimHealth}, an array");
        Has("5.5", $"{Protocol.SignalMin} to -1");
        Has("5.5", $"| {Protocol.HealthElements - 1} | sensor faults |");
    }

    [TestMethod]
    public void TheWorkedExampleIsTheMakersAndAuthentic()
    {
        Assert.AreEqual(WorkedExample.Text(), Tree.Block(Tree.Section("8"), ""));
        Finding finding = StillVerifier.Verify(TokenMaker.Seal(WorkedExample.Recipe));
        Assert.AreEqual(Verdict.Authentic, finding.Verdict);
    }

    [TestMethod]
    public void TheJavaScriptConstantsAreTheSame()
    {
        string script = File.ReadAllText(Path.Combine(Tree.Root, "tools", "Sealcam.Verify", "js", "protocol.js"));
        Dictionary<string, object> wanted =
            typeof(Protocol).GetFields().ToDictionary(field => Snake(field.Name), field => field.GetRawConstantValue()!);
        int found = 0;
        foreach (Match line in Regex.Matches(script, @"^export const (\w+) = (.+);$", RegexOptions.Multiline))
        {
            object? value = wanted.GetValueOrDefault(line.Groups[1].Value);
            string text = line.Groups[2].Value;
            Assert.IsNotNull(value, "No such constant in C#: " + line.Groups[1].Value);
            bool hex = text.StartsWith("0x", StringComparison.Ordinal);
            string shown = value is string s ? $"'{s}'" : hex ? $"0x{value:x}" : $"{value}";
            Assert.AreEqual(shown, text, line.Groups[1].Value);
            found++;
        }

        Assert.IsGreaterThan(30, found);
        string uuid = string.Concat(Regex.Matches(script[script.IndexOf("UUID = ", StringComparison.Ordinal)..], "0x(..),")
            .Take(16).Select(match => match.Groups[1].Value));
        Assert.AreEqual(Convert.ToHexStringLower(Protocol.Uuid), uuid);
        foreach (Match pair in Regex.Matches(script, @"^  '?([A-Z.])'?: '([a-z ]+)',$", RegexOptions.Multiline))
        {
            Assert.AreEqual(Verdict.Name(pair.Groups[1].Value[0]), pair.Groups[2].Value);
        }
    }

    /// <summary>The cells of all table rows of a section, without heads and rules.</summary>
    private static string[][] Rows(string section) => [.. Tree.Section(section).Split('\n')
        .Where(line => Regex.IsMatch(line, @"^\| (`?[XUNCFRS.]`?|-?\d+) \|"))
        .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))];

    private static void Has(string section, string text) =>
        Assert.Contains(text, Tree.Section(section), $"PROTOCOL.md {section} differs from the code.");

    private static string Snake(string name) => Regex.Replace(name, "(?<=[a-z0-9])(?=[A-Z])", "_").ToUpperInvariant();
}
