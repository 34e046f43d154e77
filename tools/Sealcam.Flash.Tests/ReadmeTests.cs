using System.Runtime.CompilerServices;
using Sealcam.Tool.Flashing;

namespace Sealcam.Tool.Tests;

/// <summary>The commands in the boards' READMEs are those of the plan.</summary>
[TestClass]
public class ReadmeTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    [TestMethod]
    public void EveryReadmeGivesThePlansCommandsInItsOrder()
    {
        foreach (FlashBoard board in FlashBoard.All)
        {
            string[] planned = [.. FlashPlan.Make(Plain(board)).Select(step => step.Command.Count == 0
                ? "# " + step.Title : ShellText.Of(step.Command)).Where(line => line != "nanoff --version")];
            CollectionAssert.AreEqual(planned, Commands(board), $"{board.Name}:\n{string.Join('\n', planned)}");
        }
    }

    [TestMethod]
    public void EveryReadmeBeginsWithTheOneCommand()
    {
        foreach (FlashBoard board in FlashBoard.All)
        {
            Assert.IsTrue(Section(board).Contains($"sealcam flash {board.Name} --port PORT"), board.Name);
        }
    }

    [TestMethod]
    public void TheBoardsPageNamesThePins()
    {
        string page = File.ReadAllText(Path.Combine(Root, "boards", "README.md"));
        Assert.IsTrue(page.Contains($"**{FlashPins.Firmware}**"));
        Assert.IsTrue(page.Contains($"nanoff {FlashPins.NanoffLeast}"));
        foreach (NativeAssembly native in FlashPins.Natives)
        {
            Assert.IsTrue(page.Contains($"| {native.Name} | {native.Version} | {native.Checksum} |"), native.Name);
        }
    }

    [TestMethod]
    public void TheDvpDriverHasTheChecksumOfItsSource()
    {
        string native = Path.Combine(Root, "Firmware", "Esp32", "Native", "Cpp");
        string code = string.Concat(Directory.GetFiles(native, "*.cpp").Select(File.ReadAllText));
        Assert.IsTrue(code.Contains(FlashPins.Dvp.Checksum));
        Assert.IsTrue(code.Contains($"{{ {FlashPins.Dvp.Version.Replace(".", ", ")} }}"));
    }

    private static FlashRequest Plain(FlashBoard board) => new()
    {
        Board = board, Port = "PORT", Firmware = FlashPins.Firmware,
        ClrFile = board.NeedsDvp ? "NF/build/nanoCLR.bin" : null,
        Project = Application.In("", board).Project, Image = Application.In("", board).Image,
        Files = [new DeployedFile("x", "x")], Wifi = WifiNetwork.Check("x", null, false),
    };

    /// <summary>The commands of the section's second block, each on one line.</summary>
    private static string[] Commands(FlashBoard board)
    {
        string block = Section(board).Split("```sh\n")[2].Split("```")[0];
        return block.Replace("\\\n  ", "").TrimEnd('\n').Split('\n');
    }

    private static string Section(FlashBoard board)
    {
        string text = File.ReadAllText(Path.Combine(Root, "boards", board.Name, "README.md"));
        int start = text.IndexOf("## Firmware and application\n", StringComparison.Ordinal);
        return text[start..text.IndexOf("\n## ", start + 5, StringComparison.Ordinal)];
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
