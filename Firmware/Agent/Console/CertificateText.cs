namespace Sealcam;

/// <summary>
/// Subject and dates of an X.509 certificate (RFC 5280 4.1), by a bounded walk over its DER; nothing is verified.
/// </summary>
public sealed class CertificateText
{
    private const int Sequence = 0x30, Integer = 0x02, Explicit0 = 0xA0, UtcTime = 0x17, GeneralizedTime = 0x18;

    private readonly byte[] _der;
    private int _at;
    private bool _bad;

    private CertificateText(byte[] der)
    {
        _der = der;
    }

    /// <summary>Common name of the subject, or "".</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Unix seconds.</summary>
    public long NotBefore { get; private set; }

    public long NotAfter { get; private set; }

    /// <summary>Null if it is not a certificate.</summary>
    public static CertificateText Parse(byte[] der)
    {
        var text = new CertificateText(der);
        text.Walk();
        return text._bad ? null : text;
    }

    /// <summary>Its public key is this device's.</summary>
    public bool IsFor(OrderRecord identity)
    {
        int key = CertificateKey.Find(_der);
        return identity != null && key >= 0 && BigEndian.Same(_der, key, identity.Id, 0, DeviceId.Bytes);
    }

    private void Walk()
    {
        Enter(Sequence);
        Enter(Sequence);
        if (Peek() == Explicit0)
        {
            Skip(Explicit0);
        }

        Skip(Integer);   // serial number
        Skip(Sequence);  // signature algorithm
        Skip(Sequence);  // issuer
        Enter(Sequence);
        NotBefore = Time();
        NotAfter = Time();
        int length = Enter(Sequence);
        Subject = CommonName(_at, _bad ? _at : _at + length);
    }

    private int Peek() => _at < _der.Length ? _der[_at] : -1;

    /// <summary>Steps into an element and returns the length of its content.</summary>
    private int Enter(int tag)
    {
        if (_bad || _at + 2 > _der.Length || _der[_at] != tag)
        {
            _bad = true;
            return 0;
        }

        int length = _der[_at + 1];
        int more = length < 0x80 ? 0 : length - 0x80;
        _at += 2;
        if (more > 2 || length == 0x80 || _at + more > _der.Length)
        {
            _bad = true;
            return 0;
        }

        length = more == 0 ? length : 0;
        for (; more > 0; more--)
        {
            length = length << 8 | _der[_at++];
        }

        _bad = length > _der.Length - _at;
        return _bad ? 0 : length;
    }

    private void Skip(int tag)
    {
        int length = Enter(tag);
        _at += length;
    }

    /// <summary>
    /// UTCTime YYMMDDHHMMSSZ up to 2049, GeneralizedTime with four digits of the year behind (RFC 5280 4.1.2.5).
    /// </summary>
    private long Time()
    {
        bool wide = Peek() == GeneralizedTime;
        int length = Enter(wide ? GeneralizedTime : UtcTime);
        string text = Ascii.Text(_der, _at, length);
        _at += length;
        if (!wide && text.Length == 13)
        {
            text = (text[0] < '5' ? "20" : "19") + text;
        }

        if (text.Length != 15)
        {
            _bad = true;
            return 0;
        }

        // 9999 is "no end" (RFC 5280 4.1.2.5); the parser of times ends at 2106.
        string year = text.Substring(0, 4);
        long time = Timestamp.Parse((year == "9999" ? "2106" : year) + "-" + text.Substring(4, 2) + "-" + text.Substring(6,
            2) + "T"
            + text.Substring(8, 2) + ":" + text.Substring(10, 2) + ":" + text.Substring(12, 2) + text.Substring(14));
        _bad |= time < 0;
        return time;
    }

    /// <summary>The value behind the last OID 2.5.4.3 in a name, whatever string type it has.</summary>
    private string CommonName(int at, int end)
    {
        string name = "";
        for (; at + 7 < end; at++)
        {
            if (_der[at] == 6 && _der[at + 1] == 3 && _der[at + 2] == 0x55 && _der[at + 3] == 4 && _der[at + 4] == 3)
            {
                int length = _der[at + 6];
                name = at + 7 + length <= end ? Ascii.Text(_der, at + 7, length < 64 ? length : 64) : name;
            }
        }

        return name;
    }
}
