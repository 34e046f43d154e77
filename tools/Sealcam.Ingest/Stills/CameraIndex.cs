using Microsoft.Data.Sqlite;

namespace Sealcam.Ingest;

/// <summary>Cameras with their sums, and which of them are suspended.</summary>
internal sealed class CameraIndex(IndexFile file)
{
    // A boot's tail is known from the next boot's claim. The newest boot has no next one: it has no tail yet. A boot between two
    // others of which nothing came is missing as a whole, if the next one says that it sealed anything (PROTOCOL.md 4.3).
    private const string Sums = """
        SELECT c.device, c.simulated, EXISTS (SELECT 1 FROM suspensions x WHERE x.device = c.device), c.boot, c.sequence,
            c.stills, c.heard,
            COALESCE(SUM(MAX(b.last, COALESCE(n.previous_last, 0)) - b.stills + CASE
                WHEN EXISTS (SELECT 1 FROM boots p WHERE p.device = b.device AND p.boot = b.boot - 1) THEN 0
                WHEN EXISTS (SELECT 1 FROM boots p WHERE p.device = b.device AND p.boot < b.boot) THEN COALESCE(b.previous_last, 0)
                ELSE 0 END), 0), COALESCE(SUM(b.dropped), 0),
            COALESCE(SUM(n.previous_last IS NULL AND b.boot < c.boot), 0)
        FROM cameras c LEFT JOIN boots b ON b.device = c.device
        LEFT JOIN boots n ON n.device = b.device AND n.boot = b.boot + 1
        """;

    /// <summary>All cameras, in the order of their IDs, so that cards do not jump.</summary>
    public List<Camera> List() => file.Read(db => Read(db, Sums + " GROUP BY c.device ORDER BY c.device"));

    public Camera? Find(string device) => file.Read(db =>
        Read(db, Sums + " WHERE c.device = $device GROUP BY c.device", ("$device", device)).FirstOrDefault());

    public bool IsSimulated(string device) => Exists("SELECT 1 FROM cameras WHERE device = $device AND simulated = 1", device);

    public void MarkSimulated(string device) => Run("UPDATE cameras SET simulated = 1 WHERE device = $device", device);

    public bool IsSuspended(string device) => Exists("SELECT 1 FROM suspensions WHERE device = $device", device);

    public void Suspend(string device, DateTimeOffset now) => Run(
        "INSERT INTO suspensions (device, since) VALUES ($device, $now) ON CONFLICT DO NOTHING",
        device,
        ("$now", now.ToUnixTimeMilliseconds()));

    public void Resume(string device) => Run("DELETE FROM suspensions WHERE device = $device", device);

    private bool Exists(string sql, string device) => file.Read(db =>
    {
        using SqliteCommand command = IndexFile.Command(db, sql, ("$device", device));
        return command.ExecuteScalar() is not null;
    });

    private void Run(string sql, string device, params (string, object?)[] values) => file.Write(db =>
    {
        using SqliteCommand command = IndexFile.Command(db, sql, [("$device", device), .. values]);
        return command.ExecuteNonQuery();
    });

    private static List<Camera> Read(SqliteConnection db, string sql, params (string, object?)[] values)
    {
        using SqliteCommand command = IndexFile.Command(db, sql, values);
        using SqliteDataReader reader = command.ExecuteReader();
        List<Camera> cameras = [];
        while (reader.Read())
        {
            cameras.Add(new Camera
            {
                Device = reader.GetString(0),
                Simulated = reader.GetBoolean(1),
                Suspended = reader.GetBoolean(2),
                Newest = new StillOrder((uint)reader.GetInt64(3), (uint)reader.GetInt64(4)),
                Stills = reader.GetInt64(5),
                HeardMs = reader.GetInt64(6),
                Missing = reader.GetInt64(7),
                Dropped = reader.GetInt64(8),
                UnknownTails = reader.GetInt64(9),
            });
        }

        return cameras;
    }
}
