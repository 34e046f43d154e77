using System;

namespace Sealcam.Tests;

/// <summary>The passphrase, its tries, its end, and that secrets show nowhere.</summary>
[TestClass]
public class ConsoleLockTests
{
    private const string Wrong = "aaaa-aaaa-aaaa";

    /// <summary>RFC 7914 section 11: the first 32 bytes of PBKDF2-HMAC-SHA256 ("passwd", "salt", 1).</summary>
    [TestMethod]
    public void Pbkdf2GivesTheRfcsVector()
    {
        var derived = new Pbkdf2(new ManagedMac());
        derived.Start(Ascii.Bytes("passwd"), Ascii.Bytes("salt"), 1);
        Assert.IsFalse(derived.Step(1));
        byte[] right =
        {
            0x55, 0xac, 0x04, 0x6e, 0x56, 0xe3, 0x08, 0x9f, 0xec, 0x16, 0x91, 0xc2, 0x25, 0x44, 0xb6, 0x05,
            0xf9, 0x41, 0x85, 0x21, 0x6d, 0xde, 0x04, 0x65, 0xe6, 0x8b, 0x9d, 0x57, 0xc2, 0x0d, 0xac, 0xbc,
        };
        CollectionAssert.AreEqual(right, derived.Result);
    }

    [TestMethod]
    public void TheRightPassphraseOpensAndTimeCloses()
    {
        var rig = new ConsoleRig(silent: false);
        string said = rig.Say("unlock\r" + rig.Label.ToUpper() + "\r");
        Assert.IsTrue(said.IndexOf("sealcam# ") > 0);
        Assert.IsTrue(said.IndexOf("**************") > 0);
        rig.UptimeMs += 10 * 60000 - 2000;
        Assert.IsTrue(rig.Say("config get port\r").IndexOf("8443") > 0);  // and the time counts anew
        rig.UptimeMs += 10 * 60000 - 2000;
        Assert.IsTrue(rig.Say("config get port\r").IndexOf("8443") > 0);
        rig.UptimeMs += 10 * 60000 + 1;
        Assert.IsTrue(rig.Say("config get port\r").IndexOf("error LOCKED") > 0);
    }

    [TestMethod]
    public void WrongTriesBackOffEvenForTheRightOne()
    {
        var rig = new ConsoleRig();
        for (int i = 0; i < 3; i++)
        {
            Assert.IsTrue(rig.Say("unlock\r" + Wrong + "\r").IndexOf("error DENIED") >= 0);
        }

        Assert.IsTrue(rig.Say("unlock\r" + rig.Label + "\r").IndexOf("error BACKOFF: too many wrong tries: wait 2 s") >= 0);
        rig.UptimeMs += 2000;
        Assert.IsTrue(rig.Say("unlock\r" + Wrong + "\r").IndexOf("the next try in 4 s") >= 0);
        rig.UptimeMs += 4000;
        Assert.IsTrue(rig.Say("unlock\r" + rig.Label + "\r").IndexOf("ok") > 0);
    }

    [TestMethod]
    public void WithoutARecordOrWithADamagedOneItStaysLocked()
    {
        var rig = new ConsoleRig();
        rig.Store[PassphraseRecord.FileName][30] ^= 1;
        Assert.IsTrue(rig.Say("unlock\r\r").IndexOf("error ABSENT: console.key is damaged") >= 0);
        rig.Store.Delete(PassphraseRecord.FileName);
        Assert.IsTrue(rig.Say("unlock\r\r").IndexOf("there is no default one") >= 0);
    }

    [TestMethod]
    public void ALabelsPassphraseHasAFormThatASlipBreaks()
    {
        var rig = new ConsoleRig();
        Assert.IsNotNull(Passphrase.Parse(rig.Label));
        Assert.IsNull(Passphrase.Parse(Wrong));
        for (int i = 0; i < rig.Label.Length; i++)
        {
            if (rig.Label[i] != '-')
            {
                string slip = rig.Label.Substring(0, i) + (rig.Label[i] == 'q' ? "r" : "q") + rig.Label.Substring(i + 1);
                Assert.IsNull(Passphrase.Parse(slip));
            }
        }

        Assert.IsNull(Passphrase.Parse(rig.Label + "a"));
        Assert.IsNull(Passphrase.Parse(""));
    }

