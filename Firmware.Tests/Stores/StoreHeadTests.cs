namespace Sealcam.Tests;

[TestClass]
public class StoreHeadTests
{
    [TestMethod]
    public void ThePutIsTheRequestOfTheProtocol()
    {
        var store = Stores.Make(Stores.Uplink, "sv=1&sig=a%2Fb%3D", "x-ms-blob-type: BlockBlob", "Authorization:Basic YTpi ");
        Assert.AreEqual("PUT /in/" + Stores.Device + "/0000000007-0000000012.jpg?sv=1&sig=a%2Fb%3D HTTP/1.1..Host: store.test.."
            + "Content-Type: image/jpeg..x-ms-blob-type: BlockBlob..Authorization: Basic YTpi..Content-Length: 500....",
            Stores.Head(store, 7, 12, 1790000000));
        store = Stores.Make("put https://h:8443/{order}/{device}", "", "", "");
        Assert.AreEqual("PUT /4294967295-0000000001/" + Stores.Device + " HTTP/1.1..Host: h:8443..Content-Type: image/jpeg.."
            + "Content-Length: 500....", Stores.Head(store, 4294967295, 1, 1790000000));
    }

    [TestMethod]
    public void NamesSortAsOrdersDo()
    {
        string before = "";
        uint[] steps = { 1, 2, 9, 10, 11, 99, 100, 999999999, 1000000000, 4294967295 };
        for (int boot = 0; boot < steps.Length; boot++)
        {
            for (int sequence = 0; sequence < steps.Length; sequence++)
            {
                string name = StoreHead.OrderText(steps[boot], steps[sequence]);
                Assert.AreEqual(StoreHead.OrderLength, name.Length);
                Assert.IsTrue(IsBefore(before, name), name);
                before = name;
            }
        }
    }

    [TestMethod]
    public void AHeadThatDoesNotFitOneWriteIsRefusedAndTheLongestOthersFit()
    {
        string[] headers = { Long("a", 200), Long("b", 200), Long("c", 200), Long("d", 200) };
        string uplink = Stores.Uplink + Long("", 200 - Stores.Uplink.Length).Substring(2), query = Long("", 220).Substring(2);
        Assert.IsNotNull(PlainStore.Parse(uplink, query, headers, "", "", "", out string fault), fault);

        // The names stand in the head twice if they are signed.
        string key = Long("", 130).Substring(2), region = Long("", 34).Substring(2);
        headers[0] = Long("", 160).Substring(2) + ": 1";
        headers[1] = Long("", 161).Substring(2) + ": 1";
        Assert.IsNull(PlainStore.Parse(uplink, "", headers, region, key, key, out fault));
        Assert.AreEqual("uplink: address, query and headers are more than 1734 bytes together", fault);

        // What fits is as long as was foreseen, but for the digits of the length.
        headers[2] = headers[3] = "";
        var store = PlainStore.Parse(uplink, "", headers, region, key, key, out fault);
        Assert.IsNotNull(store, fault);
        int written = Stores.Head(store, 1, 1, 1790000000).Length;
        int most = new StoreHead(store, null, null).MostBytes;
        Assert.IsTrue(written <= most && written > most - 16, written + " of " + most);
    }

    private static string Long(string name, int length)
    {
        string text = name + ": ";
        while (text.Length < length)
        {
            text += "x";
        }

        return text;
    }

    private static bool IsBefore(string a, string b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
            {
                return a[i] < b[i];
            }
        }

        return a.Length < b.Length;
    }
}
