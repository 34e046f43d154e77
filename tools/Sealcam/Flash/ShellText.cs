namespace Sealcam.Tool.Flashing;

/// <summary>Commands as they can be pasted into a POSIX shell.</summary>
internal static class ShellText
{
    private const string Plain = "-_./:=,+@%";

    public static string Of(IEnumerable<string> command) => string.Join(' ', command.Select(Quote));

    private static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c))
            ? word
            : "'" + word.Replace("'", "'\\''") + "'";
}
