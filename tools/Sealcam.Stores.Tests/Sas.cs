using System.Security.Cryptography;
using System.Text;

namespace Sealcam.Stores.Tests;

/// <summary>
/// Shared access signatures of Azure Storage, made as its REST reference says ("Create a service SAS", "Create an account SAS";
/// fields of version 2020-12-06 and later), with the account that every emulator knows.
/// </summary>
internal static class Sas
{
    public const string Account = "devstoreaccount1", Version = "2024-11-04";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>For one container: these permissions, for a day.</summary>
    public static string Container(string container, string permissions)
    {
        string end = Time(DateTime.UtcNow.AddDays(1));
        string resource = $"/blob/{Account}/{container}";
        string[] signed = [permissions, "", end, resource, "", "", "https", Version, "c", "", "", "", "", "", "", ""];
        return $"sv={Version}&sr=c&sp={permissions}&se={Escape(end)}&spr=https&sig={Escape(Sign(string.Join('\n', signed)))}";
    }

    /// <summary>For the whole account, to make containers.</summary>
    public static string Everything()
    {
        string end = Time(DateTime.UtcNow.AddDays(1));
        string[] signed = [Account, "rwdlac", "b", "sco", "", end, "", "https", Version, "", ""];
        return $"sv={Version}&ss=b&srt=sco&sp=rwdlac&se={Escape(end)}&spr=https&sig={Escape(Sign(string.Join('\n', signed)))}";
    }

    private static string Sign(string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes(text)));

    private static string Time(DateTime time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
