using Microsoft.Data.Sqlite;

namespace Sealcam.Ingest;

/// <summary>
/// The alarms. One is open for a kind and a camera at a time and counts its repetitions, so that a camera gone mad cannot bury
/// the others; one that a person has put away opens anew when it happens again.
/// </summary>
internal sealed class AlarmIndex(IndexFile file, int keep)
{
    private const string Columns = "id, kind, device, boot, sequence, sentence, first, last, times";

    public Alarm Raise(string kind, string? device, StillOrder? order, string sentence, DateTimeOffset now) => file.Write(db =>
    {
        (string, object?)[] values =
        [
            ("$kind", kind), ("$device", device), ("$boot", order?.Boot), ("$sequence", order?.Sequence), ("$sentence", sentence),
            ("$now", now.ToUnixTimeMilliseconds()), ("$keep", keep),
        ];
        using SqliteCommand again = IndexFile.Command(
            db,
            "UPDATE alarms SET boot = $boot, sequence = $sequence, sentence = $sentence, last = $now, times = times + 1 "
                + "WHERE kind = $kind AND device IS $device AND seen = 0",
            values);
        if (again.ExecuteNonQuery() == 0)
        {
            using SqliteCommand add = IndexFile.Command(
                db,
                "INSERT INTO alarms (kind, device, boot, sequence, sentence, first, last, times) "
                    + "VALUES ($kind, $device, $boot, $sequence, $sentence, $now, $now, 1);"
                    + "DELETE FROM alarms WHERE id <= (SELECT MAX(id) FROM alarms) - $keep",
                values);
            add.ExecuteNonQuery();
        }

        return Read(db, "kind = $kind AND device IS $device AND seen = 0", values)[0];
    });

    /// <summary>The alarms that nobody has put away, the latest first.</summary>
    public List<Alarm> Open(int limit) => file.Read(db => Read(db, "seen = 0", ("$limit", limit)));

    /// <summary>Puts an alarm away; false if there is no such open one.</summary>
    public bool PutAway(long id) => file.Write(db =>
    {
        using SqliteCommand command =
            IndexFile.Command(db, "UPDATE alarms SET seen = 1 WHERE id = $id AND seen = 0", ("$id", id));
        return command.ExecuteNonQuery() > 0;
    });

    private static List<Alarm> Read(SqliteConnection db, string where, params (string Name, object?)[] values)
    {
        string limit = values.Any(value => value.Name == "$limit") ? " LIMIT $limit" : "";
        using SqliteCommand command = IndexFile.Command(
            db, $"SELECT {Columns} FROM alarms WHERE {where} ORDER BY last DESC, id DESC{limit}", values);
        using SqliteDataReader reader = command.ExecuteReader();
        List<Alarm> alarms = [];
        while (reader.Read())
        {
            alarms.Add(new Alarm
            {
                Id = reader.GetInt64(0),
                Kind = reader.GetString(1),
                Device = reader.IsDBNull(2) ? null : reader.GetString(2),
                Order = reader.IsDBNull(3) ? null : new StillOrder((uint)reader.GetInt64(3), (uint)reader.GetInt64(4)),
                Sentence = reader.GetString(5),
                FirstMs = reader.GetInt64(6),
                LastMs = reader.GetInt64(7),
                Times = reader.GetInt32(8),
            });
        }

        return alarms;
    }
}
