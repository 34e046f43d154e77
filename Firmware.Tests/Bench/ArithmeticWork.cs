namespace Sealcam.Bench;

/// <summary>The base of the works on field elements and scalars: three arbitrary numbers.</summary>
public abstract class ArithmeticWork : Work
{
    protected readonly long[] _a = new long[Limbs.Count];
    protected readonly long[] _b = new long[Limbs.Count];
    protected readonly long[] _r = new long[Limbs.Count];

    protected ArithmeticWork()
    {
        for (int i = 0; i < Limbs.Count - 1; i++)
        {
            _a[i] = 0x1ABCDEF - i * 12345;
            _b[i] = 0x1FEDCBA + i * 54321;
        }
    }

    public override int Times => 200;
}

public sealed class FieldMultiplication : ArithmeticWork
{
    public override string Name => "field multiplication";

    public override int Target => 100;

    public override void Run()
    {
        for (int i = 0; i < 200; i++)
        {
            Field.Multiply(_r, _a, _b);
        }
    }
}

public sealed class FieldSquaring : ArithmeticWork
{
    public override string Name => "field squaring";

    public override void Run()
    {
        for (int i = 0; i < 200; i++)
        {
            Field.Square(_r, _a);
        }
    }
}

public sealed class ScalarMultiplication : ArithmeticWork
{
    public override string Name => "multiplication mod n";

    public override void Run()
    {
        for (int i = 0; i < 200; i++)
        {
            Scalar.Multiply(_r, _a, _b);
        }
    }
}

public sealed class CombColumn : ArithmeticWork
{
    private readonly Comb _comb = new Comb();

    public override string Name => "one column of the comb, a doubling and two additions";

    public override int Times => 21;

    public override void Ready()
    {
        _a[0] |= 1;
        _comb.Start(_a);
        _comb.Step();
    }

    public override void Run()
    {
        while (_comb.Step())
        {
        }
    }
}
