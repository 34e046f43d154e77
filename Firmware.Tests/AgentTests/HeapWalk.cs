#if !NANOFRAMEWORK_1_0
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Sealcam.Tests;

/// <summary>
/// What an object graph takes on the heap of an ESP32, by reflection on the host. nanoCLR's heap comes in blocks of 12 bytes: an
/// object is one and one more for each field, an array has a head of 20 bytes and its elements (12 bytes each if they are
/// references), a string 12 bytes and its characters.
/// </summary>
public sealed class HeapWalk
{
    private const int Block = 12, ArrayHead = 20;

    private readonly HashSet<object> _seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _byType = new Dictionary<string, int>();
    private readonly Assembly _agent;

    public HeapWalk(Assembly agent)
    {
        _agent = agent;
    }

    public int Bytes { get; private set; }

    /// <summary>Adds what a root holds, but for what is not the agent's: the objects that a board handed in.</summary>
    public void Add(object root)
    {
        var queue = new Queue<object>();
        queue.Enqueue(root);
        while (queue.Count > 0)
        {
            var next = queue.Dequeue();
            if (next == null || !IsOurs(next.GetType()) || !_seen.Add(next))
            {
                continue;
            }

            Count(next);
            if (next is Array array)
            {
                bool isFlat = array.GetType().GetElementType().IsPrimitive;
                foreach (var element in isFlat ? Array.Empty<object>() : array.Cast<object>())
                {
                    queue.Enqueue(element);
                }
            }
            else if (next is not string)
            {
                foreach (var field in InstanceFields(next.GetType()).Where(field => !field.FieldType.IsPrimitive))
                {
                    queue.Enqueue(field.GetValue(next));
                }
            }
        }
    }

    /// <summary>Adds the static fields of the agent's assembly and what they hold.</summary>
    public void AddStatics()
    {
        var statics = _agent.GetTypes().Where(type => !type.Name.StartsWith('<'))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => !field.IsLiteral);
        foreach (var field in statics)
        {
            Bytes += Block;
            Add(field.FieldType.IsPrimitive ? null : field.GetValue(null));
        }
    }

    /// <summary>Excludes this object, as if it had been counted.</summary>
    public void Skip(object one) => _seen.Add(one);

    /// <summary>The types that take most, with their bytes.</summary>
    public string Largest() =>
        string.Join(", ", _byType.OrderByDescending(pair => pair.Value).Take(12).Select(pair => pair.Key + " " + pair.Value));

    private bool IsOurs(Type type) =>
        type.Assembly == _agent || type == typeof(string)
        || type.IsArray && (type.GetElementType().IsPrimitive || IsOurs(type.GetElementType()));

    private void Count(object one)
    {
        int bytes = one switch
        {
            string text => Block + text.Length + 1,
            Array array => ArrayHead + array.Length * ElementBytes(array.GetType().GetElementType()),
            _ => Block * (1 + InstanceFields(one.GetType()).Count()),
        };
        bytes = (bytes + Block - 1) / Block * Block;
        Bytes += bytes;
        string name = one.GetType().Name;
        _byType[name] = _byType.GetValueOrDefault(name) + bytes;
    }

    private static int ElementBytes(Type type) =>
        type == typeof(byte) || type == typeof(bool) ? 1 : type == typeof(int) || type == typeof(uint) ? 4
            : type == typeof(long) || type == typeof(ulong) ? 8 : Block;

    private static IEnumerable<FieldInfo> InstanceFields(Type type)
    {
        for (; type != null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }
}
#endif
