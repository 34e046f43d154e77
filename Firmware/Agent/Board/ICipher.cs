using System;

namespace Sealcam;

/// <summary>
/// AES-128 in CBC mode (FIPS 197; SP 800-38A, 6.2), encryption only: the board's native one, or the managed twin
/// <c>ManagedCipher</c>.
/// </summary>
/// <remarks>
/// Whoever calls pads (PKCS #7: RFC 5652, 6.3) and authenticates what comes out (RFC 7518, 5.2): CBC alone does not notice what
/// is altered. An IV must be unpredictable (SP 800-38A, appendix C); a text in several calls has the last block of one result as
/// the IV of the next. Neither key nor IV is kept: once the call is over the caller may wipe them.
/// </remarks>
public interface ICipher
{
    /// <summary>Encrypts <paramref name="count"/> bytes and writes as many.</summary>
    /// <param name="key">16 bytes.</param>
    /// <param name="iv">16 bytes; they stay as they are.</param>
    /// <param name="data">Is not changed, unless it is <paramref name="result"/> too.</param>
    /// <param name="offset">Where the first block begins.</param>
    /// <param name="count">A multiple of 16; 0 writes nothing.</param>
    /// <param name="result">May be <paramref name="data"/> at the same offset; ranges overlap in no other way.</param>
    /// <param name="resultOffset">Where the first block is written.</param>
    /// <exception cref="ArgumentException">A length is wrong or a range leaves its array. Nothing is written.</exception>
    /// <exception cref="InvalidOperationException">The board's AES did not work. Nothing is written.</exception>
    void Encrypt(byte[] key, byte[] iv, byte[] data, int offset, int count, byte[] result, int resultOffset);
}
