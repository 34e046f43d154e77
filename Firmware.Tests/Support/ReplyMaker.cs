namespace Sealcam.Tests;

/// <summary>The bytes of replies: receipts, error bodies, and what else a server or a proxy may say.</summary>
public static class ReplyMaker
{
    /// <summary>A receipt body (PROTOCOL.md 5.2).</summary>
    public static byte[] Receipt(uint boot, uint sequence, byte[] digest, uint time, byte[] request, long windowMs, int more)
    {
        var cbor = new CborWriter(200);
        cbor.WriteArray(7 + more);
        cbor.WriteText("sealcam receipt 1");
        cbor.WriteUInt(boot);
        cbor.WriteUInt(sequence);
        cbor.WriteBytes(digest, 0, digest.Length);
        cbor.WriteUInt(time);
        if (request == null)
        {
            cbor.WriteNull();
        }
        else
        {
            cbor.WriteBytes(request, 0, request.Length);
        }

        if (windowMs < 0)
        {
            cbor.WriteNull();
        }
        else
        {
            cbor.WriteUInt((uint)windowMs);
        }

        for (int i = 0; i < more; i++)
        {
            cbor.WriteText("later");
        }

        return Cut(cbor);
    }

    /// <summary>The answer to a poll (PROTOCOL.md 5.4).</summary>
    public static byte[] Request(byte[] nonce, uint time)
    {
        var cbor = new CborWriter(100);
        cbor.WriteArray(3);
        cbor.WriteText("sealcam request 1");
        if (nonce == null)
        {
            cbor.WriteNull();
        }
        else
        {
            cbor.WriteBytes(nonce, 0, nonce.Length);
        }

        cbor.WriteUInt(time);
        return Cut(cbor);
    }

    /// <summary>A receipt for a health report (PROTOCOL.md 5.5).</summary>
    public static byte[] HealthReceipt(uint boot, uint counter, uint time)
    {
        var cbor = new CborWriter(60);
        cbor.WriteArray(4);
        cbor.WriteText("sealcam health receipt 1");
        cbor.WriteUInt(boot);
        cbor.WriteUInt(counter);
        cbor.WriteUInt(time);
        return Cut(cbor);
    }

    /// <summary>An error body (PROTOCOL.md 5.3).</summary>
    public static byte[] Error(uint code, string sentence)
    {
        var cbor = new CborWriter(120);
        cbor.WriteArray(3);
        cbor.WriteText("sealcam error 1");
        cbor.WriteUInt(code);
        cbor.WriteText(sentence);
        return Cut(cbor);
    }

    /// <summary>A reply with Content-Length. <paramref name="headers"/> are whole lines.</summary>
    public static byte[] Reply(string status, string headers, byte[] body) =>
        Join("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.Length + "\r\n\r\n", body, body.Length);

    public static byte[] Join(string head, byte[] body, int count)
    {
        var all = new byte[head.Length + count];
        int at = Ascii.Copy(head, all, 0);
        System.Array.Copy(body, 0, all, at, count);
        return all;
    }

    /// <summary>A reply in chunks of <paramref name="size"/> bytes, fewer than 16, with an extension and a trailer.</summary>
    public static byte[] Chunked(string status, byte[] body, int size)
    {
        var all = new byte[200 + body.Length * 8];
        int at = Ascii.Copy("HTTP/1.1 " + status + "\r\nTransfer-Encoding: chunked\r\n\r\n", all, 0);
        for (int i = 0; i < body.Length; i += size)
        {
            int count = body.Length - i < size ? body.Length - i : size;
            at += Ascii.Copy(Hex.Text(new byte[] { (byte)count }) + ";x=1\r\n", all, at);
            System.Array.Copy(body, i, all, at, count);
            at += count;
            at += Ascii.Copy("\r\n", all, at);
        }

        at += Ascii.Copy("0\r\nEtag: x\r\n\r\n", all, at);
        var cut = new byte[at];
        System.Array.Copy(all, 0, cut, 0, at);
        return cut;
    }

    private static byte[] Cut(CborWriter cbor)
    {
        var cut = new byte[cbor.Length];
        System.Array.Copy(cbor.Buffer, 0, cut, 0, cbor.Length);
        return cut;
    }
}
