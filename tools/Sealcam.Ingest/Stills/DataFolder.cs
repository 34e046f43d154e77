using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Sealcam.Ingest;

/// <summary>Everything under the data folder, opened and repaired, locked against a second server.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;
    private readonly IndexFile _file;

    /// <exception cref="IngestException">The folder cannot be used, or another server uses it.</exception>
    public DataFolder(IngestOptions options, ILogger log)
    {
        string folder = Path.GetFullPath(options.DataFolder);
        try
        {
            Files = new StillFiles(folder);
            _lock = Take(Path.Combine(folder, "ingest.lock"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IngestException($"The data folder '{folder}' cannot be used: {fault.Message}", fault);
        }

        try
        {
            string path = Path.Combine(folder, "index.db");
            _file = Open(path, options.Time.GetUtcNow(), log, out bool anew);
            Stills = new StillIndex(_file);
            Cameras = new CameraIndex(_file);
            Alarms = new AlarmIndex(_file, options.Limits.Alarms);
            Health = new HealthIndex(_file, options.Limits.HealthReports);
            Archive = new StillArchive(Files, Stills, Cameras, options.Time, log);
            new Repair(Files, Stills, Cameras, Archive, log).Run();
            if (anew)
            {
                Alarms.Raise(Alarm.IndexKind, null, null, DamagedSentence, options.Time.GetUtcNow());
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            _file?.Dispose();
            _lock.Dispose();
            throw new IngestException($"The data folder '{folder}' cannot be used: {fault.Message}", fault);
        }
    }

    private const string DamagedSentence = "The index was damaged and was made anew from the stills. Suspensions, alarms, health "
        + "reports and the orders of stills that retention had removed are forgotten; the damaged file is kept beside it.";

    public StillFiles Files { get; }

    public StillIndex Stills { get; }

    public CameraIndex Cameras { get; }

    public AlarmIndex Alarms { get; }

    public HealthIndex Health { get; }

    public StillArchive Archive { get; }

    /// <summary>The index for tests that need a real fault of SQLite.</summary>
    internal IndexFile Index => _file;

    public void Dispose()
    {
        _file.Dispose();
        _lock.Dispose();
    }

    private static FileStream Take(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (File.Exists(path))
        {
            throw new IOException("another server uses it", fault);
        }
    }

    /// <summary>
    /// Opens the index; one that is damaged is put aside, because the stills are the truth and it can be made from them.
    /// </summary>
    private static IndexFile Open(string path, DateTimeOffset now, ILogger log, out bool anew)
    {
        const int Damaged = 11, NotADatabase = 26;
        anew = false;
        try
        {
            return new IndexFile(path);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is Damaged or NotADatabase)
        {
            log.LogError(fault, "The index '{Path}' is damaged; it is made anew from the stills.", path);
            foreach (string suffix in new[] { "", "-wal", "-shm" })
            {
                if (File.Exists(path + suffix))
                {
                    File.Move(path + suffix, $"{path}.damaged-{now.ToUnixTimeSeconds()}{suffix}", overwrite: true);
                }
            }

            anew = true;
            return new IndexFile(path);
        }
    }
}
