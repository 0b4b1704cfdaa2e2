using System.Text.RegularExpressions;
using Mono.Cecil;
using Press.Testing;

namespace Press.Tests;

/// <summary>
/// The folders of the engine are layers: each uses those before it alone. They have one namespace, since many would have the name of the
/// type for which they are there; so the compiled types say who uses whom, and the sources in which folder each of them is.
/// </summary>
public sealed partial class LayerTests
{
    /// <summary>The folders, the lowest first. What stands in none of them may use all.</summary>
    private static readonly string[] Layers =
    [
        // What is wrong, and where; words; what is stored; addresses. None of them knows what a site is.
        "Diagnostics", "Text", "Storage", "Urls",
        // Files, and what each kind of them says by itself.
        "Sources", "FrontMatter", "Settings", "Images", "Drawings", "Assets", "Tex", "Html", "Markdown", "Liquid", "Look", "Posts",
        // What is known of many posts, and what can be asked.
        "Search", "Catalog", "Query",
        // The site: which files it is to have, and each of them.
        "Plan", "Pages", "Feeds", "Files",
        // How it is made of a folder, and of containers.
        "Reading", "Writing", "Jekyll", "Engine",
    ];

    private static readonly string Root = Path.Combine(Repository.Root, "src", "Press");

    [Fact]
    public void Every_folder_with_sources_is_a_layer() => Assert.Equal(
        Layers.Order(StringComparer.Ordinal),
        Sources().Select(LayerOf).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_layer_uses_those_before_it_alone()
    {
        var uses = Uses();

        // Without this the test would pass if nothing could be resolved.
        Assert.Contains(("Engine", "Plan"), uses.Select(use => (use.From, use.To)));
        Assert.Empty(uses.Where(use => !Layers.TakeWhile(layer => layer != use.From).Contains(use.To))
            .Select(use => $"{use.From}/{use.File} uses {use.To}/{use.Type}"));
    }

    private static IEnumerable<string> Sources() =>
        Directory.GetFiles(Root, "*.cs", SearchOption.AllDirectories).Where(path => LayerOf(path) is not ("obj" or "bin"));

    /// <summary>The folder of a file; null for one at the root.</summary>
    private static string? LayerOf(string path) =>
        Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar) is [var folder, _, ..] ? folder : null;

    private static List<(string From, string File, string To, string Type)> Uses()
    {
        var sources = Sources().Select(path => (Path: path, Text: File.ReadAllText(path))).ToList();
        // One namespace has each name once.
        var layers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, text) in sources)
        {
            foreach (Match declared in Declaration().Matches(text))
                layers[declared.Groups["name"].Value] = LayerOf(path) ?? "the root";
        }

        using var module = ModuleDefinition.ReadModule(typeof(Publisher).Assembly.Location);
        var compiled =
            from type in module.Types
            where layers.ContainsKey(NameOf(type))
            from used in TypesIn(type)
            where used.Scope == module && layers.ContainsKey(NameOf(used))
            select (From: layers[NameOf(type)], File: NameOf(type), To: layers[NameOf(used)], Type: NameOf(used));
        // The compiler puts a constant in the place of its name.
        var constants = module.Types.SelectMany(type => type.Fields).Where(field => field.HasConstant)
            .Select(field => $"{field.DeclaringType.Name}.{field.Name}").ToHashSet(StringComparer.Ordinal);
        var written =
            from source in sources
            from Match member in Member().Matches(Comment().Replace(source.Text, ""))
            where constants.Contains(member.Value)
            let type = member.Groups["type"].Value
            let file = Path.GetFileNameWithoutExtension(source.Path)
            select (From: LayerOf(source.Path) ?? "the root", File: file, To: layers[type], Type: type);
        return [.. compiled.Concat(written).Where(use => use.From != use.To && use.From != "the root").Distinct()];
    }

    private static string NameOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Name.Split('`')[0];
    }

    /// <summary>All types that a type and those in it name: bases, members, and what methods do.</summary>
    private static IEnumerable<TypeReference> TypesIn(TypeDefinition type)
    {
        var named = new List<TypeReference?> { type.BaseType };
        named.AddRange(type.Interfaces.Select(item => item.InterfaceType));
        named.AddRange(type.Fields.Select(field => field.FieldType));
        foreach (var method in type.Methods)
        {
            named.Add(method.ReturnType);
            named.AddRange(method.Parameters.Select(parameter => parameter.ParameterType));
            if (!method.HasBody)
                continue;
            named.AddRange(method.Body.Variables.Select(variable => variable.VariableType));
            foreach (var operand in method.Body.Instructions.Select(instruction => instruction.Operand))
            {
                named.Add(operand as TypeReference ?? (operand as MemberReference)?.DeclaringType);
                if (operand is GenericInstanceMethod generic)
                    named.AddRange(generic.GenericArguments);
                if (operand is MethodReference called)
                    named.Add(called.ReturnType);
                if (operand is FieldReference field)
                    named.Add(field.FieldType);
            }
        }

        return named.OfType<TypeReference>().SelectMany(PartsOf).Concat(type.NestedTypes.SelectMany(TypesIn));
    }

    /// <summary>A type, and those that it is made of: elements, arguments.</summary>
    private static IEnumerable<TypeReference> PartsOf(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(PartsOf).Prepend(generic.ElementType),
        TypeSpecification specification => PartsOf(specification.ElementType),
        _ => [type],
    };

    [GeneratedRegex(
        @"^(public |internal )?([a-z]+ )*(class|record|record struct|struct|interface|enum) (?<name>[A-Z]\w*)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?<![.\w])(?<type>[A-Z]\w*)\.[A-Z]\w*")]
    private static partial Regex Member();

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comment();
}
