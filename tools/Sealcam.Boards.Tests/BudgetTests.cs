using System.Reflection;
using System.Runtime.InteropServices;

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
            .ToList();
        Assert.IsTrue(found.Count > 30, $"only {found.Count} arrays were found: the reader of instructions is broken");
        foreach (var (where, bytes) in found)
        {
            Assert.IsTrue(bytes <= Budget.ArrayMost, $"{where} allocates {bytes} bytes in one piece");
        }
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
        // The list of leaf digests is the only one that grows with a still: 32 bytes a leaf. The outbox's lists have a reference (12 bytes on
        // the device) for each block, the shelf's a long for each still, and a recovery lists its names.
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
