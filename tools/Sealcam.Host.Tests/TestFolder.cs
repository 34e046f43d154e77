using System;
using System.IO;

namespace Sealcam.Host.Tests;

/// <summary>An empty folder for one test, gone afterwards.</summary>
internal sealed class TestFolder : IDisposable
{
    public TestFolder()
    {
        Root = Directory.CreateTempSubdirectory("sealcam-").FullName;
    }

    public string Root { get; }

    public string At(params string[] parts)
    {
        return Path.Combine([Root, .. parts]);
    }

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
    }
}
