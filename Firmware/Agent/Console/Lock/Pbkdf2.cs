using System;

namespace Sealcam;

/// <summary>PBKDF2 (RFC 8018 5.2) with HMAC-SHA256 and a 32-byte result, in slices.</summary>
public sealed class Pbkdf2
{
    /// <summary>Bytes of the result: one block.</summary>
    public const int Bytes = 32;

    private readonly IMac _mac;
    private readonly byte[] _u = new byte[Bytes];
    private byte[] _password;
    private int _left;

    public Pbkdf2(IMac mac)
    {
        _mac = mac;
    }

    /// <summary>The derived key, once <see cref="Step"/> has returned false.</summary>
    public readonly byte[] Result = new byte[Bytes];

    public void Start(byte[] password, byte[] salt, int iterations)
    {
        _password = password;
        var first = new byte[salt.Length + 4];
        Array.Copy(salt, 0, first, 0, salt.Length);
        first[salt.Length + 3] = 1;
        _mac.Compute(password, first, 0, first.Length, _u, 0);
        Array.Copy(_u, 0, Result, 0, Bytes);
        _left = iterations - 1;
    }

    /// <summary>At most <paramref name="count"/> rounds. Returns true while more are to come.</summary>
    public bool Step(int count)
    {
        for (; count > 0 && _left > 0; count--, _left--)
        {
            _mac.Compute(_password, _u, 0, Bytes, _u, 0);
            for (int i = 0; i < Bytes; i++)
            {
                Result[i] ^= _u[i];
            }
        }

        return _left > 0;
    }

    /// <summary>Overwrites the result and the password that was given.</summary>
    public void Clear()
    {
        Array.Clear(_u, 0, Bytes);
        Array.Clear(Result, 0, Bytes);
        if (_password != null)
        {
            Array.Clear(_password, 0, _password.Length);
        }

        _password = null;
        _left = 0;
    }
}