    [TestMethod]
    public void ANewPassphraseWantsTheCurrentOneIsAskedForTwiceAndMustBeALabels()
    {
        var rig = new ConsoleRig(locked: false);
        string made = Passphrase.Make(new byte[] { 31, 30, 29, 28, 27, 26, 25, 24, 23, 22 });
        string change = "passphrase\r" + rig.Label + "\r";
        Assert.IsTrue(rig.Say(change + "password1234\r").IndexOf("error INVALID") >= 0);
        Assert.IsTrue(rig.Say(change + made + "\r" + rig.Label + "\r").IndexOf("error DENIED") >= 0);
        Assert.IsTrue(rig.Say(change + made + "\r" + made + "\r").IndexOf("ok") >= 0);
        rig.Say("lock\r");
        Assert.IsTrue(rig.Say("unlock\r" + rig.Label + "\r").IndexOf("error DENIED") >= 0);
        Assert.IsTrue(rig.Say("unlock\r" + made + "\r").IndexOf("ok") >= 0);
        rig.Say(change);
        Assert.IsTrue(rig.Say("passphrase\r").IndexOf("error LOCKED") >= 0);  // one wrong try of the current one locks
    }

    [TestMethod]
    public void SecretsAreStarsWhereverTheyAreTyped()
    {
        var rig = new ConsoleRig(locked: false, silent: false);
        string[] lines =
        {
            "wifi set work right-password", "wifi test 'a b' right-password", "config set wifi-password right-password",
            "lock; unlock right-password", "CONFIG SET wifi-password=right-password", "wifi-password = right-password",
            "passphrase right-password", "wifi  set \"x y\" \"right-password\"",
            "wifi set --json work right-password", "config set --json wifi-password right-password", "-h unlock right-password",
            "wi se work right-password", "con se s3-secret right-password", "config set wifi-pasword right-password",
            "w\\ifi \"se\"t work right-password", "unlok right-password", "wfi set work right-password",
            "uplink set put h/x?right-password", "config set uplink \"put h/x?right-password", "header_1 = right-password",
            "# wifi-password = right-password",
        };
        for (int i = 0; i < lines.Length; i++)
        {
            rig.Say("unlock\r" + rig.Label + "\r");
            rig.Say(lines[i] + "\u001b[D\u001b[D\u0001\u0005");
            Assert.AreEqual(-1, rig.Heard.IndexOf("right-password"));
            rig.Say("\r");
            rig.Say("\u001b[A");
            Assert.IsTrue(rig.Heard.IndexOf("right") < 0 && rig.Heard.IndexOf("*") < 0);  // not in the history either
            rig.Say("\u0003");
        }

        rig.Say("wifi set 'work one' x\u0001");
        Assert.IsTrue(rig.Heard.IndexOf("'work one' *") >= 0);  // what is no secret is readable
        rig.Say("\u0003wifi-ssid = my own network\u0001");
        Assert.IsTrue(rig.Heard.IndexOf("*") < 0);  // a line of config import
        rig.Say("\u0003camera set size VGA; config set name north; time set 5\u0001");
        Assert.IsTrue(rig.Heard.IndexOf("*") < 0);
        rig.Say("\u0003");
        string[] shows = { "unlock\r" + rig.Label, "config list", "config export", "config get wifi-password", "log tail 50" };
        for (int i = 0; i < shows.Length; i++)
        {
            rig.Say(shows[i] + "\r");
            Assert.IsTrue(rig.Heard.IndexOf("right-password") < 0 && rig.Heard.IndexOf(rig.Label) < 0);
        }
    }
}
