namespace Sealcam.Tests;

/// <summary>A signer whose signature is its digest twice: shows what was signed without any curve.</summary>
public sealed class PatternSigner : ISigner
{
    public bool Throws;

    public bool Prepare() => false;

    public void Sign(byte[] digest, byte[] signature, int offset)
    {
        if (Throws)
        {
            throw new System.InvalidOperationException("no entropy");
        }

        for (int i = 0; i < 64; i++)
        {
            signature[offset + i] = digest[i % 32];
        }
    }
}
