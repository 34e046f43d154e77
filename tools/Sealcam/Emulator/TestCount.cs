using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Sealcam.Tool.Emulator;

/// <summary>How many results a run of the built tests must give, read from the assembly without loading it.</summary>
internal static class TestCount
{
    public const string AssemblyFile = "NFUnitTest.dll";

    /// <summary>
    /// A test method gives one result, or one for each of its data rows; Setup and Cleanup methods give one each as well.
    /// </summary>
    public static int Of(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        MetadataReader metadata = image.GetMetadataReader();
        int count = 0;
        foreach (MethodDefinitionHandle handle in metadata.MethodDefinitions)
        {
            string[] marks = [.. metadata.GetMethodDefinition(handle).GetCustomAttributes().Select(mark => NameOf(metadata, mark))];
            int rows = marks.Count(mark => mark == "DataRowAttribute");
            count += rows > 0 ? rows : marks.Count(mark => mark is "TestMethodAttribute" or "SetupAttribute" or "CleanupAttribute");
        }

        return count;
    }

    private static string NameOf(MetadataReader metadata, CustomAttributeHandle handle)
    {
        EntityHandle constructor = metadata.GetCustomAttribute(handle).Constructor;
        if (constructor.Kind != HandleKind.MemberReference)
        {
            return "";
        }

        EntityHandle type = metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent;
        return type.Kind == HandleKind.TypeReference
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name)
            : "";
    }
}
