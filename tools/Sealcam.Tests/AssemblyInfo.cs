using Microsoft.VisualStudio.TestTools.UnitTesting;

// Each test runs a process of its own; more of them at once than cores would only make each slower.
[assembly: Parallelize(Workers = 2, Scope = ExecutionScope.MethodLevel)]
