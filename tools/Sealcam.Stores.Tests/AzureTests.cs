using System.Diagnostics;
using System.Net;

namespace Sealcam.Stores.Tests;

/// <summary>
/// The real agent against Azurite, Microsoft's emulator of Azure Storage, which checks shared access signatures: Put Blob with
/// the SAS of a container.
/// </summary>
[TestClass]
public class AzureTests
{
    private static readonly string[] Headers = 
        ["header-1 = x-ms-blob-type: BlockBlob", "header-2 = x-ms-version: " + Sas.Version];

    [TestMethod]
    public void AContainersSasTakesStillsAndAWrongOneDoesNot()
    {
        string packages = Tools.Packages("azure");
        using var desk = new Desk();
        int port = Tools.FreePort();
        string said = "";
        string[] arguments =
        [
            Path.Combine(packages, "node_modules/azurite/dist/src/blob/main.js"), "--blobPort", $"{port}",
            "--location", desk["azure"], "--cert", desk.CertificateFile, "--key", desk.KeyFile, "--silent", "--disableTelemetry",
        ];
        Process server = Tools.Start("node", arguments, line => said += line + "\n");
        try
        {
            Tools.Await(server, port, () => said);
            string account = $"https://localhost:{port}/{Sas.Account}";
            using HttpClient http = Http(desk);
            using (var make = new HttpRequestMessage(HttpMethod.Put, $"{account}/stills?restype=container&{Sas.Everything()}"))
            {
                make.Content = new ByteArrayContent([]);
                Assert.AreEqual(HttpStatusCode.Created, http.Send(make).StatusCode, said);
            }

            string address = $"uplink = put {account}/stills/{{device}}/{{order}}.jpg?";
            Refused(desk, address + Sas.Container("stills", "r"));
            Refused(desk, address + Sas.Container("others", "cw"));
            string sas = Sas.Container("stills", "cw");
            using StoreCamera camera = desk.Camera(5, [address + sas, .. Headers]);
            camera.Drain();
            Assert.AreEqual(5, camera.Counters.Receipted);
            Assert.IsFalse(camera.Log.Contains(sas[^20..]), camera.Log);
            string read = Sas.Container("stills", "r");
            string folder = $"{account}/stills/{camera.Agent.DeviceId}";
            Desk.VerifyWhole(Enumerable.Range(1, 5).Select(n => $"{folder}/0000000003-{n:d10}.jpg?{read}")
                .Select(blob => (blob, http.GetByteArrayAsync(blob).Result)), 5);
        }
        finally
        {
            Tools.Kill(server);
        }
    }

    private static void Refused(Desk desk, string uplink)
    {
        using StoreCamera camera = desk.Camera(1, [uplink, .. Headers]);
        const string Sentence = "answer 403, not allowed: check header-1 to header-4 and uplink-query: held";
        Assert.IsTrue(camera.Run(() => camera.Log.Contains(Sentence)), camera.Log);
        Assert.IsFalse(camera.Log.Contains("sig="), camera.Log);
    }

    /// <summary>A client that trusts the desk's CA and nobody else.</summary>
    private static HttpClient Http(Desk desk) => new(new SocketsHttpHandler
    {
        SslOptions = new()
        {
            CertificateChainPolicy = new()
            {
                TrustMode = System.Security.Cryptography.X509Certificates.X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { desk.Authority.Certificate },
                RevocationMode = System.Security.Cryptography.X509Certificates.X509RevocationMode.NoCheck,
            },
        },
    });
}
