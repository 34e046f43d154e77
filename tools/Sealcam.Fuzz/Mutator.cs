namespace Sealcam.Fuzz;

/// <summary>
/// Makes files at random that get deep into a verifier: authentic stills changed at one or more places, most often in the
/// segment, with lengths mended now and then so that the boxes still fit; JPEGs put together from random segments; and tokens of
/// random CBOR.
/// </summary>
public sealed class Mutator(int seed)
{
    /// <summary>Bytes of the token before the claims: array, protected header, empty map, head of the claims.</summary>
    private const int ClaimsOffset = 44;

    private static readonly byte[] _telling =
        [0, 1, 0x17, 0x18, 0x19, 0x1A, 0x1B, 0x1C, 0x1F, 0x20, 0x3B, 0x40, 0x58, 0x5B, 0x5F, 0x7F, 0x80, 0x84, 0x9B, 0x9F, 0xA0,
         0xA2, 0xBF, 0xC0, 0xD8, 0xD9, 0xDA, 0xDB, 0xE1, 0xEB, 0xF4, 0xF6, 0xF9, 0xFB, 0xFF];

    private readonly Random _random = new(seed);

    /// <summary>The next file. Whether it is authentic by chance (nothing changed) is for the caller to find out.</summary>
    public byte[] Next() => _random.Next(10) switch
    {
        0 => RandomJpeg(),
        1 => TokenMaker.Insert(Pick(Genuine.Sources, 2), TokenMaker.Wrap(RandomItem(0))),
        2 => Mended(Changed(Pick(Genuine.Sources, 60))),
        3 or 4 => WithinToken(Pick(Genuine.Sources, 130), 0),
        5 or 6 => WithinToken(Pick(Genuine.Sources, 130), ClaimsOffset),
        _ => Changed(Pick(Genuine.Sources, 2)),
    };

    private byte[] Pick(byte[][] files, int least)
    {
        byte[] file;
        do
        {
            file = files[_random.Next(files.Length)];
        }
        while (file.Length < least);
        return file;
    }

    /// <summary>
    /// Changes the token, or its claims alone, and wraps it anew. With the claims alone the signature and all lengths around them
    /// stay in order, so that the walk gets to the last element.
    /// </summary>
    private byte[] WithinToken(byte[] file, int from)
    {
        int end = 4 + (file[4] << 8 | file[5]);
        if (file[3] != 0xEB || end > file.Length || end < 55 + ClaimsOffset + 70)
        {
            return Changed(file);
        }

        byte[] token = file[55..end];
        byte[] changed = from == 0 ? Changed(token)
            : [.. token[..42], .. Cbor.Bytes(Changed(token[ClaimsOffset..^66])), .. token[^66..]];
        return [0xFF, 0xD8, .. TokenMaker.Wrap(changed), .. file[end..]];
    }

    private byte[] Changed(byte[] source)
    {
        List<byte> file = [.. source];
        for (int changes = _random.Next(1, 5); changes > 0 && file.Count > 0; changes--)
        {
            // Most of what can go wrong is in the first 300 bytes.
            int at = _random.Next(_random.Next(4) == 0 ? file.Count : Math.Min(file.Count, 300));
            Change(file, at);
        }

        return [.. file];
    }

    private void Change(List<byte> file, int at)
    {
        int count = Math.Min(_random.Next(1, 12), file.Count - at);
        switch (_random.Next(7))
        {
            case 0:
                file[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1:
                file[at] = (byte)_random.Next(256);
                break;
            case 2:
                file[at] = _telling[_random.Next(_telling.Length)];
                break;
            case 3:
                file.RemoveRange(at, count);
                break;
            case 4:
                file.InsertRange(at, file.GetRange(_random.Next(file.Count - count + 1), count));
                break;
            case 5:
                file.Insert(at, _telling[_random.Next(_telling.Length)]);
                break;
            default:
                file[at] += (byte)(_random.Next(2) * 2 - 1);
                break;
        }
    }

    /// <summary>Sets the three lengths around the COSE bytes to where the segment ended before, as far as there is one.</summary>
    private static byte[] Mended(byte[] file)
    {
        if (file.Length < 60)
        {
            return file;
        }

        int cose = Math.Clamp((file[2 + 2] << 8 | file[2 + 3]) - 51, 1, Math.Min(file.Length - 55, 1100));
        byte[] token = file[55..(55 + cose)];
        return [0xFF, 0xD8, .. TokenMaker.Wrap(token), .. file[(55 + cose)..]];
    }

    private byte[] RandomJpeg()
    {
        List<byte> file = [0xFF, 0xD8];
        for (int segments = _random.Next(12); segments > 0; segments--)
        {
            file.AddRange(Enumerable.Repeat((byte)0xFF, _random.Next(8) == 0 ? _random.Next(40) : 0));
            int code = _random.Next(3) == 0 ? _random.Next(256) : _telling[_random.Next(_telling.Length)];
            byte[] content = new byte[_random.Next(60)];
            _random.NextBytes(content);
            file.AddRange(_random.Next(6) == 0 ? [0xFF, (byte)code] : SmallJpeg.Segment(code, content));
        }

        byte[] tail = Genuine.Sources[_random.Next(Genuine.Sources.Length)];
        file.AddRange(tail.Skip(2));
        return [.. file];
    }

    private byte[] RandomItem(int depth)
    {
        int major = _random.Next(8);
        long number = _random.Next(6) switch { 0 => _random.NextInt64(), 1 => _random.Next(), _ => _random.Next(40) };
        ulong value = (ulong)number;
        byte[] head = Cbor.Head(major, value, _random.Next(5) switch { 0 => 1, 1 => 2, 2 => 4, 3 => 8, _ => 0 });
        byte[] content = [];
        if (major is 2 or 3)
        {
            content = new byte[Math.Min(value, 80)];
            _random.NextBytes(content);
        }
        else if (major is 4 or 5 or 6 && depth < 4)
        {
            content = Enumerable.Range(0, (int)Math.Min(value, 6)).SelectMany(_ => RandomItem(depth + 1)).ToArray();
        }

        // Head writes an argument of no bytes into the first one, whatever it is: that makes wrong heads too.
        return depth == 0 ? [.. head, .. content, .. new byte[_random.Next(3)]] : [.. head, .. content];
    }
}
