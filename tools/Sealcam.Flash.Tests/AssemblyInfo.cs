// Boards with threads of their own, and the process's one console: one test at a time.
[assembly: Microsoft.VisualStudio.TestTools.UnitTesting.DoNotParallelize]

// The stand-in is a shell script, and a port is a pseudo-terminal.
[assembly: System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
