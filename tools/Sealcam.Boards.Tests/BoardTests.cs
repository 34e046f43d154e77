namespace Sealcam.Boards.Tests;

[TestClass]
public class BoardTests
{
    // Columns of boards/README.md.
    private const int Chip = 1, Sensor = 3, MaxSize = 4, Firmware = 5, Target = 6, Address = 7;

    [TestMethod]
    public void EveryFolderHasARowAndEveryRowAFolder()
    {
        var rows = Repository.Read("boards", "README.md").Split('\n').Where(line => line.StartsWith("| [")).ToList();
        Assert.AreEqual(BoardFolder.All.Count, rows.Count);
        foreach (var board in BoardFolder.All)
        {
            Assert.AreEqual(8, board.Row().Length, $"cells of {board}");
        }
    }

    [TestMethod]
    public void EveryProjectIsInTheSolution()
    {
        string solution = Repository.Read("nf.sln").Replace('\\', '/');
        foreach (var board in BoardFolder.All)
        {
            string project = $"boards/{board.Name}/{Path.GetFileName(board.Project)}";
            Assert.IsTrue(solution.Contains(project), $"nf.sln lacks {project}");
        }
    }

    [TestMethod]
    public void EveryProjectDoesNothingOnTheHostAndIsAProgramOnTheDevice()
    {
        foreach (var board in BoardFolder.All)
        {
            string project = File.ReadAllText(board.Project);
            Assert.IsTrue(project.Contains("<NanoOnly>true</NanoOnly>"), board.Name);
            Assert.IsTrue(project.Contains("<OutputType>Exe</OutputType>"), board.Name);
        }
    }

    [TestMethod]
    public void TheNameInTheCodeIsTheFoldersAndTheProgramIsShort()
    {
        foreach (var board in BoardFolder.All)
        {
            Assert.IsTrue(board.Code.Contains($"Name = \"{board.Name}\";"), $"{board}/Board.cs names another board");
            Assert.IsTrue(board.Program.Length <= 20, $"{board}/Program.cs has {board.Program.Length} lines");
            Assert.IsTrue(board.Code.Split('\n').Length <= 100, $"{board}/Board.cs is longer than a board may be");
        }
    }

    [TestMethod]
    public void TheTableAndTheReadmeGiveTheSameTargetAndAddress()
    {
        foreach (var board in BoardFolder.All)
        {
            var row = board.Row();
            string address = row[Chip].Contains("ESP32-S3") ? "0x1B0000" : "0x1E0000";
            Assert.AreEqual(address, row[Address], $"{board}: the deploy partition of {row[Chip]}");
            Assert.IsTrue(board.Readme.Contains($"--address {address}"), $"{board}/README.md deploys to another address");
            Assert.IsTrue(board.Readme.Contains($"--target {row[Target]} "), $"{board}/README.md flashes another target");
            Assert.AreEqual(board.IsNative ? "with the DVP driver" : "stock", row[Firmware], board.Name);
        }
    }

    [TestMethod]
    public void WhatFlashingKnowsIsTheTableAndTheProject()
    {
        foreach (var board in BoardFolder.All)
        {
            string data = File.ReadAllText(Path.Combine(Path.GetDirectoryName(board.Project)!, "board.json"));
            using var json = System.Text.Json.JsonDocument.Parse(data);
            string Value(string key) => json.RootElement.GetProperty(key).ToString();
            var row = board.Row();
            Assert.AreEqual(board.Name, Value("name"));
            Assert.AreEqual(row[Target], Value("target"), board.Name);
            Assert.AreEqual(row[Address], Value("deployAddress"), board.Name);
            Assert.AreEqual(board.IsNative ? "dvp" : "stock", Value("firmware"), board.Name);
            Assert.AreEqual(Path.GetFileName(board.Project), Value("project"));
            Assert.IsTrue(File.ReadAllText(board.Project).Contains($"<AssemblyName>{Value("application")}</AssemblyName>"), board.Name);
            Assert.IsTrue(board.Readme.Replace(",", "").Contains($"{Value("consoleBaud")} baud"), $"{board}: baud rate in the README");
        }
    }

    [TestMethod]
    public void TheTableGivesTheSensorAndTheSizeOfTheCode()
    {
        foreach (var board in BoardFolder.All)
        {
            string size = $"{board.Constant("Width")}x{board.Constant("Height")}";
            Assert.AreEqual(size, board.Row()[MaxSize], $"{board}: size in the table");
            Assert.AreEqual(board.IsNative, board.Row()[Sensor].Contains("DVP"), $"{board}: bus in the table");
        }
    }

    [TestMethod]
    public void TheReadmeSaysWhatATechnicianNeeds()
    {
        string[] sections = ["## Wiring", "## Power", "## Memory", "## Firmware and application", "## Files", "## Known issues"];
        foreach (var board in BoardFolder.All)
        {
            foreach (string section in sections)
            {
                Assert.IsTrue(board.Readme.Contains(section + "\n"), $"{board}/README.md lacks {section}");
            }

            Assert.IsTrue(board.Readme.Contains("**Not tried on hardware.**"), $"{board}: what was tried");
            Assert.IsTrue(board.Readme.ReplaceLineEndings(" ").Contains("browser flasher"), $"{board}: what the USB port is not");
            Assert.IsTrue(board.Readme.Contains($"| {board.Pin("ConsoleTx")} | RX |"), $"{board}: console output");
            Assert.IsTrue(board.Readme.Contains($"| {board.Pin("ConsoleRx")} | TX |"), $"{board}: console input");
        }
    }
}
