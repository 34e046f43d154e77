#if !NANOFRAMEWORK_1_0
using Sealcam.Tests.Models;

namespace Sealcam.Tests.Sensors;

/// <summary>
/// The models refuse what the real parts would not do: a driver that passes them has not merely met a polite toy. On the host
/// alone: it tests no firmware, and the emulator's 64 KB hold the tests that do.
/// </summary>
[TestClass]
public class ModelTests
{
    [TestMethod]
    public void TheArduChipModelRefusesWhatTheChipDoesNotDo()
    {
        var clock = new SimClock();
        var chip = new ArduChipModel(clock, new Ov2640Model(clock));
        var bytes = new byte[5000];
        Read(chip, 0x3C, bytes, 16);
        Refused(chip.Violations, "a burst before the capture was done");
        Read(chip, 0x42, bytes, 1);
        Refused(chip.Violations, "the length was read before");
        Read(chip, 0x00, bytes, 2);
        Refused(chip.Violations, "a register read of several bytes");
        chip.Read(bytes, 0, 1);
        Refused(chip.Violations, "bytes while not selected");
        chip.Select();
        chip.Select();
        Refused(chip.Violations, "select while selected");
        bytes[0] = 0x84;
        chip.Write(bytes, 0, 1);
        chip.Deselect();
        Refused(chip.Violations, "a register write without one value");
        chip.LeaveOldFrame(1);
        Read(chip, 0x3C, bytes, 4097);
        Refused(chip.Violations, "a transfer of 4097 bytes");
        Write(chip, 0x04, 0x02);
        Refused(chip.Violations, "a start with the done flag still up");
        Write(chip, 0x04, 0x02);
        Refused(chip.Violations, "a start during a capture");
        Write(chip, 0x07, 0x80);
        Write(chip, 0x00, 0x55);
        Refused(chip.Violations, "written during the reset");
        Write(chip, 0x07, 0x00);
        Write(chip, 0x04, 0x0C);
        Refused(chip.Violations, "reserved bits of the FIFO register");
        Write(chip, 0x01, 0x01);
        Write(chip, 0x04, 0x02);
        Refused(chip.Violations, "more than one frame");
        clock.Advance(2000);
        Write(chip, 0x04, 0x01);
        Write(chip, 0x01, 0x00);
        Write(chip, 0x04, 0x02);
        Refused(chip.Violations, "a capture behind the last one");
        Write(chip, 0x08, 0x00);
        Refused(chip.Violations, "a write to a reserved register");
    }

    [TestMethod]
    public void TheMegaModelRefusesWritesWhileBusyAndBurstsBeforeDone()
    {
        var clock = new SimClock();
        var mega = new MegaModel(clock);
        Write(mega, 0x20, 0x01);
        Write(mega, 0x21, 0x05);
        Refused(mega.Violations, "register 21 written while busy");
        Read(mega, 0x3C, new byte[8], 8);
        Refused(mega.Violations, "a burst before the capture was done");
        clock.Advance(1000);
        Write(mega, 0x04, 0x02);
        Refused(mega.Violations, null);
        Read(mega, 0x40, new byte[8], 3);
        Refused(mega.Violations, "a register read of more than two bytes");
        Read(mega, 0x40, new byte[8], 1);
        Refused(mega.Violations, "ends before its value");
        Write(mega, 0x21, 0x85);
        Refused(mega.Violations, "a resolution for video");
        Read(mega, 0x40, new byte[8], 2);
        Refused(mega.Violations, "register 40 read while busy");
        clock.Advance(100);
        Write(mega, 0x28, 0x01);
        Refused(mega.Violations, "register 28 = 01");
    }

    [TestMethod]
    public void TheVc0706ModelWantsWholeWordsAndKeepsItsFrameOverASecondStop()
    {
        var clock = new SimClock();
        var camera = new Vc0706Model(clock) { Size = 0x22 };
        camera.Line.HostBaud = 38400;
        Say(camera, clock, new byte[] { 0x56, 0, 0x31, 5, 4, 1, 0, 0x19, 0 });
        Say(camera, clock, new byte[] { 0x56, 0, 0x36, 1, 0 });
        Assert.AreEqual(160, camera.Frame.Width);  // the new size counts from the next reset on
        Say(camera, clock, new byte[] { 0x56, 0, 0x32, 12, 0, 10, 0, 0, 0, 0, 0, 0, 0, 60, 0, 10 });
        Refused(camera.Violations, "READ_FBUF 0, 60");
        Say(camera, clock, new byte[] { 0x56, 0, 0x32, 12, 0, 10, 0, 0, 0, 4, 0, 0, 0, 64, 0, 10 });
        Refused(camera.Violations, "READ_FBUF 4, 64");
        int number = camera.Frame.Number;
        Say(camera, clock, new byte[] { 0x56, 0, 0x36, 1, 0 });
        Assert.AreEqual(number, camera.Frame.Number);
        clock.Advance(500);
        camera.Write(new byte[] { 0x56, 0, 0x36, 1, 3 }, 0, 5);
        clock.Advance(10);
        camera.Write(new byte[] { 0x56, 0, 0x36, 1, 0 }, 0, 5);
        Assert.AreEqual(number, camera.Frame.Number);  // it did not run yet
        clock.Advance(50);
        camera.Line.Read(new byte[100], 0, 100);
        Say(camera, clock, new byte[] { 0x56, 0, 0x36, 1, 3 });
        Say(camera, clock, new byte[] { 0x56, 0, 0x36, 1, 0 });
        Assert.IsTrue(camera.Frame.Number > number);
        Say(camera, clock, new byte[] { 0x56, 0, 0x26, 0 });
        clock.Advance(1000);
        int commands = camera.Commands;
        Say(camera, clock, new byte[] { 0x56, 0, 0x11, 0 });
        Assert.AreEqual(commands, camera.Commands);  // deaf
        Refused(camera.Violations, null);
    }

