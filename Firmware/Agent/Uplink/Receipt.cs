using System;

namespace Sealcam;

/// <summary>
/// Reads the bodies of answers (PROTOCOL.md 5.2 to 5.5): receipts, requests, errors. Any bytes may come; a wrong one is just not
/// ours.
/// </summary>
public sealed class Receipt
{
    private const string ReceiptTag = "sealcam receipt 1", ErrorTag = "sealcam error 1", RequestTag = "sealcam request 1",
        HealthTag = "sealcam health receipt 1";

    private readonly CborReader _cbor = new CborReader();

    /// <summary>Server's time in the answer (Unix seconds).</summary>
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
        bool isRequest = ReadNonce(out int nonce, out int nonceLength);
        HasWindow = !_cbor.TryReadNull();
        WindowMs = HasWindow ? _cbor.ReadUInt() : 0;
        if (_cbor.Failed || items == 7 && !_cbor.AtEnd || boot != still.BootCount || sequence != still.Sequence
            || digestLength != 32 || !BigEndian.Same(body, digest, still.Digest, 0, 32) || !isRequest)
        {
            return false;
        }

        TakeNonce(body, nonce, nonceLength);
        return true;
    }

    /// <summary>
    /// True if the body is the answer to a poll: a nonce in <see cref="Request"/>, or null there when nobody asks.
    /// </summary>
    public bool IsRequest(byte[] body, int count)
    {
        _cbor.Start(body, 0, count);
        int items = _cbor.ReadArray();
        if (items < 3 || !IsTag(RequestTag, body))
        {
            return false;
        }

        bool isRequest = ReadNonce(out int nonce, out int nonceLength);
        Time = _cbor.ReadUInt();
        if (_cbor.Failed || items == 3 && !_cbor.AtEnd || !isRequest)
        {
            return false;
        }

        TakeNonce(body, nonce, nonceLength);
        return true;
    }

    /// <summary>True if the body is a receipt for exactly this health report.</summary>
    public bool IsForHealth(uint boot, uint counter, byte[] body, int count)
    {
        _cbor.Start(body, 0, count);
        int items = _cbor.ReadArray();
        if (items < 4 || !IsTag(HealthTag, body))
        {
            return false;
        }

        bool same = _cbor.ReadUInt() == boot & _cbor.ReadUInt() == counter;
        Time = _cbor.ReadUInt();
        return !_cbor.Failed && (items > 4 || _cbor.AtEnd) && same;
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

    /// <summary>A nonce of an allowed length, or null with length 0. False if it is neither.</summary>
    private bool ReadNonce(out int offset, out int length)
    {
        offset = length = 0;
        if (_cbor.TryReadNull())
        {
            return true;
        }

        length = _cbor.ReadBytes(out offset);
        return length >= Limits.NonceMin && length <= Limits.NonceMax;
    }

    private void TakeNonce(byte[] body, int offset, int length)
    {
        Request = null;
        if (length > 0)
        {
            Request = new byte[length];
            Array.Copy(body, offset, Request, 0, length);
        }
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
