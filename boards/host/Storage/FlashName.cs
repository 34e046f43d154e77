using System;
using System.IO;

namespace Sealcam.Host;

/// <summary>The names that a board's contracts allow, and nothing that could lead out of the folder.</summary>
internal static class FlashName
{
    private const int Chars = 31;

    public static string In(string folder, string name)
    {
        bool good = name is { Length: > 0 and <= Chars } && name.Trim('.').Length > 0;
        for (int i = 0; good && i < name.Length; i++)
        {
            good = name[i] is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-';
        }

        return good ? Path.Combine(folder, name)
            : throw new ArgumentException($"'{name}' is not a file name of flash: 1 to {Chars} of a-z, 0-9, '.' and '-'");
    }
}
