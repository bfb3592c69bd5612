using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CheckinBot.Tests.Architecture;

/// <summary>No folder of a project uses, by whatever way round, a folder that uses it. A folder and one inside it are two.</summary>
public sealed class CircleTests
{
    public static TheoryData<string> Projects => [.. SourceTree.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_form_no_circle(string project)
    {
        var references = References(project);
        var uses = references.Keys.ToLookup(edge => edge.From, edge => edge.To);
        var circular =
            from edge in references
            where Reached(edge.Key.To, uses).Contains(edge.Key.From)
            orderby edge.Value.Count
            select $"{edge.Key.From} uses {edge.Key.To}, which leads back: {string.Join("; ", edge.Value.Take(5))}";
        Assert.True(!circular.Any(), string.Join('\n', circular));
    }

    /// <summary>Which folder names what of which other folder, and where.</summary>
    private static Dictionary<(string From, string To), List<string>> References(string project)
    {
        var compilation = SourceTree.Compile(project);
        var found = new Dictionary<(string From, string To), List<string>>();
        foreach (var tree in compilation.SyntaxTrees.Where(tree => !tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)))
        {
            var model = compilation.GetSemanticModel(tree);
            var from = SourceTree.Room(project, tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Where(name => !IsOfUsing(name)))
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                foreach (var to in RoomsOf(project, symbol).Where(to => to != from))
                {
                    if (!found.TryGetValue((from, to), out var places)) found[(from, to)] = places = [];
                    places.Add($"{Repository.Relative(tree.FilePath)}:{tree.GetLineSpan(name.Span).StartLinePosition.Line + 1} {name.Identifier.Text}");
                }
            }
        }

        return found;
    }

    // A partial type stands in several files; where one of them is in the same folder, nothing outside is meant.
    private static IEnumerable<string> RoomsOf(string project, ISymbol? symbol)
    {
        if (symbol is null or INamespaceSymbol or ILocalSymbol or IParameterSymbol or ITypeParameterSymbol or IRangeVariableSymbol or ILabelSymbol) yield break;
        var declared = symbol.OriginalDefinition.DeclaringSyntaxReferences;
        if (declared.Length == 0 && symbol.ContainingType is { } type) declared = type.OriginalDefinition.DeclaringSyntaxReferences;
        if (declared.FirstOrDefault()?.SyntaxTree is not { } tree || tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)) yield break;
        yield return SourceTree.Room(project, tree);
    }

    private static bool IsOfUsing(SyntaxNode name) =>
        name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null || name.Parent is BaseNamespaceDeclarationSyntax;

    private static HashSet<string> Reached(string from, ILookup<string, string> uses)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([from]);
        while (open.TryPop(out var room))
        {
            foreach (var next in uses[room].Where(reached.Add)) open.Push(next);
        }

        return reached;
    }
}
