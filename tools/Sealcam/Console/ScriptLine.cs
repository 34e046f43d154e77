namespace Sealcam.Tool.Terminals;

/// <summary>
/// A line of a script: commands, and the answers to what they ask, which stand on the lines below, each behind "> ".
/// </summary>
internal sealed record ScriptLine(int Number, string Text, IReadOnlyList<string> Answers)
{
    private const string AnswerMark = "> ";

    /// <summary>Reads a script. Empty lines and lines that start with # count for nothing.</summary>
    /// <exception cref="UsageException">An answer stands where nothing was asked, or a command behind a restart.</exception>
    public static IReadOnlyList<ScriptLine> Parse(IEnumerable<string> lines)
    {
        var all = new List<ScriptLine>();
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (line.StartsWith(AnswerMark, StringComparison.Ordinal) || line == ">")
            {
                if (all.Count == 0)
                {
                    throw new UsageException($"line {number} of the script is an answer, and no command stands above it.");
                }

                ((List<string>)all[^1].Answers).Add(line.Length > AnswerMark.Length ? line[AnswerMark.Length..] : "");
            }
            else if (line.Trim().Length > 0 && line.TrimStart()[0] != '#')
            {
                var one = new ScriptLine(number, line.Trim(), new List<string>());
                if (one.Parts.SkipLast(1).Any(IsRestart))
                {
                    throw new UsageException($"line {number} of the script: what stands behind a restart is not carried out.");
                }

                all.Add(one);
            }
        }

        return all;
    }

    /// <summary>The board starts anew behind it.</summary>
    public bool Restarts => Parts.Any(IsRestart);

    /// <summary>How many results the board will give if none of them is an error: the commands between semicolons.</summary>
    public int Commands => Parts.Count;

    private static bool IsRestart(string one)
    {
        string[] words = one.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words[0] is "reboot" or "factory-reset" && !words.Contains("-h") && !words.Contains("--help");
    }

    private IReadOnlyList<string> Parts
    {
        get
        {
            var parts = new List<string>();
            char quote = '\0';
            int start = 0;
            for (int i = 0; i < Text.Length; i++)
            {
                char c = Text[i];
                if (c == ';' && quote == '\0')
                {
                    parts.Add(Text[start..i].Trim(' '));
                    start = i + 1;
                    continue;
                }

                i += c == '\\' && quote != '\'' ? 1 : 0;
                quote = quote == c ? '\0' : quote == '\0' && c is '"' or '\'' && quote == '\0' ? c : quote;
            }

            parts.Add(Text[start..].Trim(' '));
            return [.. parts.Where(part => part.Length > 0)];
        }
    }
}
