using System;

namespace Sealcam;

/// <summary>The head of the PUT to a plain store (PROTOCOL.md 5.6).</summary>
public sealed class StoreHead : StillHead
{
    /// <summary>Characters of an order: two numbers of ten digits and a dash.</summary>
    public const int OrderLength = 21;

    /// <summary>Characters of a device ID as text.</summary>
    private const int DeviceLength = 52;

    private readonly PlainStore _store;
    private readonly S3Headers _s3;  // null: not S3
    private readonly string _path, _fixed;

    /// <summary>The clock is asked for the time of each signature; both are not needed without S3.</summary>
    public StoreHead(PlainStore store, IMac mac, WallClock wall)
    {
        _store = store;
        _s3 = store.IsS3 && mac != null ? new S3Headers(store, mac, wall) : null;
        _path = store.IsS3 ? S3Path.Encode(store.Address.Path) : store.Address.Path;
        _fixed = (store.Query.Length > 0 ? "?" : "") + store.Query + " HTTP/1.1\r\nHost: " + store.HostHeader
            + "\r\nContent-Type: " + PlainStore.ContentType + "\r\n";
        for (int i = 0; i < store.Headers.Length; i++)
        {
            _fixed += store.Headers[i].Name + ": " + store.Headers[i].Value + "\r\n";
        }
    }

    /// <summary>Bytes that the longest head of this store has.</summary>
    public int MostBytes => "PUT ".Length + _path.Length + DeviceLength + OrderLength - StoreAddress.Device.Length
        - StoreAddress.Order.Length + _fixed.Length + (_store.IsS3 ? S3Headers.MostBytes(_store) : 0)
        + "Content-Length: 4294967295\r\n\r\n".Length;

    public override int Write(KeptStill still, byte[] target)
    {
        string path = PathOf(still);
        int at = Ascii.Copy("PUT ", target, 0);
        at += Ascii.Copy(path, target, at);
        at += Ascii.Copy(_fixed, target, at);
        if (_s3 != null)
        {
            at += Ascii.Copy(_s3.Lines(path), target, at);
        }

        return at + Ascii.Copy("Content-Length: " + still.SealedLength.ToString() + "\r\n\r\n", target, at);
    }

    /// <summary>"0000000012-0000000345": names sort as orders do, and no order comes twice.</summary>
    public static string OrderText(uint boot, uint sequence)
    {
        var text = new char[OrderLength];
        PutNumber(boot, text, 0);
        text[OrderLength / 2] = '-';
        PutNumber(sequence, text, OrderLength / 2 + 1);
        return new string(text);
    }

    /// <summary>The path of one still. The device ID is that of the token inside, whoever sends it.</summary>
    private string PathOf(KeptStill still)
    {
        string path = Put(_path, StoreAddress.Device, DeviceId.Text(still.Segment, StillFile.IdOffset));
        return Put(path, StoreAddress.Order, OrderText(still.BootCount, still.Sequence));
    }

    private static string Put(string text, string placeholder, string value)
    {
        int at = text.IndexOf(placeholder);
        return text.Substring(0, at) + value + text.Substring(at + placeholder.Length);
    }

    private static void PutNumber(uint number, char[] text, int at)
    {
        for (int i = at + OrderLength / 2 - 1; i >= at; i--)
        {
            text[i] = (char)('0' + number % 10);
            number /= 10;
        }
    }
}
