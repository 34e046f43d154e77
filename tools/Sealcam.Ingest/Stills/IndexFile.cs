using Microsoft.Data.Sqlite;

namespace Sealcam.Ingest;

/// <summary>
/// The SQLite file. One connection writes, under a lock; readers have their own. WAL with synchronous = NORMAL: after a power cut
/// the last rows may be gone, and the start makes them anew from the files, which were durable first.
/// </summary>
internal sealed class IndexFile : IDisposable
{
    private readonly string _readers;
    private readonly SqliteConnection _writer;
    private readonly Lock _lock = new();

    /// <exception cref="SqliteException">The file is not a sound index.</exception>
    public IndexFile(string path)
    {
        // Own pools: closing one server must not pull the connections of another from under it.
        _readers = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = true,
        }.ToString();
        _writer = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            _writer.Open();
            Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;");
            using SqliteCommand check = Command(_writer, "PRAGMA quick_check(1)");
            if (check.ExecuteScalar() as string != "ok")
            {
                throw new SqliteException("The index is damaged.", 11);
            }

            Execute(IndexSchema.Text);
        }
        catch
        {
            _writer.Dispose();
            throw;
        }
    }

    /// <summary>Runs statements in one transaction on the writing connection.</summary>
    public T Write<T>(Func<SqliteConnection, T> work)
    {
        lock (_lock)
        {
            using SqliteTransaction transaction = _writer.BeginTransaction();
            T result = work(_writer);
            transaction.Commit();
            return result;
        }
    }

    public T Read<T>(Func<SqliteConnection, T> work)
    {
        using SqliteConnection reader = new(_readers);
        reader.Open();
        return work(reader);
    }

    /// <summary>Statements without result, outside a transaction.</summary>
    public void Execute(string sql)
    {
        lock (_lock)
        {
            using SqliteCommand command = Command(_writer, sql);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>A command with values; null becomes NULL. The SQL text never holds a value.</summary>
    public static SqliteCommand Command(SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    public void Dispose()
    {
        _writer.Dispose();
        using SqliteConnection reader = new(_readers);
        SqliteConnection.ClearPool(reader);
    }
}
