namespace Sealcam.Ingest;

/// <summary>The requests that wait for one camera, and the camera's open poll. All members are safe on any thread.</summary>
internal sealed class CameraRequests(IngestLimits limits, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<StillRequest> _waiting = [];
    private TaskCompletionSource<byte[]?>? _poll;
    private DateTimeOffset _full;  // when the whole burst is there again

    /// <summary>When the camera last asked, or null if it never did since this server started.</summary>
    public DateTimeOffset? PolledAt { get; private set; }

    /// <summary>Whether the camera's poll is open at this moment.</summary>
    public bool IsPolling
    {
        get
        {
            lock (_lock)
            {
                return _poll is not null;
            }
        }
    }

    /// <summary>Requests that wait for a still.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Takes a request in, or says why not.</summary>
    public Asked TryAsk(byte[] nonce, out StillRequest? request)
    {
        request = null;
        lock (_lock)
        {
            if (_waiting.Exists(one => one.Nonce.AsSpan().SequenceEqual(nonce)))
            {
                return Asked.Twice;
            }

            DateTimeOffset now = time.GetUtcNow();
            if (_full - now > limits.RequestEvery * (limits.RequestBurst - 1))
            {
                return Asked.TooOften;
            }

            if (_waiting.Count >= limits.RequestsWaiting)
            {
                return Asked.TooMany;
            }

            _full = (_full > now ? _full : now) + limits.RequestEvery;
            request = new StillRequest(nonce);
            _waiting.Add(request);
            Hand();
            return Asked.Taken;
        }
    }

    /// <summary>Nobody waits for it any more.</summary>
    public void Forget(StillRequest request)
    {
        lock (_lock)
        {
            _waiting.Remove(request);
        }
    }

    /// <summary>
    /// The nonce of the oldest request as soon as there is one, or null at the end of the wait. A camera that asks has nothing on
    /// its way, so a request that it was told before and has not answered is told again. The newest poll of a camera ends the one
    /// before, which stands on a connection that the camera has given up.
    /// </summary>
    public async Task<byte[]?> PollAsync(TimeSpan wait, CancellationToken stop)
    {
        TaskCompletionSource<byte[]?> mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            PolledAt = time.GetUtcNow();
            _poll?.TrySetResult(null);
            _poll = mine;
            Hand();
        }

        try
        {
            return await mine.Task.WaitAsync(wait, time, stop);
        }
        catch (TimeoutException)
        {
            return null;
        }
        finally
        {
            lock (_lock)
            {
                _poll = _poll == mine ? null : _poll;
                // It may have been handed over at the very moment when the wait ended; the next poll is told again.
                mine.TrySetResult(null);
            }
        }
    }

    /// <summary>
    /// The oldest request that the camera was not told yet, for the receipt of a camera too busy to poll; null if there is none.
    /// </summary>
    public byte[]? Offer()
    {
        lock (_lock)
        {
            StillRequest? request = _waiting.Find(one => !one.IsOffered);
            request?.IsOffered = true;
            return request?.Nonce;
        }
    }

    /// <summary>A still with this nonce arrived and is stored.</summary>
    public void Answer(byte[] nonce, ReadOnlySpan<byte> still)
    {
        lock (_lock)
        {
            int found = _waiting.FindIndex(one => one.Nonce.AsSpan().SequenceEqual(nonce));
            if (found >= 0)
            {
                _waiting[found].Answer(still.ToArray());
                _waiting.RemoveAt(found);
            }
        }
    }

    private void Hand()
    {
        if (_poll is not null && _waiting.Count > 0 && _poll.TrySetResult(_waiting[0].Nonce))
        {
            _waiting[0].IsOffered = true;
            _poll = null;
        }
    }
}

/// <summary>What became of the wish to ask a camera.</summary>
internal enum Asked
{
    Taken,
    Twice,
    TooOften,
    TooMany,
}
