using Microsoft.Data.Sqlite;

namespace Sealcam.Ingest;

/// <summary>The stills of the index: what is known of every order that was ever taken.</summary>
internal sealed class StillIndex(IndexFile file)
{
    private const string Columns =
        "device, boot, sequence, digest, bytes, received, state, conflict, iat, uptime, frame_age, clock, "
        + "dropped, previous_last, requested";

    private const string ThisOne = " WHERE device = $device AND boot = $boot AND sequence = $sequence";

    public StillRow? Find(string device, StillOrder order) =>
        file.Read(db => Rows(db, $"SELECT {Columns} FROM stills{ThisOne}", Key(device, order)).FirstOrDefault());

    /// <summary>A page of a camera's stills, newest first, whose bytes are there.</summary>
    /// <param name="device">Device ID as text.</param>
    /// <param name="before">Only orders below this one; null starts at the newest.</param>
    /// <param name="limit">Rows at most.</param>
    public List<StillRow> Page(string device, StillOrder? before, int limit) => file.Read(db => Rows(
        db,
        $"SELECT {Columns} FROM stills WHERE device = $device AND state = 0 AND (boot, sequence) < ($boot, $sequence) "
            + "ORDER BY boot DESC, sequence DESC LIMIT $limit",
        ("$device", device),
        ("$boot", before?.Boot ?? long.MaxValue),
        ("$sequence", before?.Sequence ?? 0L),
        ("$limit", limit)));

    /// <summary>Every row of a device that should have a file or lost it: no more than there are, or were, files.</summary>
    public List<StillRow> Unpruned(string device) => file.Read(db => Rows(
        db, $"SELECT {Columns} FROM stills WHERE device = $device AND state <> 1 ORDER BY boot, sequence", ("$device", device)));

    /// <summary>Takes a new order in, with the sums of its camera and boot, all or nothing.</summary>
    public void Add(StillRow row, bool simulated) => file.Write(db =>
    {
        (string, object?)[] values =
        [
            .. Key(row.Device, row.Order), ("$digest", row.Digest), ("$bytes", row.Bytes), ("$received", row.ReceivedMs),
            ("$state", (int)row.State), ("$conflict", row.Conflict), ("$iat", row.IssuedAt), ("$uptime", row.Uptime),
            ("$frame_age", row.FrameAgeMs), ("$clock", row.ClockQuality), ("$dropped", row.Dropped),
            ("$previous_last", row.PreviousLast), ("$requested", row.Requested), ("$simulated", simulated),
        ];
        Run(db, AddStill, values);
        Run(db, AddToCamera, values);
        Run(db, AddToBoot, values);
        return true;
    });

    public void SetState(string device, StillOrder order, StillState state) => file.Write(db =>
        Run(db, "UPDATE stills SET state = $state" + ThisOne, [.. Key(device, order), ("$state", (int)state)]));

    /// <summary>The bytes of a lost still are there again.</summary>
    public void SetKept(string device, StillOrder order, DateTimeOffset received) => file.Write(db => Run(
        db,
        "UPDATE stills SET state = 0, received = $received" + ThisOne,
        [.. Key(device, order), ("$received", received.ToUnixTimeMilliseconds())]));

    public void SetConflict(string device, StillOrder order) => file.Write(db =>
        Run(db, "UPDATE stills SET conflict = 1" + ThisOne, Key(device, order)));

    /// <summary>Bytes of all stills that are there.</summary>
    public long KeptBytes() => file.Read(db =>
    {
        using SqliteCommand sum = IndexFile.Command(db, "SELECT COALESCE(SUM(bytes), 0) FROM stills WHERE state = 0");
        return (long)sum.ExecuteScalar()!;
    });

    /// <summary>The stills received first, without the newest of any camera.</summary>
    public List<StillRow> Oldest(int limit) => file.Read(db => Rows(
        db,
        $"SELECT {Columns} FROM stills s WHERE state = 0 AND NOT EXISTS (SELECT 1 FROM cameras c WHERE c.device = s.device "
            + "AND c.boot = s.boot AND c.sequence = s.sequence) ORDER BY received, device, boot, sequence LIMIT $limit",
        ("$limit", limit)));

    private const string AddStill =
        $"INSERT INTO stills ({Columns}) VALUES ($device, $boot, $sequence, $digest, $bytes, $received, "
        + "$state, $conflict, $iat, $uptime, $frame_age, $clock, $dropped, $previous_last, $requested)";

    // The mark *simulated* sticks: a key that was once a development CA's is nobody's real camera.
    private const string AddToCamera = """
        INSERT INTO cameras (device, simulated, boot, sequence, stills, heard)
        VALUES ($device, $simulated, $boot, $sequence, 1, $received)
        ON CONFLICT (device) DO UPDATE SET
            simulated = MAX(simulated, excluded.simulated), stills = stills + 1, heard = MAX(heard, excluded.heard),
            boot = CASE WHEN (excluded.boot, excluded.sequence) > (boot, sequence) THEN excluded.boot ELSE boot END,
            sequence = CASE WHEN (excluded.boot, excluded.sequence) > (boot, sequence) THEN excluded.sequence ELSE sequence END
        """;

    // The declared drops of a boot are those of its last still (PROTOCOL.md 4.3), and stills may arrive out of order.
    private const string AddToBoot = """
        INSERT INTO boots (device, boot, stills, last, dropped, previous_last)
        VALUES ($device, $boot, 1, $sequence, $dropped, $previous_last)
        ON CONFLICT (device, boot) DO UPDATE SET
            stills = stills + 1, previous_last = COALESCE(previous_last, excluded.previous_last),
            dropped = CASE WHEN excluded.last > last THEN excluded.dropped ELSE dropped END, last = MAX(last, excluded.last)
        """;

    private static (string, object?)[] Key(string device, StillOrder order) =>
        [("$device", device), ("$boot", order.Boot), ("$sequence", order.Sequence)];

    private static int Run(SqliteConnection db, string sql, (string, object?)[] values)
    {
        using SqliteCommand command = IndexFile.Command(db, sql, values);
        return command.ExecuteNonQuery();
    }

    private static List<StillRow> Rows(SqliteConnection db, string sql, params (string, object?)[] values)
    {
        using SqliteCommand command = IndexFile.Command(db, sql, values);
        using SqliteDataReader reader = command.ExecuteReader();
        List<StillRow> rows = [];
        while (reader.Read())
        {
            rows.Add(Row(reader));
        }

        return rows;
    }

    private static StillRow Row(SqliteDataReader reader) => new()
    {
        Device = reader.GetString(0),
        Order = new StillOrder((uint)reader.GetInt64(1), (uint)reader.GetInt64(2)),
        Digest = (byte[])reader.GetValue(3),
        Bytes = reader.GetInt32(4),
        ReceivedMs = reader.GetInt64(5),
        State = (StillState)reader.GetInt32(6),
        Conflict = reader.GetBoolean(7),
        IssuedAt = Optional(reader, 8),
        Uptime = (uint)reader.GetInt64(9),
        FrameAgeMs = reader.GetInt32(10),
        ClockQuality = reader.GetInt32(11),
        Dropped = (uint)reader.GetInt64(12),
        PreviousLast = Optional(reader, 13),
        Requested = reader.GetBoolean(14),
    };

    private static uint? Optional(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : (uint)reader.GetInt64(column);
}
