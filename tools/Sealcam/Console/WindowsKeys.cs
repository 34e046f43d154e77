using System.Text;

namespace Sealcam.Tool.Terminals;

/// <summary>Keys of a Windows console as the bytes that a terminal would send.</summary>
internal static class WindowsKeys
{
    public static byte[] Bytes(ConsoleKeyInfo key) => key.Key switch
    {
        ConsoleKey.UpArrow => "\u001b[A"u8.ToArray(),
        ConsoleKey.DownArrow => "\u001b[B"u8.ToArray(),
        ConsoleKey.RightArrow => "\u001b[C"u8.ToArray(),
        ConsoleKey.LeftArrow => "\u001b[D"u8.ToArray(),
        ConsoleKey.Home => "\u001b[H"u8.ToArray(),
        ConsoleKey.End => "\u001b[F"u8.ToArray(),
        ConsoleKey.Delete => "\u001b[3~"u8.ToArray(),
        ConsoleKey.Backspace => [0x7F],
        _ => key.KeyChar == 0 ? [] : Encoding.UTF8.GetBytes([key.KeyChar]),
    };
}
