global using Microsoft.VisualStudio.TestTools.UnitTesting;

// Each test has a server, a folder and ports of its own.
[assembly: Parallelize(Workers = 2, Scope = ExecutionScope.MethodLevel)]
