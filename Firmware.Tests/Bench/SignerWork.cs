using System;

namespace Sealcam.Bench;

/// <summary>The base of the works on a signer with the managed HMAC.</summary>
public abstract class SignerWork : Work, IEntropy
{
    protected readonly P256Signer _signer;
    protected readonly byte[] _digest = new byte[32];
    protected readonly byte[] _signature = new byte[64];
    private int _next;

    protected SignerWork()
    {
        byte[] d = new byte[32];
        d[3] = 77;
        _signer = new P256Signer(d, new byte[32], 1, this, new ManagedMac());
    }

    public override int Times => 4;

    public bool IsGood { get; protected set; } = true;

    public void Fill(byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            buffer[offset + i] = (byte)(_next += 59);
        }
    }
}

public sealed class PreparedPair : SignerWork
{
    public override string Name => "a pair, of four that share their inversions";

    public override int Target => 100000;

    public override void Ready()
    {
        _signer.Discard();
    }

    public override void Run()
    {
        while (_signer.Prepare())
        {
        }
    }
}

/// <summary>Finds the longest slice of a batch once, then times that one again and again.</summary>
public sealed class LongestSlice : SignerWork
{
    private int _slice;

    public override string Name => "the longest slice of Prepare";

    public override int Times => 1;

    public override void Ready()
    {
        if (_slice == 0)
        {
            _slice = Find();
        }
        _signer.Discard();
        for (int i = 0; i < _slice; i++)
        {
            _signer.Prepare();
        }
    }

    public override void Run()
    {
        _signer.Prepare();
    }

    // The slice that is longest by its least time of three batches.
    private int Find()
    {
        long[] least = new long[200];
        int count = 0;
        for (int batch = 0; batch < 3; batch++)
        {
            _signer.Discard();
            bool more = true;
            for (count = 0; more; count++)
            {
                long start = DateTime.UtcNow.Ticks;
                more = _signer.Prepare();
                long ticks = DateTime.UtcNow.Ticks - start;
                if (batch == 0 || ticks < least[count])
                {
                    least[count] = ticks;
                }
            }
        }
        int longest = 0;
        for (int i = 0; i < count; i++)
        {
            if (least[i] > least[longest])
            {
                longest = i;
            }
        }
        return longest;
    }
}

public sealed class SealWithPair : SignerWork
{
    private readonly Sha256 _hash = new Sha256();
    private readonly byte[] _signed = new byte[400];

    public override string Name => "seal with a pair: 400 bytes hashed and signed";

    public override int Target => 10000;

    public override void Ready()
    {
        while (_signer.Prepare())
        {
        }
    }

    public override void Run()
    {
        for (int i = 0; i < 4; i++)
        {
            _hash.Update(_signed, 0, _signed.Length);
            _hash.Finish(_digest, 0);
            _signer.Sign(_digest, _signature, 0);
        }
    }
}

public sealed class SealWithoutPair : SignerWork
{
    public override string Name => "sign without a pair";

    public override int Times => 2;

    public override void Run()
    {
        _signer.Sign(_digest, _signature, 0);
        _signer.Sign(_digest, _signature, 0);
    }
}