    [TestMethod]
    public void TheSensorModelsRefuseBadSccbAndSayWhyThereIsNoJpeg()
    {
        var clock = new SimClock();
        var sensor = new Ov2640Model(clock);
        Assert.IsFalse(sensor.Write(new byte[] { 0xFF, 1 }, 0, 2));
        Refused(sensor.Violations, "SCCB during the software reset");
        clock.Advance(2);
        Assert.IsTrue(sensor.Read(new byte[2], 0, 1));
        Refused(sensor.Violations, "without an address before it");
        Assert.IsFalse(sensor.Write(new byte[4], 0, 4));
        Refused(sensor.Violations, "an SCCB write of 4 bytes");
        Assert.IsFalse(sensor.IsJpeg);
        Assert.IsNotNull(sensor.Why);
        Assert.IsFalse(new Ov5642Model(clock).IsJpeg);
        byte[] bad = { 0xFF, 2, 0xFF, 0, 0xDA, 0x80, 0xE0, 0x08, 0xFF, 1, 0x0A, 0x26, 0x80, 0, 0x12, 0x02 };
        string[] said = { "a bank", null, "IMAGE_MODE", "RESET", null, "a write to an id", "behind the sensor bank", "colour bars" };
        for (int i = 0; i < said.Length; i++)
        {
            Assert.IsTrue(sensor.Write(bad, 2 * i, 2));
            Refused(sensor.Violations, said[i]);
        }
    }

    [TestMethod]
    public void TheVc0706ModelRefusesReadsOfARunningFrameAndLosesWhatIsNotFetched()
    {
        var clock = new SimClock();
        var camera = new Vc0706Model(clock);
        camera.Write(new byte[] { 0x56, 0, 0x34, 1, 0 }, 0, 5);
        Refused(camera.Violations, "the length of a running frame");
        camera.Write(new byte[] { 0x56, 0, 0x11, 0 }, 0, 4);
        Refused(camera.Violations, "command 11 during a reply");
        clock.Advance(50);
        camera.Write(new byte[] { 0x56, 0, 0x32, 12, 0, 10, 0, 0, 0, 0, 0, 0, 0, 64, 0, 10 }, 0, 16);
        Refused(camera.Violations, "READ_FBUF");
        clock.Advance(50);
        camera.Write(new byte[] { 0x56, 0, 0x36, 1, 0 }, 0, 5);
        clock.Advance(50);
        camera.Write(new byte[] { 0x56, 0, 0x32, 12, 0, 10, 0, 0, 0, 0, 0, 0, 12, 0, 0, 10 }, 0, 16);
        Refused(camera.Violations, null);
        clock.Advance(3000);
        camera.Read(new byte[10], 0, 10);
        Refused(camera.Line.Violations, "the receive buffer ran over");
    }

    /// <summary>A command, and time for its answer.</summary>
    private static void Say(Vc0706Model camera, SimClock clock, byte[] command)
    {
        camera.Write(command, 0, command.Length);
        clock.Advance(60);
        camera.Read(new byte[100], 0, 100);
    }

    private static void Read(SpiModel part, byte register, byte[] buffer, int count)
    {
        part.Select();
        part.Write(new byte[] { register }, 0, 1);
        part.Read(buffer, 0, count);
        part.Deselect();
    }

    private static void Write(SpiModel part, int register, byte value)
    {
        part.Select();
        part.Write(new byte[] { (byte)(register | 0x80), value }, 0, 2);
        part.Deselect();
    }

    /// <summary>The violations hold this text (null: there are none), and are forgotten.</summary>
    private static void Refused(Violations violations, string text)
    {
        bool good = text == null ? violations.Count == 0 : violations.Text.IndexOf(text) >= 0;
        Assert.IsTrue(good, "wanted " + text + ", is " + violations.Text);
        violations.Clear();
    }
}
#endif
