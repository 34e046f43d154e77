using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Tool.Flashing;

/// <summary>
/// Gathers what goes to drive I:, each name once; what is given on the command line replaces the device folder's.
/// </summary>
internal static class FlashFiles
{
    /// <summary>The deployed identity, as the firmware names it.</summary>
    public const string Identity = OrderBook.NewName;

    /// <summary>The server's CA, as the firmware names it (DeviceCredentials.CaName).</summary>
    public const string Ca = "ca.pem";

    /// <summary>Bytes that the firmware reads of it.</summary>
    private const int CaMax = 8192;

    public static IReadOnlyList<DeployedFile> Gather(DirectoryInfo? device, FileInfo? ca, Uri? server, bool clearWifi)
    {
        var files = new SortedDictionary<string, DeployedFile>(StringComparer.Ordinal);
        foreach (DeployedFile file in device == null ? [] : DeviceFolder.Files(device))
        {
            files[file.Name] = file;
        }

        if (ca != null)
        {
            files[Ca] = Certificate(ca);
        }

        DeployedFile? old = files.GetValueOrDefault(ConfigFile.Name);
        if (server != null || (clearWifi && old != null))
        {
            files[ConfigFile.Name] = ServerSettings.Make(old, server, clearWifi);
        }
        else if (old != null)
        {
            ServerSettings.Read(old);
        }

        return [.. files.Values];
    }

    private static DeployedFile Certificate(FileInfo file)
    {
        DeployedFile found = DeployedFile.From(file.FullName, Ca);
        string text = File.ReadAllText(file.FullName);
        if (text.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            throw new UsageException($"{file.FullName} holds a private key: give the certificate alone.");
        }

        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(text);
        }
        catch (CryptographicException)
        {
            certificates.Clear();
        }

        return certificates.Count > 0 && file.Length <= CaMax ? found
            : throw new UsageException($"{file.FullName} is not a file of PEM certificates with at most {CaMax} bytes.");
    }
}
