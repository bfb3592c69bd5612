using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CheckinBot.Tests.Architecture;

/// <summary>One way to write each thing, held by a look at the syntax.</summary>
public sealed class HabitTests
{
    private const int LongestLine = 160;
    private const int LongestMember = 60;
    private const int MostConstructorParameters = 8;

    private static readonly SyntaxKind[] NotPrivateToAnObject =
        [SyntaxKind.PublicKeyword, SyntaxKind.InternalKeyword, SyntaxKind.StaticKeyword, SyntaxKind.ConstKeyword];

    private static readonly Lazy<List<(string Path, CompilationUnitSyntax Root)>> Sources = new(() =>
    [
        .. from file in Repository.SourcesBelow("src")
           select (Repository.Relative(file), CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetCompilationUnitRoot()),
    ]);

    [Fact]
    public void A_line_has_160_columns_at_most()
    {
        var found =
            from file in Repository.SourcesBelow("src").Concat(Repository.SourcesBelow("tests"))
            from line in File.ReadLines(file).Select((text, index) => (text, number: index + 1))
            where line.text.Length > LongestLine
            select $"{Repository.Relative(file)}:{line.number}: {line.text.Length} columns";
        None(found);
    }

    [Fact]
    public void A_member_fits_a_screen() => None(
        from source in Sources.Value
        from member in source.Root.DescendantNodes()
        where member is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or LocalFunctionStatementSyntax
        let lines = LinesOf(member)
        where lines > LongestMember
        select $"{Where(source.Path, member)}: {lines} lines");

    [Fact]
    public void A_class_is_given_eight_things_at_most() => None(
        from source in Sources.Value
        from list in source.Root.DescendantNodes().OfType<ParameterListSyntax>()
        where list.Parent is ClassDeclarationSyntax or ConstructorDeclarationSyntax
        where list.Parameters.Count > MostConstructorParameters
        select $"{Where(source.Path, list)}: {list.Parameters.Count} constructor parameters");

    [Fact]
    public void A_cancellation_token_is_called_cancellationToken() => None(
        from source in Sources.Value
        from parameter in source.Root.DescendantNodes().OfType<ParameterSyntax>()
        where parameter.Type?.ToString() == nameof(CancellationToken) && parameter.Identifier.Text != "cancellationToken"
        select $"{Where(source.Path, parameter)}: {parameter}");

    [Fact]
    public void A_private_field_begins_with_an_underscore() => None(
        from source in Sources.Value
        from field in source.Root.DescendantNodes().OfType<FieldDeclarationSyntax>()
        where !field.Modifiers.Any(modifier => NotPrivateToAnObject.Contains(modifier.Kind()))
        from variable in field.Declaration.Variables
        where variable.Identifier.Text[0] != '_'
        select $"{Where(source.Path, variable)}: {variable.Identifier}");

    private static void None(IEnumerable<string> found)
    {
        var all = found.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private static int LinesOf(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static string Where(string path, SyntaxNode node) => $"{path}:{node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1}";
}
