using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Tool.Emulator;
using Sealcam.Tool.Tests.Support;

namespace Sealcam.Tool.Tests;

[TestClass]
public class EmulatorTestsTests
{
    [TestMethod]
    public void ResultLinesAreCountedAndOtherOutputIsNot()
    {
        EmulatorOutput output = EmulatorOutput.Read(
            "nanoCLR started\nTest passed,Sealcam.Tests.A.One,12\r\nTest failed,Sealcam.Tests.A.Two,expected 1\n  Test skipped,A.Three,\nTest passed, of course\n");

        Assert.AreEqual(new EmulatorOutput(2, 1, 1), output);
    }

    [TestMethod]
    public void ASilentEndIsAFailureThoughTheEmulatorExitedWith0()
    {
        Assert.AreEqual(ExitCode.Lost, EmulatorTests.Judge(new EmulatorOutput(5, 0, 0), expected: 7));
        Assert.AreEqual(ExitCode.Lost, EmulatorTests.Judge(new EmulatorOutput(0, 0, 0), expected: 0));
        Assert.AreEqual(ExitCode.Lost, EmulatorTests.Judge(new EmulatorOutput(6, 1, 0), expected: 7));
        Assert.AreEqual(ExitCode.Ok, EmulatorTests.Judge(new EmulatorOutput(7, 0, 0), expected: 7));
    }

    [TestMethod]
    public void WithoutTheEmulatorOneSentenceSaysHowToGetIt()
    {
        Command command = Command.Run("emulator-tests", "--emulator", "no-such-emulator");

        Assert.AreEqual(3, command.Exit);
        StringAssert.Contains(command.Error, "dotnet tool install");
        Assert.AreEqual(1, command.Error.Trim().Split('\n').Length);
    }
}
