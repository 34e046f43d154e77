using System.Text;

namespace Sealcam.Provision;

/// <summary>A device's label: what it says, as text.</summary>
internal static class LabelText
{
    private const int GroupChars = 4, GroupsALine = 4;

    /// <summary>What the QR code holds: the very text that the console's <c>id</c> draws.</summary>
    public static string Code(string device) => IdCommand.Scheme + device.ToUpperInvariant();

    /// <summary>The ID in groups of four, four groups a line, for people who compare.</summary>
    public static string[] Groups(string device) =>
        [.. device.Chunk(GroupChars).Select(group => new string(group)).Chunk(GroupsALine).Select(line => string.Join(' ', line))];

    /// <summary>The file label.txt. It holds the passphrase.</summary>
    public static byte[] File(DeviceSummary device, string passphrase)
    {
        var text = new StringBuilder($"Sealcam {device.Name}\nfingerprint  {device.Fingerprint}\nwords        {device.Words}\n");
        string lead = "device ID    ";
        foreach (string line in Groups(device.Device))
        {
            text.Append(lead).Append(line).Append('\n');
            lead = "             ";
        }

        text.Append($"QR code      {Code(device.Device)}\npassphrase   {passphrase}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The QR code for a terminal with a dark ground, two rows a line, as the console draws it.</summary>
    public static string Drawn(string device)
    {
        var code = new QrCode(Code(device));
        var text = new StringBuilder();
        for (int y = 0; y < QrCode.Drawn; y += 2)
        {
            for (int x = 0; x < QrCode.Drawn; x++)
            {
                bool upper = !code.IsDark(x, y), lower = y + 1 < QrCode.Drawn && !code.IsDark(x, y + 1);
                text.Append((upper, lower) switch { (true, true) => '█', (true, false) => '▀', (false, true) => '▄', _ => ' ' });
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
