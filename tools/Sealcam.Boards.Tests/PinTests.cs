using System.Text.RegularExpressions;

namespace Sealcam.Boards.Tests;

[TestClass]
public class PinTests
{
    private static readonly string[] Sensor =
        ["PowerDown", "Reset", "Xclk", "Siod", "Sioc", "D0", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "Vsync", "Href", "Pclk"];

    private static readonly string[] Rest =
        ["ConsoleTx", "ConsoleRx", "Lamp", "StatusLed", "Trigger", "PowerHold", "Watchdog", "SdClock", "SdCommand", "SdData", "SdSelect"];

    [TestMethod]
    public void NoPinHasTwoUses()
    {
        foreach (var board in BoardFolder.All)
        {
            var pins = Used(board);
            if (pins.GetValueOrDefault("SdSelect", -1) == pins.GetValueOrDefault("StatusLed", -2))
            {
                pins.Remove("SdSelect");  // the LED gives way to a card that is there (StillStorage.cs)
            }

            var twice = pins.GroupBy(pin => pin.Value).Where(group => group.Count() > 1).ToList();
            Assert.AreEqual(0, twice.Count, $"{board}: " + string.Join("; ", twice.SelectMany(group => group)));
        }
    }

    [TestMethod]
    public void EverySensorLineIsWired()
    {
        foreach (var board in BoardFolder.All.Where(board => board.IsNative))
        {
            foreach (string line in Sensor.Where(line => line is not ("PowerDown" or "Reset" or "Xclk")))
            {
                Assert.IsNotNull(board.Pin(line), $"{board}: {line}");
            }
        }
    }

    [TestMethod]
    public void NoPinIsOneThatTheChipNeedsForItself()
    {
        foreach (var board in BoardFolder.All)
        {
            bool s3 = board.Row()[1].Contains("ESP32-S3");

            // ESP32: debugger 1, 3; flash 6 to 11; PSRAM 16, 17.
            // ESP32-S3: debugger 43, 44; USB 19, 20; flash and octal PSRAM 26 to 37.
            int[] taken = s3 ? [19, 20, 43, 44, .. Enumerable.Range(26, 12)] : [1, 3, .. Enumerable.Range(6, 6), 16, 17];
            foreach (var (name, pin) in Used(board))
            {
                Assert.IsFalse(taken.Contains(pin), $"{board}: {name} is GPIO{pin}");
                Assert.IsTrue(pin <= (s3 ? 48 : 39), $"{board}: there is no GPIO{pin}");
            }
        }
    }

    [TestMethod]
    public void NoOutputIsAnInputOnlyPin()
    {
        // ESP32 datasheet: GPIO34 to 39 have no output driver.
        string[] outputs =
            ["ConsoleTx", "Lamp", "StatusLed", "PowerHold", "Watchdog", "PowerDown", "Reset", "Xclk", "Siod", "Sioc"];
        foreach (var board in BoardFolder.All.Where(board => !board.Row()[1].Contains("ESP32-S3")))
        {
            foreach (var (name, pin) in Used(board).Where(pin => outputs.Contains(pin.Key)))
            {
                Assert.IsTrue(pin < 34, $"{board}: {name} is GPIO{pin}");
            }
        }
    }

    [TestMethod]
    public void TheConsolesPinsDoNotDecideHowTheChipBoots()
    {
        foreach (var board in BoardFolder.All)
        {
            int[] strapping = board.Row()[1].Contains("ESP32-S3") ? [0, 3, 45, 46] : [0, 2, 5, 12, 15];
            Assert.IsFalse(strapping.Contains(board.Pin("ConsoleTx")!.Value), board.Name);
            Assert.IsFalse(strapping.Contains(board.Pin("ConsoleRx")!.Value), board.Name);
        }
    }

