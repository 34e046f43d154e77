namespace Sealcam.Tests;

[TestClass]
public class StatusCodeTests
{
    [TestMethod]
    public void TheFirstThingThatIsWrongIsShown()
    {
        Assert.AreEqual(StatusCode.Well, StatusCode.Pick(false, true, true, true, true, true));
        Assert.AreEqual(StatusCode.NoServer, StatusCode.Pick(false, true, true, true, true, false));
        Assert.AreEqual(StatusCode.NoTime, StatusCode.Pick(false, true, true, true, false, false));
        Assert.AreEqual(StatusCode.NoNetwork, StatusCode.Pick(false, true, true, false, false, false));
        Assert.AreEqual(StatusCode.NoCamera, StatusCode.Pick(false, true, false, false, false, false));
        Assert.AreEqual(StatusCode.NoIdentity, StatusCode.Pick(false, false, false, false, false, false));
        Assert.AreEqual(StatusCode.Leaving, StatusCode.Pick(true, false, false, false, false, false));
    }

    [TestMethod]
    public void ThePatternHasAsManyFlashesAsTheCode()
    {
        for (int code = StatusCode.Well; code <= StatusCode.Leaving; code++)
        {
            int period = code * (StatusCode.FlashMs + StatusCode.DarkMs) + StatusCode.PauseMs;
            int flashes = 0;
            int lit = 0;
            bool before = false;
            for (int t = 0; t < period; t += 10)
            {
                bool now = StatusCode.IsLit(code, 7L * period + t);
                flashes += now && !before ? 1 : 0;
                lit += now ? 10 : 0;
                before = now;
            }

            Assert.AreEqual(code, flashes);
            Assert.AreEqual(code * StatusCode.FlashMs, lit);
            Assert.IsFalse(before, "the pause comes last");
        }
    }
}
