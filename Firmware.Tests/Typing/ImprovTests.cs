using System;

namespace Sealcam.Tests;

/// <summary>Improv Wi-Fi Serial on the console's port; frames after the examples of improv-wifi.com/serial.</summary>
[TestClass]
public class ImprovTests
{
    [TestMethod]
    public void TheStateIsTold()
    {
        var rig = new ConsoleRig();
        CollectingFrames(rig, Frame(3, new byte[] { 2, 0 }));
        Assert.AreEqual("2:00 1:02 ", Said(rig));
    }

    [TestMethod]
    public void WifiIsSetAsInTheExample()
    {
        var rig = new ConsoleRig();
        // 01 1E 0C {MyWirelessAP} 10 {mysecurepassword}
        var data = Ascii.Bytes("\u0001\u001e\u000cMyWirelessAP\u0010mysecurepassword");
        CollectingFrames(rig, Frame(3, data));
        Assert.AreEqual("2:00 1:03 1:02 2:03 ", Said(rig));  // that is not this air's password
        data = Ascii.Bytes("\u0001\u0014\u0004work\u000eright-password");
        CollectingFrames(rig, Frame(3, data));
        Assert.AreEqual("2:00 1:03 1:04 4:0100 ", Said(rig));
        Assert.AreEqual("work", rig.Config.Current[SettingTable.WifiSsid]);
        Assert.IsTrue(rig.Heard.IndexOf("right-password") < 0);
    }

    [TestMethod]
    public void OnceThereIsANetworkALockedConsoleLetsNobodyChangeIt()
    {
        var rig = new ConsoleRig();
        var data = Ascii.Bytes("\u0001\u0014\u0004work\u000eright-password");
        CollectingFrames(rig, Frame(3, data));
        CollectingFrames(rig, Frame(3, data));
        Assert.AreEqual("2:04 ", Said(rig));
        CollectingFrames(rig, Frame(3, new byte[] { 4, 0 }));
        Assert.AreEqual("2:04 ", Said(rig));
        rig.Say("unlock\r" + rig.Label + "\r");
        CollectingFrames(rig, Frame(3, data));
        Assert.AreEqual("2:00 1:03 1:04 4:0100 ", Said(rig));
    }

    [TestMethod]
    public void BadFramesAndUnknownCommandsAreErrors()
    {
        var rig = new ConsoleRig();
        var frame = Frame(3, new byte[] { 2, 0 });
        frame[frame.Length - 1] ^= 1;
        CollectingFrames(rig, frame);
        Assert.AreEqual("2:01 ", Said(rig));
        CollectingFrames(rig, Frame(3, new byte[] { 2, 9 }));
        Assert.AreEqual("2:01 ", Said(rig));
        CollectingFrames(rig, Frame(3, new byte[] { 5, 0 }));
        Assert.AreEqual("2:02 ", Said(rig));
        CollectingFrames(rig, Frame(3, Ascii.Bytes("\u0001\u0004\u0009work")));
        Assert.AreEqual("2:01 ", Said(rig));
    }

    [TestMethod]
    public void FramesAndTypingShareThePort()
    {
        var rig = new ConsoleRig();
        var frame = Frame(3, new byte[] { 7, 0 });
        rig.Type(Ascii.Bytes("ver"));
        rig.Type(frame);
        rig.Type(Ascii.Bytes("\nsion\r"));
        string said = rig.Settle();
        Assert.AreEqual("2:00 4:07020132 ", Said(rig));
        Assert.IsTrue(said.IndexOf("firmware        Sealcam") > 0);
        for (int cut = 4; cut < frame.Length; cut++)
        {
            var start = new byte[cut];
            var rest = new byte[frame.Length - cut];
            Array.Copy(frame, 0, start, 0, cut);
            Array.Copy(frame, cut, rest, 0, rest.Length);
            rig.Type(start);
            rig.Settle(turns: 4);  // 80 ms
            rig.Type(rest);
            rig.Settle();
            Assert.AreEqual("2:00 4:07020132 ", Said(rig));
        }

        Assert.IsTrue(rig.Say("IMPROVE\r").IndexOf("error UNKNOWN") >= 0);  // a word that begins like a frame
    }

