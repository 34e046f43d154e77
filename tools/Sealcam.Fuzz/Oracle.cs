namespace Sealcam.Fuzz;

/// <summary>
/// Says which letter a file without a valid token must get: X, U or N, by the walk of PROTOCOL.md 4.1 written a second time, as a
/// list of segments and without care for speed.
/// </summary>
public static class Oracle
{
    private static readonly byte[] _uuid = Convert.FromHexString("9014C70B35CF4405A61E342B0745B314");

    /// <summary>One marker segment: its code, and its bytes from the FF that stands before the code.</summary>
    public sealed record Part(int Code, int Start, byte[] Bytes);

    public static char Letter(byte[] file)
    {
        List<Part>? parts = Parts(file);
        return parts is null ? 'X' : parts.Any(IsOurs) ? 'N' : 'U';
    }

    /// <summary>The segments up to SOS, or null if the file is unreadable.</summary>
    public static List<Part>? Parts(byte[] file)
    {
        if (file is not [0xFF, 0xD8, ..])
        {
            return null;
        }

        List<Part> parts = [];
        int i = 2;
        while (i + 1 < file.Length && file[i] == 0xFF)
        {
            int code = file[i + 1];
            if (code == 0xFF)
            {
                i++;
            }
            else if (code == 1 || code >= 0xD0 && code <= 0xD7)
            {
                i += 2;
            }
            else
            {
                int length = i + 3 < file.Length ? file[i + 2] * 256 + file[i + 3] : 0;
                if (code is 0 or 0xD8 or 0xD9 || length < 2 || i + 2 + length > file.Length)
                {
                    return null;
                }

                parts.Add(new Part(code, i, file[i..(i + 2 + length)]));
                i += 2 + length;
                if (code == 0xDA)
                {
                    return parts.Any(part => part.Code == 0xDB) && parts.Any(IsFrame) ? parts : null;
                }
            }
        }

        return null;
    }

    private static bool IsFrame(Part part) => part.Code is 0xC0 or 0xC1 or 0xC2 or 0xC3 or 0xC5 or 0xC6 or 0xC7
        or 0xC9 or 0xCA or 0xCB or 0xCD or 0xCE or 0xCF;

    private static bool IsOurs(Part part) => part.Code == 0xEB && part.Bytes.Length >= 44
        && part.Bytes[4..6].SequenceEqual("JP"u8.ToArray()) && part.Bytes[16..20].SequenceEqual("jumb"u8.ToArray())
        && part.Bytes[24..28].SequenceEqual("jumd"u8.ToArray()) && part.Bytes[28..44].SequenceEqual(_uuid);
}
