namespace Sealcam.Verify;

/// <summary>Rule S: whether an authentic still answers the nonce and the age asked for.</summary>
internal static class Freshness
{
    /// <summary>Why the still is stale, or null.</summary>
    public static string? Fault(Token token, Question question)
    {
        if (question.Nonce is not null && (token.Nonce is null || !question.Nonce.AsSpan().SequenceEqual(token.Nonce)))
        {
            return token.Nonce is null ? "The still answers no request." : "The still answers another request.";
        }

        if (question.MaxAge is not { } bound)
        {
            return null;
        }

        if (token.IssuedAt is not { } issued)
        {
            return "The device had no time when it sealed the still.";
        }

        TimeSpan age = question.Now - DateTimeOffset.FromUnixTimeSeconds(issued);
        return age > bound ? "The still is older than asked for."
            : age < TimeSpan.FromSeconds(-Protocol.FutureSeconds) ? "The still's time lies in the future." : null;
    }
}
