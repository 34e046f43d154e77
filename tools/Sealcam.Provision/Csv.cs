using System.Text;

namespace Sealcam.Provision;

/// <summary>Comma-separated values (RFC 4180): CRLF behind every line, cells in quotes where that is needed.</summary>
internal static class Csv
{
    /// <summary>What ends every line; a file that ends otherwise was cut off.</summary>
    public const string End = "\r\n";

    /// <summary>
    /// One line. A cell that a spreadsheet would take for a formula gets an apostrophe in front: a device's name is typed by
    /// people, and the registry is opened by others.
    /// </summary>
    public static string Line(params ReadOnlySpan<string> cells)
    {
        var line = new StringBuilder();
        foreach (string cell in cells)
        {
            string text = cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + cell : cell;
            bool isPlain = text.AsSpan().IndexOfAny(",\"\r\n") < 0 && text.Trim() == text;
            line.Append(line.Length > 0 ? "," : "").Append(isPlain ? text : $"\"{text.Replace("\"", "\"\"")}\"");
        }

        return line.Append(End).ToString();
    }
}
