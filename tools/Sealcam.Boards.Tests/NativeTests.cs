using System.Text;
using System.Text.RegularExpressions;

namespace Sealcam.Boards.Tests;

/// <summary>
/// Holds the C# and the C++ of the DVP driver together: what differs shows on a board only as a runtime that does not start.
/// </summary>
[TestClass]
public class NativeTests
{
    private static readonly string Managed = Repository.Read("Firmware", "Esp32", "Native", "Interop", "NativeDvp.cs");

    private static readonly string Table = Repository.Read("Firmware", "Esp32", "Native", "Cpp", "Sealcam_Esp32_Dvp.cpp");

    [TestMethod]
    public void TheTableHasTheMethodsInTheirOrderAndTheConstructorLast()
    {
        const string Class = "Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::";
        var expected = Methods().Select(method => Class + method).Append("NULL");
        var actual = Regex.Match(Table, @"method_lookup\[\] =\s*\{(.*?)\};", RegexOptions.Singleline).Groups[1].Value
            .Split(',').Select(entry => entry.Trim()).Where(entry => entry.Length > 0);
        CollectionAssert.AreEqual(expected.ToList(), actual.ToList());
    }

    [TestMethod]
    public void TheChecksumIsThatOfTheMethods()
    {
        // As the metadata processor reckons: assembly, class and method of each native method in turn, "NULL" for each other
        // one. Of the first only the method counts, because its count of native methods, 0 until then, clears what went before.
        var methods = Methods();
        uint crc = Crc(0, methods[0]);
        foreach (string method in methods.Skip(1))
        {
            crc = Crc(Crc(Crc(crc, "Sealcam.Esp32.Dvp"), "Sealcam_Esp32_Dvp_NativeDvp"), method);
        }

        crc = Crc(crc, "NULL");
        string expected = $"0x{crc:X8}";
        Assert.IsTrue(Table.Contains(expected + ","), $"Sealcam_Esp32_Dvp.cpp must have {expected}");
        string readme = Repository.Read("Firmware", "Esp32", "Native", "README.md");
        Assert.IsTrue(readme.Contains("," + expected), $"README.md: {expected}");
    }

    [TestMethod]
    public void TheVersionIsTheSameOnBothSides()
    {
        string info = Repository.Read("Firmware", "Esp32", "Native", "Interop", "AssemblyInfo.cs");
        string version = Regex.Match(info, @"AssemblyNativeVersion\(""([0-9.]+)""\)").Groups[1].Value;
        Assert.IsTrue(Table.Contains("{ " + version.Replace(".", ", ") + " }"), version);
    }

    [TestMethod]
    public void FaultsAndPlacesHaveTheSameNumbersOnBothSides()
    {
        string header = Repository.Read("Firmware", "Esp32", "Native", "Cpp", "dvp_core.h");
        AssertSame("Fault", Repository.Read("Firmware", "Esp32", "Native", "Camera", "DvpFault.cs"), header, 11);
        AssertSame("Config", Repository.Read("Firmware", "Esp32", "Native", "Camera", "DvpConfig.cs"), header, 19);
    }

    [TestMethod]
    public void EveryBoardThatNeedsTheDriverCanBeBuiltForIt()
    {
        string prepare = Repository.Read("Firmware", "Esp32", "Native", "Build", "prepare");
        foreach (var board in BoardFolder.All.Where(board => board.IsNative))
        {
            Assert.IsTrue(prepare.Contains(board.Name), $"prepare does not know {board}");
            string line = prepare.Split('\n').Single(line => Regex.IsMatch(line, $@"\b{board.Name}\b"));
            Assert.IsTrue(line.Contains("preset=" + board.Row()[6] + " "), $"prepare builds {board} for another target");
        }
    }

    [TestMethod]
    public void APageOfAnEsp32SaysWhatAnOldChipNeeds()
    {
        // The Timer Camera has revision 3 (ESP32-D0WDQ6-V3).
        foreach (var board in BoardFolder.All
            .Where(board => board.Row()[6] == "ESP32_PSRAM_REV3" && board.Name != "m5stack-timer-camera"))
        {
            Assert.IsTrue(board.Readme.Contains("`--old-chip`") && board.Readme.Contains("ESP32_PSRAM_REV0"), board.Name);
            Assert.AreEqual(board.IsNative, board.Readme.Contains($"`prepare NF IDF {board.Name} old`"), board.Name);
        }
    }

    private static void AssertSame(string prefix, string managed, string native, int least)
    {
        var constants = Regex.Matches(managed, @"\b([A-Z]\w*) = (-?\d+)[,;]");
        Assert.IsGreaterThanOrEqualTo(least, constants.Count);
        foreach (Match constant in constants)
        {
            string name = constant.Groups[1].Value;
            string pattern = name == "LayoutOne" ? @"\bLayoutOne = " : $@"\b{prefix}{name} = ";
            Assert.IsTrue(Regex.IsMatch(native, pattern + constant.Groups[2].Value + "[,;]"), $"{prefix}{name} in C++");
        }
    }

    private static List<string> Methods() =>
        [.. Regex.Matches(Managed, @"public extern int (\w+)\(([^)]*)\);")
            .Select(match => match.Groups[1].Value + "___I4" + Codes(match.Groups[2].Value))];

    private static string Codes(string parameters) => string.Concat(
        parameters.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(parameter => "__" + Code(parameter.Trim())));

    private static string Code(string parameter) => parameter.Split(' ')[0] switch
    {
        "int" => "I4",
        "int[]" => "SZARRAY_I4",
        "byte[]" => "SZARRAY_U1",
        var other => throw new InvalidOperationException(other + " has no code here yet"),
    };

    // CRC-32 with polynomial 04C11DB7, most significant bit first, from 0, without a final inversion.
    private static uint Crc(uint crc, string text)
    {
        foreach (byte value in Encoding.ASCII.GetBytes(text))
        {
            crc ^= (uint)value << 24;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x80000000) != 0 ? crc << 1 ^ 0x04C11DB7 : crc << 1;
            }
        }

        return crc;
    }
}
