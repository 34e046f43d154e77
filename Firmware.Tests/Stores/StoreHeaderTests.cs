namespace Sealcam.Tests;

[TestClass]
public class StoreHeaderTests
{
    [TestMethod]
    public void WhatIsNoHeaderIsRefusedWithoutItsValue()
    {
        string[] bad =
        {
            "canary", ": canary", "X:", "X y: canary", "X: canary\r\nHost: evil", "X: canary\nY: z", "X(: canary",
            "X: can\u00e4ry canary",
            "X\r: canary", "X: \tcanary\u0001",
        };
        for (int i = 0; i < bad.Length; i++)
        {
            string fault = Stores.Fault(Stores.Uplink, "", bad[i], false);
            Assert.AreEqual("header-2 is 'Name: value' in printable ASCII (RFC 9110 5)", fault);
        }
    }

    [TestMethod]
    public void WhatTheAgentSetsItselfIsRefused()
    {
        string[] ours =
        {
            "Host", "content-LENGTH", "Content-Type", "Transfer-Encoding", "Connection", "Expect", "If-None-Match", "If-Match",
            "TE", "Upgrade", "Content-Encoding",
        };
        for (int i = 0; i < ours.Length; i++)
        {
            string fault = Stores.Fault(Stores.Uplink, "", ours[i] + ": canary", false);
            Assert.IsTrue(fault.IndexOf("header-2 may not set this header: the agent") == 0, ours[i] + ", " + fault);
        }

        Assert.IsNull(Stores.Fault(Stores.Uplink, "", "x-amz-storage-class: STANDARD_IA", true));
        Assert.IsNull(Stores.Fault(Stores.Uplink, "", "Authorization: Basic YTpi", false));
        Assert.IsTrue(Stores.Fault(Stores.Uplink, "", "Authorization: Basic YTpi", true).IndexOf("signature for S3") > 0);
        Assert.IsTrue(Stores.Fault(Stores.Uplink, "", "X-Amz-Date: now", true).IndexOf("signature for S3") > 0);
    }

    [TestMethod]
    public void OneHeaderIsNotSetTwice()
    {
        PlainStore.Parse(Stores.Uplink, "", new[] { "X-A: 1", "", "x-a: 2" }, "", "", "", out string fault);
        Assert.AreEqual("header-3 sets a header again", fault);
    }

    [TestMethod]
    public void AQueryIsCleanAndNotForS3()
    {
        Assert.AreEqual("uplink-query: character 2 must be percent-encoded (RFC 3986 2.1)",
            Stores.Fault(Stores.Uplink, "a b", "", false));
        Assert.IsTrue(Stores.Fault(Stores.Uplink, "a\r\nb", "", false).IndexOf("character 2") > 0);
        Assert.IsTrue(Stores.Fault(Stores.Uplink, "a=b", "", true).IndexOf("has no query") > 0);
        PlainStore.Parse(Stores.Uplink, "", new string[0], "eu-west-1", "", "canary", out string fault);
        Assert.AreEqual("s3-region, s3-key-id and s3-secret are set together or not at all", fault);
        PlainStore.Parse(Stores.Uplink, "", new string[0], "eu west", "key", "canary", out fault);
        Assert.AreEqual("s3-region and s3-key-id are letters, digits, - and _", fault);
    }
}
