using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sealcam.Ingest;
using Sealcam.Tool.Commands;

namespace Sealcam.Tool.Run;

/// <summary>
/// <c>sealcam ingest</c> in a process of its own, so that the managed heap of this one is the cameras' alone. It ends with its
/// standard input, so that none is left when this process is killed.
/// </summary>
internal sealed partial class ChildServer : IRunServer
{
    private readonly Process _process;
    private readonly HttpClient _gallery;
    private readonly Timer _look;
    private readonly StoredStills _stills;
    private long _before;
    private long _now;

    private ChildServer(Process process, LastLines errors, Uri gallery, int port, StoredStills stills)
    {
        _process = process;
        Ended = EndAsync(process, errors);
        Gallery = gallery;
        DevicesPort = port;
        _stills = stills;
        _gallery = new HttpClient { BaseAddress = gallery };
        _look = new Timer(_ => _ = LookAsync());
    }

    public int DevicesPort { get; }

    public Uri? Gallery { get; }

    public Task<string> Ended { get; }

    public string Progress => $"{Volatile.Read(ref _now) - _before} stored";

    /// <exception cref="IngestException">It did not come up; the message is what it said.</exception>
    public static async Task<ChildServer> StartAsync(RunOptions options)
    {
        var stills = new StoredStills(options.Data);
        Process process = Process.Start(StartOf(options))!;
        var errors = new LastLines(process.StandardError);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Greeting().Match(line) is { Success: true } match)
            {
                _ = new LastLines(process.StandardOutput);
                var server = new ChildServer(process, errors, new Uri(match.Groups[1].Value), int.Parse(match.Groups[2].Value), stills);
                server._before = await server.StoredAsync();
                server._now = server._before;
                server._look.Change(1000, 1000);
                return server;
            }
        }

        string said = await errors.AtTheEndAsync();
        process.Dispose();
        throw new IngestException(said.Length > 0 ? said.Replace("sealcam: ", "") : "The server did not start.");
    }

    /// <summary>Stored by its index; authentic by this process, which reads the files and believes no counter.</summary>
    public async Task<(long Stored, long Verified)?> CountAsync() => (await StoredAsync() - _before, _stills.CountAuthentic());

    public async ValueTask DisposeAsync()
    {
        await _look.DisposeAsync();
        _gallery.Dispose();
        _process.StandardInput.Close();
        try
        {
            await Ended.WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (TimeoutException)
        {
            _process.Kill();
            await Ended;
        }

        _process.Dispose();
    }

    private static ProcessStartInfo StartOf(RunOptions options)
    {
        string program = Environment.ProcessPath!;
        // As `dotnet sealcam.dll` or as a program of its own.
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Assembly.GetEntryAssembly()!.Location] : [];
        return new ProcessStartInfo(program,
        [
            .. self, "ingest", IngestCommand.UntilInputEnds, "--data", options.Data.FullName, "--port", "0",
            "--gallery-port", $"{options.GalleryPort}", "--reconnect-window", "1s",
        ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private static async Task<string> EndAsync(Process process, LastLines errors)
    {
        await process.WaitForExitAsync();
        string said = await errors.AtTheEndAsync();
        return $"The server ended with exit code {process.ExitCode}" + (said.Length > 0 ? $": {said}" : ".");
    }

    private async Task LookAsync()
    {
        try
        {
            Volatile.Write(ref _now, await StoredAsync());
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            // The next look tells; it is only shown.
        }
    }

    private async Task<long> StoredAsync()
    {
        using JsonDocument list = JsonDocument.Parse(await _gallery.GetStringAsync("/v1/cameras"));
        return list.RootElement.GetProperty("cameras").EnumerateArray().Sum(camera => camera.GetProperty("stills").GetInt64());
    }

    [GeneratedRegex(@"^Gallery: (\S+)\s+devices: port (\d+)\.")]
    private static partial Regex Greeting();
}
