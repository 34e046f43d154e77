using System.Text;

namespace Sealcam.Tool.Terminals.Fuzz;

/// <summary>Hostile input by a seed: the grammar's lines, damaged ones, editing keys, Improv frames and plain noise.</summary>
internal sealed class LineMaker(Random dice, FuzzBoard board)
{
    private static readonly string[] Oddities =
    [
        "", "-1", "0", "99999999999", "\"", "'", "\\", "a b", "--json", "-h", ";", "=", "\u00e4\u20ac\U0001f511",
        "end", "all", "on", "off",
        "workshop", "%s%n", "../../etc", "localhost", "2026-11-22T13:00:00Z", "2026-13-99T99:99:99Z",
        "-----BEGIN CERTIFICATE-----",
    ];

    private static readonly string[] Names = ["workshop", "canary-net", "'Guest Lounge'", "\"a;b\"", "\u20ac"];

    private static readonly string[] Keys =
        ["\u001b[A", "\u001b[B", "\u001b[C", "\u001b[D", "\u001b[3~", "\u0001", "\u0005",
            "\u000b", "\u0015", "\u0017", "\f", "\t", "\u007f", "\u0003", "\u001b", "\u001b["];

    private readonly CommandTable _table = new();

    /// <summary>One line, or one frame.</summary>
    public byte[] Next()
    {
        switch (dice.Next(16))
        {
            case 0:
                return Noise();
            case 1:
            case 2:
                return Frame();
            case 3:
                return Text($"\u0003unlock\r{board.Passphrase}\r");
            case 4:
                return Text($"\u0003wifi set {Pick(Names)} {board.WifiPassword}\r");
            case 5:
                return Text(dice.Next(2) == 0 ? $"\u0003config set wifi-password {board.WifiPassword}{Pick(Keys)}\r"
                    : $"\u0003uplink set put https://h/{{device}}/{{order}}?{board.StoreSecret}{Pick(Keys)}\r");
            case 6:
                return Text($"\u0003passphrase {board.NewPassphrase}\r");
            case 7:
                return Text("\u0003config import\rhost = a\rwifi-password = "
                    + board.WifiPassword + "\r" + Pick(Oddities) + "\rend\r");
            case 8:
                return Damage(Text(Command()));
            default:
                return Text(Command());
        }
    }

    private string Command()
    {
        var line = new StringBuilder();
        for (int commands = dice.Next(1, 4); commands > 0; commands--)
        {
            ConsoleCommand command = _table[dice.Next(_table.Count)];
            line.Append(command.Name);
            for (int i = dice.Next(4); i > 0; i--)
            {
                bool setting = dice.Next(3) == 0;
                line.Append(' ').Append(setting ? SettingTable.Row(dice.Next(SettingTable.Count)).Name : Pick(Oddities));
            }

            line.Append(dice.Next(6) == 0 ? Pick(Keys) : "").Append(commands > 1 ? "; " : "\r");
        }

        return line.ToString();
    }

    private byte[] Frame()
    {
        int type = dice.Next(8) == 0 ? dice.Next(256) : 3;
        byte[] data = dice.Next(3) == 0 ? Bytes(dice.Next(40)) : [(byte)dice.Next(9), 0];
        if (dice.Next(3) == 0)
        {
            byte[] ssid = Encoding.UTF8.GetBytes(dice.Next(2) == 0 ? "workshop" : "canary-net");
            byte[] password = Encoding.UTF8.GetBytes(board.WifiPassword);
            data = [1, (byte)(ssid.Length + password.Length + 2), (byte)ssid.Length, .. ssid, (byte)password.Length, .. password];
        }

        byte[] frame = [.. "IMPROV\u0001"u8, (byte)type, (byte)data.Length, .. data, 0];
        frame[^1] = ImprovScanner.Sum(frame, frame.Length - 1);
        frame = [.. frame, (byte)'\n'];

        // Not cut: half a frame with a password in it counts as typing once it is damaged in its header.
        int at = dice.Next(8) == 0 ? dice.Next(7, frame.Length) : -1;
        if (at > 0)
        {
            frame[at] ^= (byte)(1 << dice.Next(8));
        }

        return frame;
    }

    private byte[] Noise() => Bytes(dice.Next(1, 400));

    private byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        dice.NextBytes(bytes);
        return bytes;
    }

    private byte[] Damage(byte[] bytes)
    {
        for (int i = dice.Next(1, 4); i > 0; i--)
        {
            bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
        }

        return [.. bytes, (byte)'\r'];
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private string Pick(string[] from) => from[dice.Next(from.Length)];
}
