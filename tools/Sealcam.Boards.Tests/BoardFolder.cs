using System.Text.RegularExpressions;

namespace Sealcam.Boards.Tests;

/// <summary>One folder of boards/, as far as a test can read it.</summary>
internal sealed class BoardFolder
{
    private readonly string _path;

    private BoardFolder(string path)
    {
        _path = path;
        Name = Path.GetFileName(path);
        Code = File.ReadAllText(Path.Combine(path, "Board.cs"));
        Program = File.ReadAllLines(Path.Combine(path, "Program.cs"));
        Readme = File.ReadAllText(Path.Combine(path, "README.md"));
        Project = Directory.GetFiles(path, "*.csproj").Single();
    }

    public string Name { get; }

    public string Code { get; }

    public string[] Program { get; }

    public string Readme { get; }

    /// <summary>Path of the project file.</summary>
    public string Project { get; }

    /// <summary>The sensor hangs on the DVP bus, so the board needs the firmware with the native driver.</summary>
    public bool IsNative => File.ReadAllText(Project).Contains("Native/Interop/Interop.csproj");

    /// <summary>Hardware boards, by name. (boards/host runs on desktop .NET.)</summary>
    public static IReadOnlyList<BoardFolder> All { get; } =
    [
        .. Directory.GetDirectories(Path.Combine(Repository.Root, "boards"))
            .Where(folder => Path.GetFileName(folder) != "host")
            .Order(StringComparer.Ordinal)
            .Select(folder => new BoardFolder(folder)),
    ];

    public override string ToString() => Name;

    /// <summary>A constant of Board.cs: a number, or a product of numbers.</summary>
    public int Constant(string name)
    {
        var match = Regex.Match(Code, $@"\bconst int [^;]*\b{name} = ([0-9* ]+)[,;]");
        Assert.IsTrue(match.Success, $"{Name}/Board.cs has no constant {name}");
        return match.Groups[1].Value.Split('*').Select(factor => int.Parse(factor.Trim())).Aggregate((a, b) => a * b);
    }

    /// <summary>The pin that Board.cs gives a name, or null.</summary>
    public int? Pin(string name)
    {
        var match = Regex.Match(Code, $@"\b{name} = (-?[0-9]+)\b");
        return match.Success ? int.Parse(match.Groups[1].Value) : null;
    }

    /// <summary>The cells of this board's row in boards/README.md.</summary>
    public string[] Row() => Repository.Read("boards", "README.md").Split('\n')
        .Single(line => line.StartsWith($"| [{Name}]({Name}/README.md) |", StringComparison.Ordinal))
        .Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray();
}
