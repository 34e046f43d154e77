namespace Sealcam;

/// <summary>
/// The status line and the headers of an HTTP/1.1 reply (RFC 9112), line by line. Only what the uplink acts on is kept;
/// everything is bounded, and what is not as it must be makes <see cref="IsGarbage"/> true.
/// </summary>
public sealed class ReplyHead
{
    /// <summary>Content-Length that was not stated.</summary>
    public const int Unstated = -1;

    public bool IsGarbage { get; private set; }

    public int Status { get; private set; }

    public int ContentLength { get; private set; }

    public bool IsChunked { get; private set; }

    /// <summary>The server will close: the connection is of no use after this reply.</summary>
    public bool Closes { get; private set; }

    /// <summary>
    /// Retry-After in seconds (RFC 9110 10.2.3), 0 if none or given as a date, which a device without a sure clock cannot use.
    /// </summary>
    public int RetryAfterSeconds { get; private set; }

    public void Clear()
    {
        IsGarbage = IsChunked = Closes = false;
        Status = RetryAfterSeconds = 0;
        ContentLength = Unstated;
    }

    /// <summary>"HTTP/1.1 200 OK"; the text behind the number is ignored.</summary>
    public void TakeStatusLine(byte[] line, int count)
    {
        if (count < 12 || !Starts(line, count, "http/1.") || line[7] < '0' || line[7] > '9' || line[8] != ' ' || count > 12 && line[12] != ' ')
        {
            IsGarbage = true;
            return;
        }

        Closes = line[7] == '0';
        int status = Number(line, 9, 12);
        IsGarbage = status < 100 || status > 599;
        Status = status;
    }

    public void TakeHeader(byte[] line, int count)
    {
        if (Starts(line, count, "content-length:"))
        {
            int length = Number(line, Value(line, 15, count), count);
            IsGarbage |= length < 0 || ContentLength != Unstated && ContentLength != length;
            ContentLength = length;
        }
        else if (Starts(line, count, "transfer-encoding:"))
        {
            IsChunked = true;
            IsGarbage |= !Is(line, Value(line, 18, count), count, "chunked");
        }
        else if (Starts(line, count, "connection:"))
        {
            Closes |= Lists(line, 11, count, "close");
        }
        else if (Starts(line, count, "retry-after:"))
        {
            int seconds = Number(line, Value(line, 12, count), count);
            RetryAfterSeconds = seconds < 0 ? 0 : seconds;
        }
    }

    /// <summary>
    /// Decimal digits from <paramref name="start"/> to <paramref name="end"/>, spaces behind allowed; -1 if it is no number below
    /// 10^9.
    /// </summary>
    private static int Number(byte[] line, int start, int end)
    {
        while (end > start && line[end - 1] == ' ')
        {
            end--;
        }

        if (start >= end || end - start > 9)
        {
            return -1;
        }

        int value = 0;
        for (int i = start; i < end; i++)
        {
            if (line[i] < '0' || line[i] > '9')
            {
                return -1;
            }

            value = value * 10 + line[i] - '0';
        }

        return value;
    }

    private static int Value(byte[] line, int start, int end)
    {
        while (start < end && (line[start] == ' ' || line[start] == '\t'))
        {
            start++;
        }

        return start;
    }

    /// <summary>True if this is one of the values between commas (RFC 9110 5.6.1).</summary>
    private static bool Lists(byte[] line, int start, int end, string lower)
    {
        for (int next = start; start < end; start = next + 1)
        {
            for (next = start; next < end && line[next] != ','; next++)
            {
            }

            int last = next;
            while (last > start && (line[last - 1] == ' ' || line[last - 1] == '\t'))
            {
                last--;
            }

            if (Is(line, Value(line, start, last), last, lower))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(byte[] line, int start, int end, string lower) =>
        end - start == lower.Length && Matches(line, start, lower);

    private static bool Starts(byte[] line, int count, string lower) => count >= lower.Length && Matches(line, 0, lower);

    /// <summary>
    /// Field names (RFC 9110 5.1) and these values (RFC 9110 7.6.1, RFC 9112 7) are compared without regard to case.
    /// </summary>
    private static bool Matches(byte[] line, int start, string lower)
    {
        for (int i = 0; i < lower.Length; i++)
        {
            int c = line[start + i];
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != lower[i])
            {
                return false;
            }
        }

        return true;
    }
}
