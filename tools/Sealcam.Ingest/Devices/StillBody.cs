using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Sealcam.Ingest;

/// <summary>A sealed still as it came over the wire, in memory that is counted and given back.</summary>
internal sealed class StillBody(ByteBudget budget) : IDisposable
{
    /// <summary>Bytes: memory grows with what has arrived, not with what a Content-Length promises.</summary>
    private const int First = 64 * 1024;

    private byte[] _buffer = [];
    private int _taken, _length;

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Reads the body to its end; false if it is longer than <paramref name="limit"/>.</summary>
    /// <exception cref="NoBudgetException">Too many stills are arriving at once.</exception>
    /// <exception cref="BadHttpRequestException">The body is broken or too slow.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public async Task<bool> ReadAsync(Stream body, int limit, CancellationToken stop)
    {
        while (true)
        {
            if (_length == _buffer.Length)
            {
                Grow(limit);
            }

            int read = await body.ReadAsync(_buffer.AsMemory(_length), stop);
            _length += read;
            if (read == 0 || _length > limit)
            {
                return _length <= limit;
            }
        }
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = [];
        budget.Give(_taken);
        _taken = 0;
    }

    private void Grow(int limit)
    {
        // One byte more than the limit, to see that a body is too long; a pool may give more than is asked for.
        int wanted = Math.Min(Math.Max(First, _buffer.Length * 2), Math.Max(limit + 1, _length + 1));
        if (!budget.TryTake(wanted - _taken))
        {
            throw new NoBudgetException();
        }

        _taken = wanted;
        byte[] larger = ArrayPool<byte>.Shared.Rent(wanted);
        Bytes.CopyTo(larger);
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = larger;
    }
}
