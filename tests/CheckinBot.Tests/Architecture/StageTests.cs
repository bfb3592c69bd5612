using System.Text.RegularExpressions;
using CheckinBot.Core.Reading.Data;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit.Abstractions;

namespace CheckinBot.Tests.Architecture;

/// <summary>The reading of messages: its stages stand in an order, and the words of every language in its data.</summary>
public sealed partial class StageTests(ITestOutputHelper output)
{
    private const string Reading = "src/CheckinBot.Core/Reading";

    /// <summary>Lines of C# below the folder: what is added takes something away, or has a reason.</summary>
    private const int MostLines = 7566;

    /// <summary>From what is typed to what is answered: a stage uses those in front of it, and never one behind.</summary>
    private static readonly string[] Stages = ["", "Data", "Spans", "Clauses", "Claims", "Verdicts", "Chains", "Answers"];

    private static readonly Lazy<List<(string Path, CompilationUnitSyntax Root)>> Sources = new(() =>
    [
        .. from file in Repository.SourcesBelow(Reading)
           select (Repository.Relative(file), CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetCompilationUnitRoot()),
    ]);

    [Fact]
    public void A_stage_uses_only_the_stages_in_front_of_it()
    {
        var found =
            from source in Sources.Value
            let stage = Array.IndexOf(Stages, StageOf(source.Path))
            from used in source.Root.Usings.Select(used => used.Name!.ToString())
            where used.StartsWith("CheckinBot.Core.Reading.", StringComparison.Ordinal)
            where stage < 0 || Array.IndexOf(Stages, used["CheckinBot.Core.Reading.".Length..]) >= stage
            select $"{source.Path} uses {used}";
        Assert.Empty(found);
    }

    [Fact]
    public void Words_of_a_language_stand_in_the_data()
    {
        var found = Sources.Value.SelectMany(source => source.Root.DescendantTokens().Where(IsWord).Select(token => $"{source.Path}: {token.Text}")).ToList();
        Assert.Empty(found);
    }

    [Fact]
    public void Each_list_of_terms_holds_words_and_is_looked_up()
    {
        var text = string.Concat(Sources.Value.Select(source => source.Root.ToFullString()));
        var idle = Enum.GetValues<Term>().Where(term => Terms.All(term).Count == 0 || !text.Contains($"Term.{term}", StringComparison.Ordinal));
        Assert.Empty(idle);
    }

    [Fact]
    public void The_reader_is_no_larger_than_it_was()
    {
        var lines = Repository.SourcesBelow(Reading).Sum(file => File.ReadLines(file).Count());
        output.WriteLine($"{lines} lines");
        Assert.InRange(lines, 0, MostLines);
    }

    private static string StageOf(string path) => Path.GetDirectoryName(Path.GetRelativePath(Reading, path))!.Replace('\\', '/');

    // The names of lists and files, and what an exception says, are no words that are looked for.
    private static bool IsWord(SyntaxToken token) =>
        token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.CharacterLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken)
            ? Word().IsMatch(token.ValueText) && !IsName(token.Parent!)
            : false;

    private static bool IsName(SyntaxNode literal) =>
        literal.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>()?.Type.ToString().EndsWith("Exception", StringComparison.Ordinal) == true
        || literal.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.Expression.ToString().StartsWith("DataFile.", StringComparison.Ordinal) == true;

    /// <summary>A character of Chinese, or letters that stand together.</summary>
    [GeneratedRegex(@"[\u2E80-\u2FFF\u3005-\u3007\u3400-\u9FFF]|\p{L}{2,}")]
    private static partial Regex Word();
}
