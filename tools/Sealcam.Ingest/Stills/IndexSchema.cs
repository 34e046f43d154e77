namespace Sealcam.Ingest;

/// <summary>
/// The tables. Everything but suspensions, alarms, health reports and the orders of pruned stills can be made anew from the
/// files.
/// </summary>
internal static class IndexSchema
{
    public const string Text = """
        PRAGMA user_version = 1;

        -- One row an order for ever, whatever becomes of the bytes: that is what recognises a replay.
        CREATE TABLE IF NOT EXISTS stills (
            device TEXT NOT NULL, boot INTEGER NOT NULL, sequence INTEGER NOT NULL,
            digest BLOB NOT NULL, bytes INTEGER NOT NULL, received INTEGER NOT NULL, state INTEGER NOT NULL,
            conflict INTEGER NOT NULL DEFAULT 0,
            iat INTEGER, uptime INTEGER NOT NULL, frame_age INTEGER NOT NULL, clock INTEGER NOT NULL,
            dropped INTEGER NOT NULL, previous_last INTEGER, requested INTEGER NOT NULL,
            PRIMARY KEY (device, boot, sequence)) WITHOUT ROWID;

        -- What retention walks, oldest first.
        CREATE INDEX IF NOT EXISTS stills_kept ON stills (received, device, boot, sequence) WHERE state = 0;

        CREATE TABLE IF NOT EXISTS cameras (
            device TEXT PRIMARY KEY, simulated INTEGER NOT NULL, boot INTEGER NOT NULL, sequence INTEGER NOT NULL,
            stills INTEGER NOT NULL, heard INTEGER NOT NULL) WITHOUT ROWID;

        -- Sums by boot, so that missing and dropped stills are told without counting rows.
        CREATE TABLE IF NOT EXISTS boots (
            device TEXT NOT NULL, boot INTEGER NOT NULL, stills INTEGER NOT NULL, last INTEGER NOT NULL,
            dropped INTEGER NOT NULL, previous_last INTEGER,
            PRIMARY KEY (device, boot)) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS suspensions (device TEXT PRIMARY KEY, since INTEGER NOT NULL) WITHOUT ROWID;

        -- Health reports as they came; the oldest of a camera go first.
        CREATE TABLE IF NOT EXISTS health (
            device TEXT NOT NULL, boot INTEGER NOT NULL, counter INTEGER NOT NULL, received INTEGER NOT NULL, report BLOB NOT NULL,
            PRIMARY KEY (device, boot, counter)) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS health_boots (
            device TEXT NOT NULL, boot INTEGER NOT NULL, reports INTEGER NOT NULL, last INTEGER NOT NULL,
            PRIMARY KEY (device, boot)) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS alarms (
            id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, device TEXT, boot INTEGER, sequence INTEGER,
            sentence TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, times INTEGER NOT NULL,
            seen INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX IF NOT EXISTS alarms_what ON alarms (kind, device, boot, sequence);
        """;
}
