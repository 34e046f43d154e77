using Sealcam.Fuzz;
using Sealcam.Verify;
int n = 0, bad = 0;
using NodeVerifier node = new();
var all = Cases.Of(CaseBase.Golden).ToList();
var t = System.Diagnostics.Stopwatch.StartNew();
foreach ((Case c, var a) in all.Zip(node.Verify(all)))
{
    n++;
    Finding f = StillVerifier.Verify(c.File, c.Question());
    string? x = Comparison.Fault(c, f) ?? Comparison.Fault(c, f, a);
    if (x != null) { bad++; Console.WriteLine(x); }
    if (c.Verdict is 'X' or 'U' or 'N' && Oracle.Letter(c.File) != c.Verdict) Console.WriteLine($"oracle: {c.Name} {Oracle.Letter(c.File)}");
}
Console.WriteLine(n + " " + bad + " " + t.Elapsed);