    [TestMethod]
    public void ASlotHasAllItsLinesAndNoSensorOnItsBus()
    {
        foreach (var board in BoardFolder.All)
        {
            bool spi = board.Code.Contains("SdBus.Spi"), host = board.Code.Contains("SdBus.OneBit");
            foreach (string line in new[] { "SdClock", "SdCommand", "SdData" })
            {
                Assert.AreEqual(spi || host, board.Pin(line) is >= 0, $"{board}: {line}");
            }

            Assert.AreEqual(spi, board.Pin("SdSelect") is >= 0, $"{board}: SdSelect");
            Assert.IsFalse(spi && board.Code.Contains("new SpiBus(1,"), $"{board}: sensor and card on one SPI bus");
            bool classic = !board.Row()[1].Contains("ESP32-S3");
            Assert.IsFalse(host && classic && (board.Pin("SdClock"), board.Pin("SdCommand"), board.Pin("SdData")) != (14, 15, 2),
                $"{board}: the SD host of ESP32 has fixed pins");
        }
    }

    [TestMethod]
    public void ATriggerPinCanWakeTheBoard()
    {
        foreach (var board in BoardFolder.All.Where(board => board.Pin("Trigger") != null))
        {
            int pin = board.Pin("Trigger")!.Value;
            int[] rtc = board.Row()[1].Contains("ESP32-S3")
                ? [.. Enumerable.Range(0, 22)]
                : [0, 2, 4, 12, 13, 14, 15, 25, 26, 27, .. Enumerable.Range(32, 8)];
            Assert.IsTrue(rtc.Contains(pin), $"{board}: GPIO{pin} is no RTC pin");
        }
    }

    [TestMethod]
    public void ATriggerOnALineThatTheBoardPullsUpIsActiveLow()
    {
        // SD lines have pull-ups: on ESP32, whose SD host has fixed pins, GPIO2, 4 and 12 to 15 of a board with a slot.
        int[] lines = [2, 4, 12, 13, 14, 15];
        var board = BoardFolder.All.Single(board => board.Name == "esp32-cam-aithinker");
        Assert.IsTrue(lines.Contains(board.Pin("Trigger")!.Value));
        foreach (var any in BoardFolder.All)
        {
            Assert.AreEqual(any == board, any.Code.Contains("TriggerHigh = false"), any.Name);
            Assert.AreEqual(any == board, any.Readme.Contains("**active low**"), any.Name);
        }
    }

    [TestMethod]
    public void ABoardWhoseBatterySwitchIsAPinSaysThatItDoesNotSleep()
    {
        var held = BoardFolder.All.Where(board => board.Pin("PowerHold") is >= 0).ToList();
        Assert.AreEqual(1, held.Count);
        foreach (var board in held)
        {
            Assert.IsTrue(board.Readme.Contains("**`sleep = yes` is refused here**"), board.Name);
        }

        // Only the board's code can refuse it, and that does not run here: what sets the mode must stand behind the look at
        // the pin.
        string device = Repository.Read("Firmware", "Esp32", "Esp32Device.cs");
        const string Refused = @"== ""yes"" && _pins\.PowerHold >= 0\)\s*\{[^}]*\}\s*else if [^{]*\{[^}]*Sleeps = true;";
        StringAssert.Matches(device, new Regex(Refused));
        Assert.AreEqual(2, device.Split("Sleeps = true").Length);
    }

    private static Dictionary<string, int> Used(BoardFolder board)
    {
        var used = Sensor.Concat(Rest).Where(name => board.Pin(name) is >= 0)
            .ToDictionary(name => name, name => board.Pin(name)!.Value);

        // Buses take their pins by place: SpiBus(bus, clock, out, in, select, Hz), SccbBus(bus, data, clock, address),
        // UartLine(tx, rx, baud).
        Take(@"new SpiBus\(\d, (\d+), (\d+), (\d+), (\d+),", "spi");
        Take(@"new SccbBus\(\d, (\d+), (\d+),", "sccb");
        Take(@"new UartLine\((\d+), (\d+),", "uart");
        return used;

        void Take(string pattern, string bus)
        {
            var match = Regex.Match(board.Code, pattern);
            for (int i = 1; match.Success && i < match.Groups.Count; i++)
            {
                used[bus + i] = int.Parse(match.Groups[i].Value);
            }
        }
    }
}
