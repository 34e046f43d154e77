using System.Buffers.Binary;
using System.Text;
using Sealcam.Verify;

namespace Sealcam.Cuts.World;

/// <summary>A still that the receiver has.</summary>
internal sealed record Delivered(byte[] Digest, uint Dropped, uint? PreviousLast)
{
    /// <summary>The agent has read the receipt and lived to the end of that Step.</summary>
    public bool IsTold { get; set; }
}

/// <summary>
/// A receiver that verifies every still and forgets nothing. What it finds wrong goes to <paramref name="wrong"/>.
/// </summary>
internal sealed class Receiver(Action<string> wrong)
{
    private readonly List<byte> _request = [];
    private Delivered? _answered;
    private Delivered? _read;

    /// <summary>By "device boot-sequence".</summary>
    public Dictionary<string, Delivered> Stills { get; } = [];

    public int Duplicates { get; private set; }

    public static string Key(string device, uint boot, uint sequence) => $"{device} {boot}-{sequence}";

    public void Connected() => _request.Clear();

    /// <summary>The answer, once a request is whole.</summary>
    public byte[]? Take(ReadOnlySpan<byte> bytes, bool refuse)
    {
        _request.AddRange(bytes);
        byte[] all = [.. _request];
        int head = all.AsSpan().IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return null;
        }

        string text = Encoding.ASCII.GetString(all, 0, head);
        int length = int.Parse(text[(text.LastIndexOf(' ') + 1)..]);
        if (all.Length < head + 4 + length)
        {
            return null;
        }

        _request.Clear();
        return Judge(all.AsSpan(head + 4, length), refuse);
    }

    /// <summary>The agent has the whole answer.</summary>
    public void AnswerRead() => (_read, _answered) = (_answered, null);

    /// <summary>A Step has ended with power on: what was read in it has had its effect.</summary>
    public void StepEnded(bool powered)
    {
        if (_read is { } told && powered)
        {
            told.IsTold = true;
        }

        _read = null;
    }

    private byte[] Judge(ReadOnlySpan<byte> still, bool refuse)
    {
        _answered = null;
        Finding finding = StillVerifier.Verify(still);
        if (finding.Token is not { } token)
        {
            wrong($"a still arrived with verdict {finding.Verdict}: {finding.Reason}");
            return Answer("422 Unprocessable", Error(3));
        }

        if (refuse)
        {
            return Answer("422 Unprocessable", Error(3));
        }

        string key = Key(token.Device, token.BootCount, token.Sequence);
        if (!Stills.TryGetValue(key, out Delivered? there))
        {
            Stills[key] = there = new Delivered(token.Digest, token.Dropped, token.PreviousLast);
        }
        else if (there.Digest.AsSpan().SequenceEqual(token.Digest))
        {
            Duplicates++;
        }
        else
        {
            wrong($"conflict: two stills with order {key}");
        }

        _answered = there;
        return Answer("200 OK", Receipt(token));
    }

    private static byte[] Answer(string status, byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];

    private static byte[] Receipt(Token token) =>
        [0x87, .. Text("sealcam receipt 1"), .. Number(token.BootCount), .. Number(token.Sequence), 0x58, 32, .. token.Digest,
            .. Number(1790000000), 0xF6, 0xF6];

    private static byte[] Error(byte code) => [0x83, .. Text("sealcam error 1"), code, .. Text("refused")];

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Number(uint value)
    {
        byte[] four = new byte[5];
        four[0] = 0x1A;
        BinaryPrimitives.WriteUInt32BigEndian(four.AsSpan(1), value);
        return value < 24 ? [(byte)value] : value < 256 ? [0x18, (byte)value]
            : value < 65536 ? [0x19, (byte)(value >> 8), (byte)value] : four;
    }
}
