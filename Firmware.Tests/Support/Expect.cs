using System;

namespace Sealcam.Tests;

/// <summary>Something that is expected to throw. (Action does not run on nanoFramework.)</summary>
public delegate void Attempt();

/// <summary>Expectations that the two test frameworks spell differently.</summary>
public static class Expect
{
    /// <summary>
    /// Fails unless <paramref name="attempt"/> throws exactly <paramref name="exception"/>. Returns what was thrown.
    /// </summary>
    public static Exception Throws(Type exception, Attempt attempt)
    {
        Exception thrown = null;
        try
        {
            attempt();
        }
        catch (Exception e)
        {
            thrown = e;
        }
        Assert.IsTrue(thrown != null, "nothing was thrown, expected " + exception.FullName);
        Assert.AreEqual(exception.FullName, thrown.GetType().FullName);
        return thrown;
    }
}
