using System;
using System.IO.Ports;
using System.Linq;
using System.Text;

namespace Sealcam.Esp32.Tests;

/// <summary>The console's port and a sensor's line, over a model of the serial ports.</summary>
[TestClass]
[DoNotParallelize]
public class SerialTests
{
    private readonly Terminal _end = new();
    private readonly byte[] _buffer = new byte[2000];

    [TestInitialize]
    public void PowerOn()
    {
        nanoFramework.Hardware.Esp32.Chip.IsS3 = false;
        Device.PowerOn();
        SerialPort.Ends.Clear();
        SerialPort.Ends["COM2"] = SerialPort.Ends["COM3"] = _end;
    }

    [TestCleanup]
    public void NothingFroze() => Assert.IsEmpty(Device.Deaths, string.Join(", ", Device.Deaths));

    [TestMethod]
    public void AConsoleReadTakesWhatIsThereAndNeverWaits()
    {
        var port = new SerialConsolePort(14, 13);
        Assert.AreEqual(0, port.Read(_buffer, 0, 100));
        _end.Type("status --json\r");
        Device.Pass(1);
        int first = port.Read(_buffer, 0, 3);
        Assert.AreEqual(3, first);
        first += port.Read(_buffer, first, 100);
        Assert.IsLessThan(14, first, "a byte takes 87 us");
        Device.Pass(1);
        Assert.AreEqual(14 - first, port.Read(_buffer, first, 100));
        Assert.AreEqual("status --json\r", Encoding.ASCII.GetString(_buffer, 0, 14));
    }

    [TestMethod]
    public void OfWhatIsPastedDuringAFreezeTheReceiveBufferHolds1024Bytes()
    {
        var port = new SerialConsolePort(14, 13);
        _end.Type(new string('x', 1500));
        Device.Pass(3000);
        Assert.AreEqual(1000, port.Read(_buffer, 0, 1000));
        Assert.AreEqual(24, port.Read(_buffer, 0, 1000));
        Assert.AreEqual(476, _end.Lost);
    }

    [TestMethod]
    public void AConsoleWriteWaitsForNoMoreThanAFewMs()
    {
        var port = new SerialConsolePort(14, 13);
        string all = string.Concat(Enumerable.Range(0, 400).Select(n => n + " "));
        byte[] bytes = Encoding.ASCII.GetBytes(all);
        for (int at = 0; at < bytes.Length;)
        {
            long started = Device.UptimeMs;
            at += port.Write(bytes, at, bytes.Length - at);
            Assert.IsLessThanOrEqualTo(6, Device.UptimeMs - started);
        }

        Assert.AreEqual(all, _end.Text);
    }

    [TestMethod]
    public void APortThatThrowsTakesAndGivesNothingUntilItIsWellAgain()
    {
        var port = new SerialConsolePort(14, 13);
        SerialPort.Fault = new TimeoutException();
        Assert.AreEqual(0, port.Read(_buffer, 0, 10));
        Assert.AreEqual(0, port.Write(_buffer, 0, 10));
        SerialPort.Fault = null;
        Assert.AreEqual(10, port.Write(_buffer, 0, 10));
    }

    /// <summary>The last bytes of a write are still in the UART's FIFO, and would leave it at the new speed.</summary>
    [TestMethod]
    [DataRow(9600)]
    [DataRow(38400)]
    [DataRow(115200)]
    public void ASensorHearsAllOfACommandAtTheOldSpeed(int baud)
    {
        var line = new UartLine(25, 26, baud);
        _end.Listens = baud;
        byte[] command = Encoding.ASCII.GetBytes(new string('v', 200));
        line.Write(command, 0, 200);
        line.SetBaud(57600);
        line.Write(command, 0, 1);
        Assert.AreEqual(new string('v', 200) + "?", _end.Text);
        Assert.IsLessThanOrEqualTo(5 + 2 + 2001000 / baud, Device.UptimeMs, "and waits no longer than it takes");
    }

    [TestMethod]
    public void ASensorsLineHoldsWhatComesDuringATlsWriteAndGivesWhatIsThere()
    {
        var line = new UartLine(25, 26, 115200);
        _end.Type(new string('x', 5000));
        Device.Pass(350);
        int got = 0;
        for (int read = -1; read != 0;)
        {
            read = line.Read(_buffer, 0, 700);
            got += read;
        }

        Assert.IsInRange(4000, 4096, got);
        Assert.AreEqual(0, _end.Lost);
        Assert.AreEqual(0, line.Read(_buffer, 0, 700));
        Assert.AreEqual(4096, line.ReceiveBytes);
    }

    [TestMethod]
    public void ASensorsLineThatCannotBeOpenedIsTriedAgainAtEachUse()
    {
        SerialPort.FailsToOpen = true;
        var line = new UartLine(25, 26, 38400);
        Assert.ThrowsExactly<InvalidOperationException>(() => line.Write(_buffer, 0, 1));
        Assert.ThrowsExactly<InvalidOperationException>(() => line.Read(_buffer, 0, 1));
        SerialPort.FailsToOpen = false;
        line.Write(_buffer, 0, 1);
        Assert.AreEqual(0, line.Read(_buffer, 0, 1));
    }
}
