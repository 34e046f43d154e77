using Microsoft.VisualStudio.TestTools.UnitTesting;

// Each class has a server of its own; together they would only wait for the two cores of a small machine.
[assembly: DoNotParallelize]
