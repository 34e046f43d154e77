using System;

namespace Sealcam;

/// <summary>The connection could not be made or was lost; the message is a sentence for a technician.</summary>
public class LinkException : Exception
{
    /// <summary>One of the constants of <see cref="LinkFault"/>.</summary>
    public int Fault { get; }

    public LinkException(int fault, string message) : base(message)
    {
        Fault = fault;
    }
}

/// <summary>Why a link failed. Plain numbers, because nanoFramework prints an enum as its number anyway.</summary>
public static class LinkFault
{
    public const int Other = 0;
    public const int Name = 1;          // DNS: no such host, or no answer
    public const int Refused = 2;       // nobody listens there
    public const int Timeout = 3;       // no answer in time
    public const int Untrusted = 4;     // certificate chain does not lead to a CA that this device trusts
    public const int WrongName = 5;     // certificate is for another host
    public const int Dates = 6;         // certificate expired or not yet valid, or this device's clock is wrong
    public const int Lost = 7;          // an open connection broke
    public const int NoClock = 8;       // certificates cannot be checked without a time
    public const int Identity = 9;      // the server does not take this device's certificate

    /// <summary>Whether this exception may be about the server's certificate and the clock that it is checked against.</summary>
    public static bool IsCertificate(Exception e)
    {
        // A platform that cannot tell dates from chain or name says untrusted.
        var link = e as LinkException;
        return link != null && (link.Fault == Dates || link.Fault == Untrusted);
    }
}
