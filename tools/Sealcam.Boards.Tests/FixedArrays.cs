using System.Reflection;
using System.Reflection.Emit;

namespace Sealcam.Boards.Tests;

/// <summary>Finds `new T[constant]` in an assembly's instructions.</summary>
internal static class FixedArrays
{
    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF);

    public static IEnumerable<(string Where, long Bytes)> Of(Assembly assembly)
    {
        const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
            | BindingFlags.DeclaredOnly;
        foreach (var type in assembly.GetTypes())
        {
            foreach (var method in type.GetMembers(All).OfType<MethodBase>())
            {
                if (method.GetMethodBody()?.GetILAsByteArray() is { } il)
                {
                    foreach (long bytes in Sizes(il, method.Module))
                    {
                        yield return ($"{type.FullName}.{method.Name}", bytes);
                    }
                }
            }
        }
    }

    private static List<long> Sizes(byte[] il, Module module)
    {
        var sizes = new List<long>();
        long? constant = null;
        for (int i = 0; i < il.Length;)
        {
            int value = il[i++];
            if (value == 0xFE)
            {
                value = 0xFE00 | il[i++];
            }

            var code = Codes[value];
            if (code == OpCodes.Newarr && constant is { } count)
            {
                // Generic elements do not exist on the device.
                sizes.Add(count * ElementBytes(module.ResolveType(BitConverter.ToInt32(il, i))));
            }

            constant = Constant(code, il, i);
            i += OperandBytes(code, il, i);
        }

        return sizes;
    }

    private static long? Constant(OpCode code, byte[] il, int at) =>
        code == OpCodes.Ldc_I4 ? BitConverter.ToInt32(il, at)
        : code == OpCodes.Ldc_I4_S ? (sbyte)il[at]
        : code.Value >= OpCodes.Ldc_I4_0.Value && code.Value <= OpCodes.Ldc_I4_8.Value ? code.Value - OpCodes.Ldc_I4_0.Value
        : null;

    private static int OperandBytes(OpCode code, byte[] il, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
        _ => 4,
    };

    private static int ElementBytes(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte or TypeCode.SByte or TypeCode.Boolean => 1,
        TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Char => 2,
        TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Single => 4,
        TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Double => 8,
        _ => 12,    // a reference is a heap block on the device
    };
}
