using System.Text;

namespace Sealcam.Tool.Flashing;

/// <summary>Gets the password from where other users of the machine cannot see it: never from the command line.</summary>
internal static class WifiPassword
{
    public const string Variable = "SEALCAM_WIFI_PASSWORD";

    /// <summary>From the file, else from the environment, else typed.</summary>
    /// <exception cref="UsageException">There is nowhere to get it from.</exception>
    public static string Get(string ssid, FileInfo? file)
    {
        if (file != null)
        {
            return file.Exists ? File.ReadAllText(file.FullName).TrimEnd('\r', '\n')
                : throw new UsageException($"There is no file {file.FullName}.");
        }

        return Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given
            : Console.IsInputRedirected ? throw new UsageException(
                $"No password for {ssid}: give --wifi-password-file, set {Variable}, or type it at a terminal.")
            : Type(ssid);
    }

    private static string Type(string ssid)
    {
        Console.Error.Write($"Password of {ssid} (not shown): ");
        var typed = new StringBuilder();
        while (true)
        {
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
            {
                Console.Error.WriteLine();
                return typed.ToString();
            }

            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (key.KeyChar >= ' ')
            {
                typed.Append(key.KeyChar);
            }
        }
    }
}
