using System;

namespace Sealcam;

/// <summary>The certificates of a PEM file (RFC 7468), one after the other, or the one of a DER file.</summary>
public sealed class CertificateBlocks
{
    private const string Begin = "-----BEGIN ", End = "-----END ";

    private readonly byte[] _file;
    private int _at;

    public CertificateBlocks(byte[] file)
    {
        _file = file;
    }

    /// <summary>Something in the file is no certificate; a TLS library would refuse the whole of it.</summary>
    public bool IsBad { get; private set; }

    /// <summary>The next one; null behind the last, or if it is none.</summary>
    public CertificateText Next()
    {
        byte[] der = null;
        if (_at == 0 && _file.Length > 0 && _file[0] == 0x30)
        {
            der = _file;
            _at = _file.Length;
        }
        else
        {
            int start = Find(Begin, _at);
            if (start < 0)
            {
                IsBad |= _at == 0;
                return null;
            }

            int end = Find(End, start);
            _at = end < 0 ? _file.Length : end + End.Length;
            var block = new byte[_at - start];
            Array.Copy(_file, start, block, 0, block.Length);
            der = Pem.Decode(block);
        }

        var certificate = der == null ? null : CertificateText.Parse(der);
        IsBad |= certificate == null;
        return certificate;
    }

    private int Find(string what, int from)
    {
        for (int at = from; at + what.Length <= _file.Length; at++)
        {
            int same = 0;
            while (same < what.Length && _file[at + same] == what[same])
            {
                same++;
            }

            if (same == what.Length)
            {
                return at;
            }
        }

        return -1;
    }
}
