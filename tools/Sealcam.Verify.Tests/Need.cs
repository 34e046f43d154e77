namespace Sealcam.Verify.Tests;

/// <summary>
/// Tools that .NET does not bring. Where one is missing the tests that need it are skipped with a sentence, so that the project's
/// one test command works on any machine; continuous integration sets SEALCAM_NEED_TOOLS=1, and then it is a failure.
/// </summary>
internal static class Need
{
    public static void Tool(string name)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        bool found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => endings.Any(ending => File.Exists(Path.Combine(folder, name + ending))));
        if (found)
        {
            return;
        }

        string sentence = $"This test needs '{name}' on the path.";
        if (Environment.GetEnvironmentVariable("SEALCAM_NEED_TOOLS") == "1")
        {
            Assert.Fail(sentence);
        }

        Assert.Inconclusive(sentence);
    }
}
