using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Sealcam.Ingest.Tests;

/// <summary>Keeps the lines of the server's own log.</summary>
internal sealed class TestLog : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("Sealcam", StringComparison.Ordinal) ? this : Nowhere;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel level) => true;

    public void Log<TState>(
        LogLevel level, EventId id, TState state, Exception? fault, Func<TState, Exception?, string> format) =>
        _lines.Enqueue($"{level}: {format(state, fault)} {fault?.Message}".TrimEnd());

    public void Dispose()
    {
    }

    /// <summary>Waits for a line: some are written after the peer has its answer.</summary>
    public Task SawAsync(string part) => Patience.UntilAsync(
        () => _lines.Any(line => line.Contains(part, StringComparison.Ordinal)),
        () => $"No log line says '{part}'. There are: {string.Join(" | ", _lines)}");

    private static ILogger Nowhere => Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;
}
