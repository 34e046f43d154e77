using System.CommandLine;
using Sealcam.Host;
using Sealcam.Tool.Run;

namespace Sealcam.Tool.Commands;

/// <summary><c>sealcam run</c>: ingest and simulated cameras on one machine, the whole product at a glance.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        Option<int> cameras = OptionParsers.Number("--cameras", "How many simulated cameras.", 3, 1, 200);
        Option<TimeSpan> interval = OptionParsers.Span("--interval", "Time between two stills of a camera.",
            TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(20));
        var size = new Option<string>("--size") { Description = "Size of the drawn stills.", DefaultValueFactory = _ => "VGA" };
        size.AcceptOnlyFromAmong([.. SceneSize.All.Select(one => one.Name)]);
        Option<int> stills = OptionParsers.Number("--stills", "Stills of each camera, then drain and stop; 0 goes on until Ctrl-C.",
            0, 0, 1_000_000);
        var from = new Option<DirectoryInfo?>("--stills-from") { Description = "Play the JPEGs of this folder instead of drawing." };
        Option<DirectoryInfo> data = DataFolderOption.Create();
        Option<int> port = OptionParsers.Number("--port", "Port for cameras; 0 takes a free one.", 8443, 0, 65535);
        Option<int> galleryPort = OptionParsers.Number("--gallery-port", "Port of the gallery; 0 takes a free one.", 8080, 0, 65535);
        var server = new Option<ServerAddress?>("--server")
        {
            Description = "Cameras alone, for 'sealcam ingest' at this HOST:PORT with the same development CA.",
            CustomParser = ServerAddress.Parse,
        };
        Option<TimeSpan?> time = OptionParsers.Span("--for", "Capture for so long, then drain, stop and count.");
        var faults = new Option<double>("--faults")
        {
            Description = "Part of the connections and requests that meet a fault on the way (5%).",
            CustomParser = OptionParsers.Part,
        };
        Option<int> seed = OptionParsers.Number("--seed", "Of the faults.", 1, 0, int.MaxValue);
        var json = new Option<bool>("--json") { Description = "Print one JSON object at the end and nothing else." };
        var command = new Command("run", "Run the ingest server and simulated cameras, and look at their stills in a browser.")
        {
            cameras, interval, size, stills, from, data, port, galleryPort, server, time, faults, seed, json,
        };
        command.Validators.Add(result =>
        {
            Option[] ofOwnServer = [port, galleryPort, faults];
            if (result.GetResult(server) is not null && ofOwnServer.Any(other => result.GetResult(other) is { Implicit: false }))
            {
                result.AddError("With --server there is no server of this run: --port, --gallery-port and --faults do not go with it.");
            }
        });
        command.SetAction((parsed, cancel) => Session.RunAsync(new RunOptions
        {
            Cameras = parsed.GetValue(cameras),
            Interval = parsed.GetValue(interval),
            Size = SceneSize.All.Single(one => one.Name == parsed.GetValue(size)),
            Stills = parsed.GetValue(stills),
            StillsFrom = parsed.GetValue(from),
            Data = parsed.GetValue(data)!,
            Port = parsed.GetValue(port),
            GalleryPort = parsed.GetValue(galleryPort),
            Server = parsed.GetValue(server),
            For = parsed.GetValue(time),
            Faults = parsed.GetValue(faults),
            Seed = parsed.GetValue(seed),
            Json = parsed.GetValue(json),
        }, cancel));
        return command;
    }
}
