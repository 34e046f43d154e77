using System;
using System.IO;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Host.Tests;

/// <summary>Links under test, and what one does with them.</summary>
internal static class Links
{
    public static readonly X509Certificate2 Device = Pki.Shared.Leaf("device", usage: Pki.ClientUsage);

    // ms: a bound for a hang, not a measure; a busy machine may take long.
    private const int PatienceMs = 60000;

    public static SslLink Make(int timeoutMs = 5000, X509Certificate2 authority = null, DateTimeOffset? now = null)
    {
        return new SslLink(new SslLinkOptions
        {
            Authority = authority ?? Pki.Shared.Authority,
            // The link disposes what it is given; the tests share one.
            Identity = () => new X509Certificate2(Device),
            Now = () => now ?? DateTimeOffset.UtcNow,
            TimeoutMs = timeoutMs,
        });
    }

    /// <summary>
    /// A link with an open connection. The time limit is the link's for everything, and a busy machine may take longer than a
    /// short one for the handshake, which no test that comes this way is about: such a one is made again.
    /// </summary>
    public static SslLink Connected(int port, int timeoutMs = 5000, string host = "localhost")
    {
        SslLink link = Make(timeoutMs);
        LinkException fault = null;
        Assert.IsTrue(SpinWait.SpinUntil(Connects, PatienceMs), fault?.Message);
        return link;

        bool Connects()
        {
            try
            {
                link.Resolve(host);
                link.Connect(port);
                return true;
            }
            catch (LinkException e) when (e.Fault is LinkFault.Timeout or LinkFault.Name)
            {
                fault = e;
                return false;
            }
        }
    }

    /// <summary>Reads in pieces of an odd size until the server closes, or <paramref name="count"/> bytes are there.</summary>
    public static byte[] ReadAll(ILink link, int count = int.MaxValue)
    {
        var all = new MemoryStream();
        byte[] piece = new byte[97];
        bool isOver = false;
        Assert.IsTrue(SpinWait.SpinUntil(() => (isOver = Take()) || all.Length >= count, PatienceMs), "nothing came in time");
        Assert.IsTrue(isOver || count != int.MaxValue);
        return all.ToArray();

        bool Take()
        {
            int got = link.Read(piece, 1, piece.Length - 1);
            all.Write(piece, 1, Math.Max(got, 0));
            return got < 0;
        }
    }

    /// <summary>Reads until the link throws, which it must.</summary>
    public static LinkException ReadFault(ILink link)
    {
        LinkException fault = null;
        byte[] piece = new byte[97];
        Assert.IsTrue(SpinWait.SpinUntil(Fails, PatienceMs), "the link did not fail");
        return fault;

        bool Fails()
        {
            try
            {
                Assert.IsGreaterThanOrEqualTo(0, link.Read(piece, 0, piece.Length), "closed without a fault");
                return false;
            }
            catch (LinkException e)
            {
                fault = e;
                return true;
            }
        }
    }

    public static LinkException ConnectFault(SslLink link, int port, string host = "localhost")
    {
        Assert.IsTrue(SpinWait.SpinUntil(Resolves, PatienceMs), "no look-up of " + host);
        LinkException fault = Assert.ThrowsExactly<LinkException>(() => link.Connect(port));
        StringAssert.Contains(fault.Message, $"{host}:{port}");
        Assert.AreEqual(0, link.Handshakes);
        // After a fault the link is as good as new.
        Assert.AreEqual(LinkFault.Lost, Assert.ThrowsExactly<LinkException>(() => link.Read(new byte[1], 0, 1)).Fault);
        return fault;

        bool Resolves()
        {
            try
            {
                link.Resolve(host);
                return true;
            }
            catch (LinkException)
            {
                return false;  // a short time limit and a busy machine
            }
        }
    }
}
