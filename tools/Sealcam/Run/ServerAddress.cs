using System.CommandLine.Parsing;

namespace Sealcam.Tool.Run;

/// <summary>Where another process takes the stills.</summary>
internal sealed record ServerAddress(string Host, int Port)
{
    /// <summary>Reads "host:8443", "10.0.0.1:8443" or "[::1]:8443".</summary>
    public static ServerAddress? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (Uri.TryCreate($"https://{text}/", UriKind.Absolute, out Uri? uri) && uri.PathAndQuery == "/"
            && uri.UserInfo.Length == 0 && text.EndsWith($":{uri.Port}", StringComparison.Ordinal))
        {
            return new ServerAddress(uri.DnsSafeHost, uri.Port);
        }

        result.AddError($"--server takes HOST:PORT, not '{text}'.");
        return null;
    }
}
