using System.Reflection;
using System.Runtime.Loader;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Press.Tests.Cost;

/// <summary>
/// Press and the libraries that it gives authors' files to, loaded a second time with a counter at the beginning of each method, at
/// each turn of each loop, and at the framework's searches: their cost becomes a number that is the same on every machine.
/// </summary>
internal sealed class Instrumentation : AssemblyLoadContext
{
    private static readonly string[] Counted =
        ["Press", "Markdig", "YamlDotNet", "AngleSharp", "AngleSharp.Css", "HtmlSanitizer", "Fluid", "Parlot", "ColorCode.Core"];

    // Not counted, but they have to see the types of those that are.
    private static readonly string[] Beside = ["Press.Tests", "Press.Testing"];

    private static readonly string Folder = AppContext.BaseDirectory;

    private Instrumentation()
        : base("counted")
    {
    }

    /// <summary>The method of the counted copy of this assembly that measures a pattern.</summary>
    public static Func<string, int, bool, long[]> CreateMeasure() =>
        new Instrumentation().LoadFromAssemblyName(new AssemblyName("Press.Tests"))
            .GetType(typeof(CostPatterns).FullName!)!
            .GetMethod(nameof(CostPatterns.Measure), BindingFlags.Public | BindingFlags.Static)!
            .CreateDelegate<Func<string, int, bool, long[]>>();

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(Folder, assemblyName.Name + ".dll");
        if (Beside.Contains(assemblyName.Name))
            return LoadFromStream(new MemoryStream(File.ReadAllBytes(path)));
        if (!Counted.Contains(assemblyName.Name))
            return null;

        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Folder);
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        using var assembly = AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = resolver });
        foreach (var module in assembly.Modules)
            new CountedModule(module).Instrument();
        var bytes = new MemoryStream();
        assembly.Write(bytes);
        bytes.Position = 0;
        return LoadFromStream(bytes);
    }

    private sealed class CountedModule(ModuleDefinition module)
    {
        private readonly MethodReference _add = module.ImportReference(typeof(Steps).GetMethod(nameof(Steps.Add)));

        private readonly ILookup<string, MethodInfo> _searches =
            typeof(Steps).GetMethods(BindingFlags.Public | BindingFlags.Static).ToLookup(method => method.Name, StringComparer.Ordinal);

        public void Instrument()
        {
            foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
                Instrument(method.Body);
        }

        private void Instrument(Mono.Cecil.Cil.MethodBody body)
        {
            body.SimplifyMacros();
            var il = body.GetILProcessor();
            foreach (var instruction in body.Instructions.ToList())
            {
                if (instruction.Operand is Instruction target && target.Offset <= instruction.Offset)
                    il.InsertBefore(instruction, il.Create(OpCodes.Call, _add));
                else if (instruction.OpCode.Code is Code.Call or Code.Callvirt
                    && instruction.Operand is MethodReference called
                    && SearchFor(called) is { } search)
                    (instruction.OpCode, instruction.Operand) = (OpCodes.Call, search);
            }

            il.InsertBefore(body.Instructions[0], il.Create(OpCodes.Call, _add));
            body.OptimizeMacros();
        }

        /// <summary>The counting method that stands for a framework's search; null for any other method.</summary>
        private MethodReference? SearchFor(MethodReference called)
        {
            switch (called.DeclaringType.FullName)
            {
                case "System.MemoryExtensions" when called is GenericInstanceMethod generic:
                    return Of(called.Name, called.Parameters.Select(Shape), [.. generic.GenericArguments]);
                case "System.String" when called.HasThis:
                    return Of(called.Name, called.Parameters.Select(Shape).Prepend("String"), []);
                case "System.Array" when called.Name == "Copy":
                    return Of(called.Name, called.Parameters.Select(Shape), []);
                case var name when name.StartsWith("System.Collections.Generic.List`1<", StringComparison.Ordinal):
                    return Of(
                        "List" + called.Name,
                        called.Parameters.Select(Shape).Prepend("List`1"),
                        [.. ((GenericInstanceType)called.DeclaringType).GenericArguments]);
                default:
                    return null;
            }
        }

        private MethodReference? Of(string name, IEnumerable<string> shape, IReadOnlyList<TypeReference> arguments)
        {
            var wanted = string.Join(',', shape);
            if (_searches[name].FirstOrDefault(method => string.Join(',', method.GetParameters().Select(Shape)) == wanted) is not { } found)
                return null;
            var reference = module.ImportReference(found);
            if (arguments.Count == 0)
                return reference;
            var instance = new GenericInstanceMethod(reference);
            foreach (var argument in arguments)
                instance.GenericArguments.Add(argument);
            return instance;
        }

        private static string Shape(ParameterDefinition parameter) =>
            parameter.ParameterType is GenericParameter ? "T" : parameter.ParameterType.Name;

        private static string Shape(ParameterInfo parameter) =>
            parameter.ParameterType.IsGenericParameter ? "T" : parameter.ParameterType.Name;
    }
}
