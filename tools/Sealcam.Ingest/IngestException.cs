namespace Sealcam.Ingest;

/// <summary>
/// The server cannot start: a wrong option, a port or a folder in use. The text is one sentence for the person who started it.
/// </summary>
public sealed class IngestException(string sentence, Exception? cause = null) : Exception(sentence, cause);