    [TestMethod]
    public void EveryQuestionIsAnsweredWhileALineIsHalfTypedAndTheLineStays()
    {
        var rig = new ConsoleRig(locked: false, silent: false);
        rig.Say("config get po");
        CollectingFrames(rig, Frame(3, new byte[] { 3, 0 }));
        Assert.AreEqual("2:00 4:031207" + "5365616C63616D" + "0000" + "075365616C63616D ", Said(rig));  // "Sealcam" twice
        Assert.IsTrue(rig.Heard.IndexOf("sealcam# config get po") > 0);  // drawn again below the frame
        CollectingFrames(rig, Frame(3, new byte[] { 4, 0 }));
        Assert.AreEqual("2:00 4:040D04" + "776F726B" + "032D3530" + "03594553 " + "4:04" + "160E" + "612022"
            + "71756F74656422206F6E65" + "032D3531" + "024E4F " + "4:0400 ", Said(rig));
        CollectingFrames(rig, Frame(3, Ascii.Bytes("\u0006\u0005yard!")));
        Assert.AreEqual("2:00 4:06060579617264" + "21 ", Said(rig));
        Assert.AreEqual("yard!", rig.Config.Current[SettingTable.Name]);
        Assert.IsTrue(rig.Say("rt\r").IndexOf("port            8443") > 0);
    }

    [TestMethod]
    public void AJoinThatIsAskedAfterMeanwhileIsAnsweredWhenItIsOver()
    {
        var rig = new ConsoleRig();
        rig.Type(Frame(3, Ascii.Bytes("\u0001\u0014\u0004work\u000eright-password")));
        rig.Type(Frame(3, new byte[] { 2, 0 }));
        rig.Settle();
        Assert.AreEqual("2:00 1:03 1:04 4:0100 2:00 1:04 4:0200 ", Said(rig));
    }

    /// <summary>Else one would keep the name that it asked for with the other's result.</summary>
    [TestMethod]
    public void WhileACommandJoinsImprovIsRefusedAndTheOtherWayRound()
    {
        var rig = new ConsoleRig(locked: false);
        var data = Ascii.Bytes("\u0001\u0014\u0004work\u000eright-password");
        rig.Type(Ascii.Bytes("wifi set nowhere wrong-password\r"));
        rig.Console.Step();
        rig.Console.Step();
        rig.Console.Step();
        CollectingFrames(rig, Frame(3, data));
        Assert.AreEqual("2:FF ", Said(rig));
        Assert.IsTrue(rig.Heard.IndexOf("error FAILED: wrong password") >= 0);
        rig.Type(Frame(3, data));
        rig.Console.Step();
        rig.Console.Step();
        rig.Type(Ascii.Bytes("\nwifi set nowhere wrong-password\r"));
        CollectingFrames(rig, new byte[0]);
        Assert.AreEqual("1:04 4:0100 ", Said(rig));
        Assert.AreEqual("work", rig.Config.Current[SettingTable.WifiSsid]);
    }

    private static void CollectingFrames(ConsoleRig rig, byte[] frame)
    {
        rig.Type(frame);
        rig.Settle();
    }

    private static byte[] Frame(int type, byte[] data)
    {
        var frame = new byte[10 + data.Length];
        ImprovScanner.WriteHeader(frame);
        frame[7] = (byte)type;
        frame[8] = (byte)data.Length;
        Array.Copy(data, 0, frame, 9, data.Length);
        frame[frame.Length - 1] = ImprovScanner.Sum(frame, frame.Length - 1);
        return frame;
    }

    /// <summary>"type:data " in hex for each good frame in the output.</summary>
    private static string Said(ConsoleRig rig)
    {
        var output = rig.Output();
        var scanner = new ImprovScanner();
        string said = "";
        for (int i = 0; i < output.Length; i++)
        {
            int result = scanner.Feed(output[i]);
            if (result == ImprovScanner.Good)
            {
                said += scanner.Type + ":";
                for (int j = 0; j < scanner.DataLength; j++)
                {
                    said += ((int)scanner.Frame[9 + j]).ToString("X2");
                }

                said += " ";
            }

            if (result != ImprovScanner.Pending)
            {
                scanner.Clear();
            }
        }

        return said;
    }
}
