#if !NANOFRAMEWORK_1_0
// Not on the emulator: its 64 KB hold the metadata of the console and of its tests, and little more.
namespace Sealcam.Tests;

[TestClass]
public class CameraCommandTests
{
    [TestMethod]
    public void AProbeListsEveryOptionHoweverLongItsRange()
    {
        var rig = new ConsoleRig(locked: false);
        rig.Own.Camera = new LongControl();
        string said = rig.Say("camera probe\r");
        Assert.IsTrue(said.IndexOf("a part") > 0, said);
        int at = 0;
        for (int i = 0; i < LongControl.Options; i++)
        {
            at = said.IndexOf("option" + i, at);
            Assert.IsTrue(at > 0 && said.IndexOf(LongControl.Range, at) > at, "option " + i);
        }

        Assert.AreEqual("ok\r\n", said.Substring(said.Length - 4));
        Assert.AreEqual(0, rig.Console.LostOutput);
    }

    private sealed class LongControl : ICameraControl
    {
        public const int Options = 7;

        public const string Range = "160x120|320x240|400x296|640x480|800x600|1024x768|1280x720|1280x1024|1600x1200|1920x1080|2048x1536";

        public int OptionCount => Options;

        public string Probe() => "a part";

        public string OptionName(int option) => "option" + option;

        public string OptionRange(int option) => Range;

        public string OptionValue(int option) => "1600x1200";

        public bool Set(int option, string value) => false;
    }
}
#endif
