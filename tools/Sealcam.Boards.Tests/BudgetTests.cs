using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Sealcam.Boards.Tests;

[TestClass]
public class BudgetTests
{
    [TestMethod]
    public void EachReadmeHasTheTableThatTheConstantsMake()
    {
        foreach (var board in BoardFolder.All)
        {
            string table = new Budget(board).Table();
            Assert.IsTrue(board.Readme.ReplaceLineEndings("\n").Contains(table), $"{board}/README.md must hold\n{table}");
        }
    }

    [TestMethod]
    public void EverythingFitsWithRoomToSpare()
    {
        foreach (var board in BoardFolder.All)
        {
            var budget = new Budget(board);
            Assert.IsTrue(budget.ReserveLeft >= 0, $"{board}: the reserve is {-budget.ReserveLeft} bytes too small");
            Assert.IsTrue(budget.ManagedLeft >= Budget.ManagedRest, $"{board}: the outbox leaves {budget.ManagedLeft} bytes");
            Assert.IsTrue(budget.Outbox >= 2 * budget.LargestStill || budget.LargestStill == Limits.StillBytes,
                $"{board}: an outbox of less than two stills drops one while the other is on its way");
            Assert.AreEqual(0, budget.Outbox % Limits.LeafBytes, $"{board}: the outbox is made of whole blocks");
        }
    }

    [TestMethod]
    public void NoManagedArrayOfAFixedSizeIsLargerThan64Kilobytes()
    {
        var found = FixedArrays.Of(typeof(Agent).Assembly)
            .Concat(FixedArrays.Of(typeof(ManagedCipher).Assembly))
            .Concat(FixedArrays.Of(typeof(SerialConsole).Assembly))
            .Concat(FixedArrays.Of(typeof(Sensors.ArducamMega).Assembly))
            .Concat(FixedArrays.Of(typeof(Dvp.DvpCamera).Assembly))
            .Concat(FixedArrays.Of(typeof(PlainStore).Assembly))
            .ToList();
        Assert.IsTrue(found.Count > 30, $"only {found.Count} arrays were found: the reader of instructions is broken");
        foreach (var (where, bytes) in found)
        {
            Assert.IsTrue(bytes <= Budget.ArrayMost, $"{where} allocates {bytes} bytes in one piece");
        }
    }

    [TestMethod]
    public void CodeThatIsForTheDeviceAloneMakesNoArrayOfItsOwnAbove64Kilobytes()
    {
        // It does not compile here, so its text is read: a size is a number, a constant of the same file, or one of these: part
        // of a leaf that is hashed or enciphered, a file of at most FileMax, a block of the cipher, an order record.
        string[] bounded = ["count", "length", "file.Length + 1", "BlockBytes", "OrderRecord.Bytes"];
        string[] folders = [Path.Combine("Firmware", "Esp32"), "boards"];
        var sizes = folders.Select(folder => Path.Combine(Repository.Root, folder))
            .SelectMany(folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => !Regex.IsMatch(file, @"[\\/](obj|bin|host|Native)[\\/]"))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"new \w+\[([^\]]+)\]")
                .Select(match => (File: file, Size: match.Groups[1].Value)))
            .ToList();
        Assert.IsGreaterThanOrEqualTo(8, sizes.Count);
        foreach (var (file, size) in sizes.Where(one => !bounded.Contains(one.Size)))
        {
            var constant = Regex.Match(File.ReadAllText(file), $@"\b{Regex.Escape(size)} = ([0-9]+)\b");
            string number = constant.Success ? constant.Groups[1].Value : size;
            Assert.IsTrue(int.TryParse(number, out int elements), $"{file}: how large is {size}?");
            Assert.IsLessThanOrEqualTo(Budget.ArrayMost / 12, elements, $"{file}: {size}");
        }

        string files = Repository.Read("Firmware", "Esp32", "DeviceCredentials.cs");
        Assert.IsLessThanOrEqualTo(Budget.ArrayMost, int.Parse(Regex.Match(files, @"FileMax = (\d+)").Groups[1].Value));
    }

    [TestMethod]
    public void TheReaderOfInstructionsSeesALargeArray()
    {
        var found = FixedArrays.Of(typeof(BudgetTests).Assembly).Where(array => array.Where.EndsWith("." + nameof(Large)));
        Assert.AreEqual(400_000, found.Single().Bytes);
    }

    [TestMethod]
    public void ArraysWhoseSizeIsComputedAreBoundByLimits()
    {
        // The list of leaf digests is the only one that grows with a still: 32 bytes a leaf. The outbox's lists have a reference
        // (12 bytes on the device) for each block, the shelf's a long for each still, and a recovery lists its names.
        const int Reference = 12;
        int blocks = BoardFolder.All.Max(board => board.Constant("OutboxBytes")) / Limits.LeafBytes;
        int[] sizes =
        [
            Limits.StillBytes / Limits.LeafBytes * 32, Limits.LeafBytes, Limits.SegmentBytes, Limits.WriteBytes, blocks * Reference,
            Settings.StorageStillsMost * sizeof(long), Settings.StorageStillsMost * Reference,
        ];
        Assert.IsLessThanOrEqualTo(Budget.ArrayMost, sizes.Max());
    }

    [TestMethod]
    public void TheIndexTakesWhatItSaysForEachStill()
    {
        int counted = typeof(ShelfIndex).GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Where(field => field.FieldType.IsArray)
            .Sum(field => Marshal.SizeOf(field.FieldType.GetElementType()!));
        Assert.AreEqual(ShelfIndex.EntryBytes, counted);
    }

    [TestMethod]
    public void TheBoardsCodeHasThePartitionOfItsTarget()
    {
        foreach (var board in BoardFolder.All)
        {
            Assert.AreEqual(new Budget(board).PartitionOfTarget, board.Constant("PartitionBytes"), board.Name);
        }
    }

    [TestMethod]
    public void ThePortsBufferIsTheOneThatIsReckonedWith()
    {
        string port = Repository.Read("Firmware", "Esp32", "SerialConsolePort.cs");
        Assert.IsTrue(port.Contains($"ReceiveBytes = {Budget.SerialReceive};"));
    }

    private static int[] Large() => new int[100_000];
}
