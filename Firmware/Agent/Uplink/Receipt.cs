using System;

namespace Sealcam;

/// <summary>Reads receipts and error bodies (PROTOCOL.md 5.2 and 5.3) out of a reply. Any bytes may come; a wrong one is just not ours.</summary>
public sealed class Receipt
{
    private const string ReceiptTag = "sealcam receipt 1", ErrorTag = "sealcam error 1";

    private readonly CborReader _cbor = new CborReader();

    /// <summary>Server's time in the receipt (Unix seconds).</summary>
    public uint Time { get; private set; }

    /// <summary>Nonce of a still that somebody asks for, or null.</summary>
    public byte[] Request { get; private set; }

    /// <summary>ms over which to spread the first retry, if <see cref="HasWindow"/>.</summary>
    public uint WindowMs { get; private set; }

    public bool HasWindow { get; private set; }

    /// <summary>The server's sentence, after <see cref="IsError"/>.</summary>
    public string Sentence { get; private set; }

    /// <summary>True if the body is a receipt for exactly this still: its order and its digest.</summary>
    public bool IsFor(KeptStill still, byte[] body, int count)
    {
        _cbor.Start(body, 0, count);
        int items = _cbor.ReadArray();
        if (items < 7 || !IsTag(ReceiptTag, body))
        {
            return false;
        }

        uint boot = _cbor.ReadUInt();
        uint sequence = _cbor.ReadUInt();
        int digestLength = _cbor.ReadBytes(out int digest);
        Time = _cbor.ReadUInt();
        int nonceLength = 0, nonce = 0;
        bool hasRequest = !_cbor.TryReadNull();
        if (hasRequest)
        {
            nonceLength = _cbor.ReadBytes(out nonce);
        }

        HasWindow = !_cbor.TryReadNull();
        WindowMs = HasWindow ? _cbor.ReadUInt() : 0;
        if (_cbor.Failed || items == 7 && !_cbor.AtEnd || boot != still.BootCount || sequence != still.Sequence || digestLength != 32
            || !BigEndian.Same(body, digest, still.Digest, 0, 32)
            || hasRequest && (nonceLength < Limits.NonceMin || nonceLength > Limits.NonceMax))
        {
            return false;
        }

        Request = null;
        if (hasRequest)
        {
            Request = new byte[nonceLength];
            Array.Copy(body, nonce, Request, 0, nonceLength);
        }

        return true;
    }

    /// <summary>Drops the request.</summary>
    public void Forget() => Request = null;

    /// <summary>True if the body is our error body; its sentence is then in <see cref="Sentence"/>.</summary>
    public bool IsError(byte[] body, int count)
    {
        _cbor.Start(body, 0, count);
        int items = _cbor.ReadArray();
        if (items < 3 || !IsTag(ErrorTag, body))
        {
            return false;
        }

        uint code = _cbor.ReadUInt();
        int length = _cbor.ReadText(out int offset);
        if (_cbor.Failed || items == 3 && !_cbor.AtEnd)
        {
            return false;
        }

        Sentence = "error " + code + ": " + Ascii.Text(body, offset, length);
        return true;
    }

    private bool IsTag(string tag, byte[] body)
    {
        int length = _cbor.ReadText(out int offset);
        if (_cbor.Failed || length != tag.Length)
        {
            return false;
        }

        for (int i = 0; i < length; i++)
        {
            if (body[offset + i] != tag[i])
            {
                return false;
            }
        }

        return true;
    }
}
