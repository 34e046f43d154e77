namespace Sealcam.Bench;

/// <summary>The base of the works of the managed cipher.</summary>
public abstract class CipherWork : Work
{
    protected readonly ManagedCipher _cipher = new ManagedCipher();
    protected readonly byte[] _key = new byte[Aes128.KeyBytes];
    protected readonly byte[] _data = new byte[Limits.LeafBytes];
}

/// <summary>
/// What a native cipher pays on each call to check itself: the key is expanded, one block encrypted, all wiped.
/// </summary>
public sealed class CipherBlock : CipherWork
{
    public override string Name => "AES-128, key and one block";

    public override int Times => 20;

    public override void Run()
    {
        for (int i = 0; i < 20; i++)
        {
            _cipher.Encrypt(_key, _key, _data, 0, Aes128.BlockBytes, _data, 0);
        }
    }
}

public sealed class CipherChunk : CipherWork
{
    public override string Name => "AES-128-CBC, 4,096 bytes";

    public override int Times => 1;

    public override void Run()
    {
        _cipher.Encrypt(_key, _key, _data, 0, _data.Length, _data, 0);
    }
}

/// <summary>The console's selftest of the cryptography, with both twins managed.</summary>
public sealed class AnswersAsked : CipherWork
{
    private readonly ManagedMac _mac = new ManagedMac();

    public override string Name => "known answers of HMAC and AES";

    public override int Times => 1;

    public override void Run()
    {
        KnownAnswers.Fault(_mac, _cipher);
    }
}
