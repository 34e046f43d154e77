using System.Text;
using System.Text.Json;
using Sealcam.Tool.Flashing;

namespace Sealcam.Tool.Tests;

[TestClass]
public class DeploymentTests
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sealcam-flash-tests-");

    [TestCleanup]
    public void Clean() => _folder.Delete(recursive: true);

    [TestMethod]
    public void WhatNanoffReadsLiesInAFolderOfThisUserAloneAndGoesAfterwards()
    {
        using var nanoff = new StandIn();
        FlashRequest request = Requests.Full(Requests.Board("esp32-vc0706"));
        Assert.AreEqual(ExitCode.Ok, Requests.Run(request, nanoff, out string? fault), fault);
        (string network, string mode) = nanoff.Seen("network.json");
        Assert.AreEqual("-rw-------", mode);
        Assert.IsTrue(network.Contains("\"Password\": \"ladder-and-gloves\""));
        Assert.AreEqual("-rw-------", nanoff.Seen("settings.txt").Mode);
        Assert.IsFalse(Directory.Exists(nanoff.WorkFolder));
        Assert.IsFalse(nanoff.Calls.Any(call => call.Any(word => word.Contains("ladder"))), "the password as an argument");
    }

    [TestMethod]
    public void TheFolderGoesAlsoAfterAFailure()
    {
        using var nanoff = new StandIn();
        nanoff.Fail("--update", 4003, "E4003");
        Requests.Run(Requests.Full(Requests.Board("esp32-vc0706")), nanoff, out _);
        Assert.IsFalse(Directory.Exists(nanoff.WorkFolder));
    }

    [TestMethod]
    public void EachFileIsDeletedBeforeItIsWritten()
    {
        string path = Put("order.new", "x");
        using JsonDocument json = JsonDocument.Parse(DeploymentJson.Files("COM9", [DeployedFile.From(path)]));
        Assert.AreEqual("COM9", json.RootElement.GetProperty("SerialPort").GetString());
        JsonElement[] entries = [.. json.RootElement.GetProperty("Files").EnumerateArray()];
        Assert.AreEqual(2, entries.Length);
        Assert.IsTrue(entries.All(entry => entry.GetProperty("DestinationFilePath").GetString() == @"I:\order.new"));
        Assert.IsFalse(entries[0].TryGetProperty("SourceFilePath", out _));
        Assert.AreEqual(path, entries[1].GetProperty("SourceFilePath").GetString());
    }

    [TestMethod]
    public void AnOpenNetworkHasNoPasswordAndAStoredOneIsJoinedAtBoot()
    {
        WifiNetwork open = WifiNetwork.Check("café", null, true);
        using JsonDocument json = JsonDocument.Parse(DeploymentJson.Network("COM9", open, masked: false));
        JsonElement client = json.RootElement.GetProperty("WirelessClient");
        Assert.AreEqual("café", client.GetProperty("Ssid").GetString());
        Assert.AreEqual("", client.GetProperty("Password").GetString());
        Assert.AreEqual("Open", client.GetProperty("Authentication").GetString());
        Assert.AreEqual("AutoConnect", client.GetProperty("ConfigurationOption").GetString());
    }

    [TestMethod]
    public void NamesAndPasswordsThatNoNetworkHasAreRefused()
    {
        Assert.ThrowsExactly<UsageException>(() => WifiNetwork.Check("", "12345678", false));
        Assert.ThrowsExactly<UsageException>(() => WifiNetwork.Check(new string('ü', 17), "12345678", false));
        Assert.ThrowsExactly<UsageException>(() => WifiNetwork.Check("a", "1234567", false));
        Assert.ThrowsExactly<UsageException>(() => WifiNetwork.Check("a", new string('a', 64), false));
        Assert.IsNotNull(WifiNetwork.Check("a", "12345678", false));
    }

    [TestMethod]
    public void ADevicesFilesAreThoseOfItsFlashFolderOrItsOwn()
    {
        Put("order.new", "x");
        Put(".hidden", "x");
        CollectionAssert.AreEqual(new[] { "order.new" }, DeviceFolder.Files(_folder).Select(file => file.Name).ToArray());
        _folder.CreateSubdirectory("flash");
        Assert.ThrowsExactly<UsageException>(() => DeviceFolder.Files(_folder), "an empty flash folder");
        Put(Path.Combine("flash", "device.pem"), "y");
        CollectionAssert.AreEqual(new[] { "device.pem" }, DeviceFolder.Files(_folder).Select(file => file.Name).ToArray());
    }

    [TestMethod]
    public void TheServerGoesIntoTheDevicesSettingsAndTheNetworkOutOfThem()
    {
        Put("settings.txt", "host = old.example\ninterval = 7\nwifi-ssid = barn\nwifi-password = hay-and-straw\n");
        DeployedFile made = FlashFiles.Gather(_folder, null, ServerSettings.Parse("https://new.example:8444/in"), true).Single();
        var text = new ConfigText(new Config());
        text.TakeFile(made.Made!, made.Made!.Length);
        text.Finish();
        Assert.IsNull(text.Fault);
        Assert.AreEqual("new.example", text.Config[SettingTable.Host]);
        Assert.AreEqual("8444", text.Config[SettingTable.Port]);
        Assert.AreEqual("/in", text.Config[SettingTable.Path]);
        Assert.AreEqual("7", text.Config[SettingTable.Interval]);
        Assert.AreEqual("", text.Config[SettingTable.WifiSsid]);
        Assert.IsFalse(Encoding.UTF8.GetString(made.Made).Contains("hay-and-straw"));
    }

    [TestMethod]
    [DataRow("uplink-query = sig=hay-and-straw\nheader-1 = x-a: hay-and-straw\nheader-4 = x-d: hay-and-straw\n")]
    [DataRow("header-2 = x-b: hay-and-straw\ns3-region = eu\ns3-key-id = id\ns3-secret = hay-and-straw\n")]
    public void ANamedServerTakesThePlaceOfAPlainStoreAndOfItsKeys(string keys)
    {
        Put("settings.txt", "host = old.example\npath = /old\nname = barn door\n"
            + "uplink = put https://store.example/{device}/{order}.jpg\n" + keys);
        DeployedFile made = FlashFiles.Gather(_folder, null, ServerSettings.Parse("https://new.example:8444"), false).Single();
        var text = new ConfigText(new Config());
        text.TakeFile(made.Made!, made.Made!.Length);
        text.Finish();
        Assert.IsNull(text.Fault);
        Assert.AreEqual("new.example", StoreSettings.Server(text.Config, out int port));
        Assert.AreEqual(8444, port);
        Assert.AreEqual("/v1/stills", text.Config[SettingTable.Path]);
        Assert.AreEqual("barn door", text.Config[SettingTable.Name]);
        Assert.IsFalse(Encoding.UTF8.GetString(made.Made).Contains("hay-and-straw"));
        for (int setting = SettingTable.Uplink; setting <= SettingTable.S3Secret; setting++)
        {
            Assert.AreEqual("", text.Config[setting], $"setting {setting}");
        }
    }

    [TestMethod]
    public void APlainStoreIsNoServer()
    {
        string fault = Assert.ThrowsExactly<UsageException>(
            () => ServerSettings.Parse("put https://store.example/{device}/{order}.jpg?sig=x")).Message;
        Assert.IsTrue(fault.Contains("settings.txt"), fault);
    }

    [TestMethod]
    public void SettingsThatTheBoardWouldRefuseAreRefusedHere()
    {
        Put("settings.txt", "host = a.example\ninterwal = 7\n");
        string fault = Assert.ThrowsExactly<UsageException>(() => FlashFiles.Gather(_folder, null, null, false)).Message;
        Assert.IsTrue(fault.Contains("nearest is interval"), fault);
    }

    [TestMethod]
    public void AServerIsSpokenToByTlsOrNotAtAll()
    {
        foreach (string text in new[] { "http://a.example", "a.example", "https://u:p@a.example", "https://a.example/?x=1" })
        {
            Assert.ThrowsExactly<UsageException>(() => ServerSettings.Parse(text), text);
        }
    }

    [TestMethod]
    public void ACaIsACertificateAndNeverAKey()
    {
        Assert.ThrowsExactly<UsageException>(() => Ca("not a certificate"));
        Assert.ThrowsExactly<UsageException>(() => Ca("-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----"));
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest(
            "CN=test", key, System.Security.Cryptography.HashAlgorithmName.SHA256);
        string pem = request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1)).ExportCertificatePem();
        Assert.AreEqual("ca.pem", Ca(pem).Single().Name);
    }

    private IReadOnlyList<DeployedFile> Ca(string text) =>
        FlashFiles.Gather(null, new FileInfo(Put("some.crt", text)), null, false);

    private string Put(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
