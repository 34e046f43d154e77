namespace Sealcam.Tests;

[TestClass]
public class StoreAddressTests
{
    [TestMethod]
    public void AnAddressIsTakenApart()
    {
        var address = StoreAddress.Parse("put https://dav.test/in/{device}/{order}.jpg", out string fault);
        Assert.IsNull(fault);
        Assert.AreEqual("dav.test", address.Host);
        Assert.AreEqual(443, address.Port);
        Assert.AreEqual("/in/{device}/{order}.jpg", address.Path);
        address = StoreAddress.Parse("put https://Dav-2.test:8443/a%20b/{order}-{device}", out fault);
        Assert.IsNull(fault);
        Assert.AreEqual("Dav-2.test", address.Host);
        Assert.AreEqual(8443, address.Port);
    }

    [TestMethod]
    public void WhatIsNoAddressIsRefusedWithASentence()
    {
        Refused("post https://h/{device}/{order}", "uplink is empty, sealcam, or put https://");
        Refused("https://h/{device}/{order}", "uplink is empty, sealcam, or put https://");
        Refused("put http://h/{device}/{order}", "starts with https://");
        Refused("put https://", "has no path");
        Refused("put https://canary", "has no path");
        Refused("put https:///{device}/{order}", "is a host name");
        Refused("put https://a_canary/{device}/{order}", "is a host name");
        Refused("put https://me:canary@h/{device}/{order}", "no name or password");
        Refused("put https://h:0/{device}/{order}", "port is 1 to 65535");
        Refused("put https://h:65536/{device}/{order}", "port is 1 to 65535");
        Refused("put https://h:/{device}/{order}", "port is 1 to 65535");
        Refused("put https://h:8x/{device}/{order}", "port is 1 to 65535");
        Refused("put https://h:123456789012/{device}/{order}", "port is 1 to 65535");
    }

    [TestMethod]
    public void BothPlaceholdersAreThereOnceAndNoOthers()
    {
        Refused("put https://h/{device}/still.jpg", "overwrite each other");
        Refused("put https://h/{order}.jpg", "overwrite each other");
        Refused("put https://h/{device}/{order}/{order}", "overwrite each other");
        Refused("put https://h/{device}/{order}/{canary}", "the placeholders are {device} and {order}");
        Refused("put https://h/{device}/{order}/{", "the placeholders are {device} and {order}");
        Refused("put https://h/{Device}/{order}", "the placeholders are {device} and {order}");
        Refused("put https://h/{device}/{order}}", "character 18 of the path must be percent-encoded");
    }

    [TestMethod]
    public void APathIsOneThatNoServerReadsInAnotherWay()
    {
        Refused("put https://h/../{device}/{order}", "no . and no ..");
        Refused("put https://h/{device}/{order}/.", "no . and no ..");
        Refused("put https://h/{device}/./{order}", "no . and no ..");
        Refused("put https://h/a b/{device}/{order}", "character 3 of the path must be percent-encoded");
        Refused("put https://h/%4/{device}/{order}", "must be percent-encoded");
        Refused("put https://h/{device}/{order}%2", "must be percent-encoded");
        Refused("put https://h/{device}/{order}#x", "must be percent-encoded");
        Refused("put https://h/{device}\\{order}", "must be percent-encoded");
        Refused("put https://h/\u00e4/{device}/{order}", "must be percent-encoded");
        Refused("put https://h/{device}/{order}\r\nX: y", "must be percent-encoded");
    }

    private static void Refused(string uplink, string sentence)
    {
        Assert.IsNull(StoreAddress.Parse(uplink, out string fault));
        Assert.IsTrue(fault.IndexOf(sentence) >= 0, fault);
        Assert.IsTrue(fault.IndexOf("canary") < 0, fault);
    }
}
