using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Tool.Tests.Support;

namespace Sealcam.Tool.Tests;

/// <summary>Every <c>sealcam</c> command that a document names exists, with the options that are given there.</summary>
[TestClass]
public partial class PageTests
{
    private static readonly Dictionary<string, string> Helps = [];

    [TestMethod]
    public void EveryCommandInADocumentExistsWithItsOptions()
    {
        var wrong = new List<string>();
        int seen = 0;
        foreach ((string page, string[] lines) in Pages.All)
        {
            foreach (Match named in Named().Matches(Joined(lines)))
            {
                seen++;
                string help = Help(named.Groups[1].Value);
                wrong.AddRange(Option().Matches(named.Groups[2].Value).Select(option => option.Value)
                    .Where(option => !Regex.IsMatch(help, $@"(?m)^ .*{option}\b"))
                    .Select(option => $"{page}: sealcam {named.Groups[1].Value} {option}"));
            }
        }

        Assert.IsEmpty(wrong, string.Join('\n', wrong));
        Assert.IsGreaterThan(40, seen);
    }

    /// <summary>Of a command that does not exist this is the help of all, which has no options but its own.</summary>
    private static string Help(string command)
    {
        if (!Helps.TryGetValue(command, out string? help))
        {
            Command run = Command.Run([.. command.Split(' '), "--help"]);
            StringAssert.Contains(run.Output, $"sealcam {command}", $"there is no command {command}");
            Helps[command] = help = run.Output;
        }

        return help;
    }

    /// <summary>One text, in which a command that goes on behind a backslash stands on one line.</summary>
    private static string Joined(string[] lines) => string.Join('\n', lines).Replace("\\\n", " ");

    /// <summary>
    /// In a block a command begins its line, in a sentence it stands in backquotes. `sealcam still 1` and the like are texts
    /// under signatures.
    /// </summary>
    [GeneratedRegex(@"(?m)(?:^|`)(?:sealcam|dotnet run (?:-c Release )?--project tools/Sealcam --) "
        + @"(?!\w+ 1`)(fleet storm|[a-z][a-z-]*)\b([^`\n#]*)")]
    private static partial Regex Named();

    [GeneratedRegex(@"--[a-z][a-z-]*")]
    private static partial Regex Option();
}
