namespace Sealcam.Tests;

/// <summary>What somebody sees who comes to a console that another has left.</summary>
[TestClass]
public class ConsoleSecrecyTests
{
    [TestMethod]
    public void WhatWasTypedBeforeTheLockClosedIsNotInTheHistory()
    {
        var rig = new ConsoleRig(locked: false, silent: false);
        rig.Say("uplink set quiet.example\r");
        Assert.IsTrue(rig.Say("\u001b[A").IndexOf("quiet.example") > 0);
        rig.Say("\u0003lock\r");
        Assert.IsTrue(rig.Say("\u001b[A\u001b[A\u001b[A").IndexOf("quiet") < 0);
    }

    [TestMethod]
    public void NorIsWhatWasTypedBeforeItClosedByItself()
    {
        var rig = new ConsoleRig(locked: false, silent: false);
        rig.Say("uplink set quiet.example\r");
        rig.UptimeMs += 10 * 60000 + 1;
        rig.Say("");
        Assert.IsTrue(rig.Say("\u001b[A\u001b[A\u001b[A").IndexOf("quiet") < 0);
    }

    [TestMethod]
    public void AQuestionEndsWhenTheLockCloses()
    {
        var rig = new ConsoleRig(locked: false);
        rig.Say("config set unlock-minutes 1\r");
        rig.Say("config import\r");
        rig.UptimeMs += 60001;
        Assert.IsTrue(rig.Say("").IndexOf("error LOCKED") >= 0);
        rig.Say("name = somebody else\rend\r");
        Assert.AreEqual("", rig.Config.Current[SettingTable.Name]);
    }

    [TestMethod]
    public void APassphraseInThePlaceOfACommandIsStarsFromItsDashAndNotInTheHistory()
    {
        var rig = new ConsoleRig(silent: false);
        string said = rig.Say(rig.Label + "\rlock; " + rig.Label.ToUpper() + "\r").ToLower();
        Assert.IsTrue(said.IndexOf(rig.Label.Substring(5, 4)) < 0 && said.IndexOf(rig.Label.Substring(0, 4) + "*****") >= 0);
        rig.Say("help " + rig.Label.ToUpper() + " x\r");
        Assert.IsTrue(rig.Say("\u001b[A\u001b[A").ToLower().IndexOf(rig.Label) < 0);
    }

    [TestMethod]
    public void AnEditInFrontOfASecretDoesNotShowIt()
    {
        var rig = new ConsoleRig(locked: false, silent: false);
        string said = rig.Say("wifi set work right-password\u0001q\u001b[3~\u001b[3~\u001b[3~\u0005");
        Assert.IsTrue(said.IndexOf("right") < 0);
        Assert.IsTrue(rig.Say("\r\u001b[A").IndexOf("right") < 0);
        rig.Say("\u0003echo off\r");
        rig.Say("wifi set work right-password\u0001version \recho on\r");  // where nothing is drawn, nothing is kept
        Assert.IsTrue(rig.Say("\u001b[A\u001b[A").IndexOf("right") < 0);
        Assert.IsTrue(rig.Say("\u0003wifi set work abc\u0017\u0015version").IndexOf("version") > 0);  // the secret is gone, and its stars
        rig.Say("\u0003");
    }

    [TestMethod]
    public void AKeyThatIsPastedWithItsCertificateIsStars()
    {
        var rig = new ConsoleRig(locked: false, silent: false);
        rig.Own.Board = new PemBoard();
        string said = rig.Say("cert import ca\r-----BEGIN EC PRIVATE KEY-----\rsecret-of-the-key\r-----END EC PRIVATE KEY-----\rseen\rend\r");
        Assert.IsTrue(said.IndexOf("secret-of") < 0 && said.IndexOf("*****") > 0);
        Assert.IsTrue(said.IndexOf("seen") > 0 && said.IndexOf("error INVALID") > 0);
        said = rig.Say("lock\rcert import ca\r-----BEGIN PRIVATE KEY-----\rsecret-of-the-key\r\u0003seen\r");
        Assert.IsTrue(said.IndexOf("secret-of") < 0 && said.IndexOf("seen") > 0);
        rig.Say("unlock\r" + rig.Label + "\r");
        said = rig.Say("cert import ca\r-----BEGIN PRIVATE KEY-----\rsecret-of-the-key\r");
        Assert.IsTrue(said.IndexOf("secret-of") < 0);
        Assert.IsTrue(rig.Say("\u0003version\r").IndexOf("sealcam# version") > 0);  // Ctrl-C to its question
    }

#if !NANOFRAMEWORK_1_0  // there a string ends at its first zero
    [TestMethod]
    public void AZeroInALineOfTheLogHidesNoLine()
    {
        var rig = new ConsoleRig(locked: false);
        rig.Parts.Log.Write(LogLevel.Warning, "test", "one" + (char)0 + (char)27 + "two");
        rig.Parts.Log.Write(LogLevel.Warning, "test", "three");
        string said = rig.Say("log tail 2\r");
        Assert.IsTrue(said.IndexOf("test: one??two") > 0 && said.IndexOf("test: three") > 0);
    }
#endif

    private sealed class PemBoard : IBoardControl
    {
        public string Name => "test";

        public string Chip => "none";

        public string Version => "0";

        public long FreeBytes => 0;

        public string DeviceCertificateFile => "device.crt";

        public string AuthorityFile => "ca.pem";

        public void Restart()
        {
        }
    }
}
