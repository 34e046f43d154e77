using Microsoft.Data.Sqlite;
using Sealcam.Verify;

namespace Sealcam.Ingest;

/// <summary>
/// Health reports as they came, the newest so many of each camera, and sums by boot that tell how many never came. Reports are
/// taken in rising order only: one connection sends them one after the other, so what comes behind a later one is a replay.
/// </summary>
internal sealed class HealthIndex(IndexFile file, int keep)
{
    /// <summary>Boots of which the sums are kept. A camera that restarts in a circle must not fill the index.</summary>
    private const int Boots = 64;

    /// <summary>
    /// Stores a verified report: now, known before (the same bytes again), or a conflict (not newer than the newest).
    /// </summary>
    public Kept Keep(HealthReport report, byte[] bytes, bool simulated, DateTimeOffset now) => file.Write(db =>
    {
        (string, object?)[] values =
        [
            ("$device", report.Device), ("$boot", report.BootCount), ("$counter", report.Counter), ("$report", bytes),
            ("$now", now.ToUnixTimeMilliseconds()), ("$simulated", simulated), ("$keep", keep - 1), ("$boots", Boots),
        ];
        using SqliteCommand same = IndexFile.Command(
            db, "SELECT report = $report FROM health WHERE device = $device AND boot = $boot AND counter = $counter", values);
        if (same.ExecuteScalar() is long equal)
        {
            return equal == 1 ? Kept.Before : Kept.Conflict;
        }

        using SqliteCommand later = IndexFile.Command(
            db, "SELECT 1 FROM health_boots WHERE device = $device AND (boot, last) >= ($boot, $counter) LIMIT 1", values);
        if (later.ExecuteScalar() is not null)
        {
            return Kept.Conflict;
        }

        using SqliteCommand add = IndexFile.Command(db, Add, values);
        add.ExecuteNonQuery();
        return Kept.Now;
    });

    /// <summary>The newest reports of a camera with the time of their arrival (Unix ms), the oldest of them first.</summary>
    public List<(long ReceivedMs, HealthReport Report)> Newest(string device, int limit) => file.Read(db =>
    {
        using SqliteCommand command = IndexFile.Command(
            db,
            "SELECT received, report FROM health WHERE device = $device ORDER BY boot DESC, counter DESC LIMIT $limit",
            ("$device", device),
            ("$limit", limit));
        using SqliteDataReader reader = command.ExecuteReader();
        List<(long, HealthReport)> reports = [];
        while (reader.Read())
        {
            if (HealthVerifier.Read((byte[])reader.GetValue(1)) is { } report)
            {
                reports.Add((reader.GetInt64(0), report));
            }
        }

        reports.Reverse();
        return reports;
    });

    /// <summary>Reports that the camera made and that never came, of its latest boots.</summary>
    public long Missing(string device) => file.Read(db =>
    {
        using SqliteCommand command = IndexFile.Command(
            db, "SELECT COALESCE(SUM(last - reports), 0) FROM health_boots WHERE device = $device", ("$device", device));
        return (long)command.ExecuteScalar()!;
    });

    // A camera whose sensor is dead sends reports and no still: it is listed all the same.
    private const string Add = """
        INSERT INTO health (device, boot, counter, received, report) VALUES ($device, $boot, $counter, $now, $report);

        INSERT INTO health_boots (device, boot, reports, last) VALUES ($device, $boot, 1, $counter)
        ON CONFLICT (device, boot) DO UPDATE SET reports = reports + 1, last = excluded.last;

        INSERT INTO cameras (device, simulated, boot, sequence, stills, heard) VALUES ($device, $simulated, 0, 0, 0, $now)
        ON CONFLICT (device) DO UPDATE SET simulated = MAX(simulated, excluded.simulated);

        DELETE FROM health WHERE device = $device AND (boot, counter) < (SELECT boot, counter FROM health
            WHERE device = $device ORDER BY boot DESC, counter DESC LIMIT 1 OFFSET $keep);

        DELETE FROM health_boots WHERE device = $device AND boot <= $boot - $boots;
        """;
}
