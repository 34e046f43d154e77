namespace Sealcam.Tool;

/// <summary>The command line asks for something that does not fit together; the message is a sentence for the user.</summary>
public sealed class UsageException(string sentence) : Exception(sentence);
