namespace Sealcam.Tool.Emulator;

/// <summary>The result lines of nanoFramework's unit test launcher: "Test passed,Class.Method,ticks" and its like.</summary>
internal sealed record EmulatorOutput(int Passed, int Failed, int Skipped)
{
    public static EmulatorOutput Read(string text)
    {
        int passed = 0, failed = 0, skipped = 0;
        foreach (string line in text.Split('\n'))
        {
            string start = line.TrimStart();
            passed += start.StartsWith("Test passed,", StringComparison.Ordinal) ? 1 : 0;
            failed += start.StartsWith("Test failed,", StringComparison.Ordinal) ? 1 : 0;
            skipped += start.StartsWith("Test skipped,", StringComparison.Ordinal) ? 1 : 0;
        }

        return new EmulatorOutput(passed, failed, skipped);
    }
}
