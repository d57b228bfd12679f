using System.Globalization;

namespace Fulcrum.Studies.Verdicts;

/// <summary>Recursive descent; the first problem ends it. Parentheses are tried as a statement and, where that is none, as a number.</summary>
internal sealed class ExpressionParser
{
    private const int Deepest = 60;
    private static readonly string[] Relations = [">=", "<=", "!=", ">", "<", "="];

    private readonly MeasureVocabulary _vocabulary;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly List<string> _measures = [];
    private readonly List<string> _mentioned = [];
    private int _next;
    private int _depth;
    private bool _curved;

    public ExpressionParser(string text, MeasureVocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        List<ExpressionProblem> problems = [];
        _tokens = ExpressionTokens.Of(text, problems);
        Problem = problems.FirstOrDefault() ?? (_tokens.Count == 1 ? VerdictProblems.Empty() : null);
    }

    public ExpressionProblem? Problem { get; private set; }

    public IReadOnlyList<string> Measures => _measures;

    /// <summary>What the statement that was read is made of; null where nothing is known about it.</summary>
    public VerdictForm? Form { get; private set; }

    private Token Here => _tokens[_next];

    public Func<ReadOnlyMemory<double>, bool?>? Statement()
    {
        if (Problem is not null || Either() is not { } said || !AtEnd("'and', 'or' or the end"))
        {
            return null;
        }
        Form = said.Form;
        return said.Holds;
    }

    public Func<ReadOnlyMemory<double>, double>? Number() =>
        Problem is null && Sum() is { } value && AtEnd("+, -, *, / or the end", Relations.Contains(Here.Text)) ? value : null;

    private bool AtEnd(string wanted, bool statement = false)
    {
        if (Here.Kind == TokenKind.End)
        {
            return true;
        }
        Problem = statement ? VerdictProblems.NotANumber(Here) : VerdictProblems.Expected(Here, wanted);
        return false;
    }

    private Said? Either() => Joined("or", Both, (a, b) => a == true || b == true ? true : a is null || b is null ? null : false);

    private Said? Both() => Joined("and", Part, (a, b) => a == false || b == false ? false : a is null || b is null ? null : true);

    private Said? Joined(string word, Func<Said?> part, Func<bool?, bool?, bool?> join)
    {
        Said? all = part();
        while (all is not null && Taken(TokenKind.Word, word))
        {
            Said left = all;
            all = part() is { } right ? new Said(values => join(left.Holds(values), right.Holds(values)), new VerdictForm.Joined(word == "and", left.Form, right.Form)) : null;
        }
        return all;
    }

    private Said? Part()
    {
        if (++_depth > Deepest)
        {
            Problem ??= VerdictProblems.Expected(Here, "a simpler expression");
            return null;
        }
        try
        {
            if (Taken(TokenKind.Word, "not"))
            {
                return Part() is { } inner ? new Said(values => !inner.Holds(values), new VerdictForm.Not(inner.Form)) : null;
            }
            return Here is { Kind: TokenKind.Sign, Text: "(" } ? InParentheses() : Compare();
        }
        finally
        {
            _depth--;
        }
    }

    private Said? InParentheses()
    {
        int start = _next;
        _next++;
        if (Either() is { } statement && Taken(TokenKind.Sign, ")") && !(Here.Kind == TokenKind.Sign && Here.Text != ")"))
        {
            return statement;
        }
        ExpressionProblem? asStatement = Problem;
        int reached = _next;
        (Problem, _next) = (null, start);
        if (Compare() is { } comparison)
        {
            return comparison;
        }
        // What got further is what was meant.
        Problem = asStatement is not null && asStatement.At >= (Problem?.At ?? 0) ? asStatement : Problem ?? VerdictProblems.Expected(_tokens[reached], "')'");
        return null;
    }

    private Said? Compare()
    {
        Token first = Here;
        (int from, int said) = (_next, _mentioned.Count);
        _curved = false;
        if (Sum() is not { } left)
        {
            return null;
        }
        if (!(Here.Kind == TokenKind.Sign && Relations.Contains(Here.Text)))
        {
            if (_next == from + 1 && first.Kind == TokenKind.Name && IsStatement(first.Text))
            {
                return new Said(values => left(values) is var share && double.IsNaN(share) ? null : share >= 0.5, new VerdictForm.Fact(first.Text));
            }
            Problem = _next == from + 1 && first.Kind == TokenKind.Name ? VerdictProblems.NotAStatement(first) : VerdictProblems.Expected(Here, "a comparison");
            return null;
        }
        string relation = _tokens[_next++].Text;
        if (Sum() is not { } right)
        {
            return null;
        }
        VerdictForm? form = _curved || relation is "=" or "!=" ? null
            : new VerdictForm.Compared(new LinearComparison(values => left(values) - right(values), relation), [.. _mentioned.Skip(said).Distinct(StringComparer.Ordinal)]);
        return new Said(values => Compared(left(values), relation, right(values)), form);
    }

    private static bool? Compared(double left, string relation, double right) =>
        double.IsNaN(left) || double.IsNaN(right) ? null : Relation.Holds(left, relation, right);

    private Func<ReadOnlyMemory<double>, double>? Sum() => Chain(["+", "-"], Product);

    private Func<ReadOnlyMemory<double>, double>? Product() => Chain(["*", "/"], Factor);

    private Func<ReadOnlyMemory<double>, double>? Chain(string[] signs, Func<Func<ReadOnlyMemory<double>, double>?> part)
    {
        int before = _mentioned.Count;
        Func<ReadOnlyMemory<double>, double>? all = part();
        while (all is not null && Here.Kind == TokenKind.Sign && signs.Contains(Here.Text))
        {
            string sign = _tokens[_next++].Text;
            Func<ReadOnlyMemory<double>, double> left = all;
            int between = _mentioned.Count;
            all = part() is { } right ? Operation(sign, left, right) : null;
            _curved |= _mentioned.Count > between && (sign == "/" || (sign == "*" && between > before));
        }
        return all;
    }

    // A division by zero has no value, as a number that does not exist.
    private static Func<ReadOnlyMemory<double>, double> Operation(string sign, Func<ReadOnlyMemory<double>, double> left, Func<ReadOnlyMemory<double>, double> right) => sign switch
    {
        "+" => values => left(values) + right(values),
        "-" => values => left(values) - right(values),
        "*" => values => left(values) * right(values),
        _ => values => right(values) is var by && by == 0 ? double.NaN : left(values) / by,
    };

    private Func<ReadOnlyMemory<double>, double>? Factor()
    {
        if (++_depth > Deepest)
        {
            Problem ??= VerdictProblems.Expected(Here, "a simpler expression");
            return null;
        }
        try
        {
            Token token = Here;
            _next += token.Kind == TokenKind.End ? 0 : 1;
            switch (token)
            {
                case { Kind: TokenKind.Number }:
                    double number = double.Parse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
                    return _ => number;
                case { Kind: TokenKind.Name }:
                    return Known(token) is { } place ? values => values.Span[place] : null;
                case { Kind: TokenKind.Sign, Text: "-" }:
                    return Factor() is { } positive ? values => -positive(values) : null;
                case { Kind: TokenKind.Sign, Text: "(" }:
                    return Sum() is { } inner && Closed() ? inner : null;
                default:
                    Problem ??= VerdictProblems.Expected(token, "a number or a result");
                    return null;
            }
        }
        finally
        {
            _depth--;
        }
    }

    private bool Closed()
    {
        if (Taken(TokenKind.Sign, ")"))
        {
            return true;
        }
        Problem ??= VerdictProblems.Expected(Here, "')'");
        return false;
    }

    // Place of the measure's value; null, with a problem, when there is no such measure.
    private int? Known(Token token)
    {
        (string name, string? day) = VerdictReader.Split(token.Text);
        Measure? measure = _vocabulary.Measures.FirstOrDefault(m => m.Name == name);
        if (measure is null)
        {
            Problem ??= VerdictProblems.UnknownMeasure(token, name, [.. _vocabulary.Measures.Select(m => m.Name)]);
            return null;
        }
        if (day is not null && WrongDay(token, measure, day) is { } wrong)
        {
            Problem ??= wrong;
            return null;
        }
        _mentioned.Add(token.Text);
        int place = _measures.IndexOf(token.Text);
        if (place < 0)
        {
            place = _measures.Count;
            _measures.Add(token.Text);
        }
        return place;
    }

    private ExpressionProblem? WrongDay(Token token, Measure measure, string text) =>
        !measure.Dated ? VerdictProblems.NoDates(token, measure.Name)
        : !VerdictReader.TryDay(text, out DateOnly day) ? VerdictProblems.NotADate(token, text)
        : day < _vocabulary.First || day > _vocabulary.Last ? VerdictProblems.OutsideCase(token, day, _vocabulary.First, _vocabulary.Last)
        : null;

    private bool IsStatement(string name) => _vocabulary.Measures.FirstOrDefault(m => m.Name == VerdictReader.Split(name).Name)?.IsStatement == true;

    private bool Taken(TokenKind kind, string text)
    {
        bool taken = Here.Kind == kind && Here.Text == text;
        _next += taken ? 1 : 0;
        return taken;
    }

    private sealed record Said(Func<ReadOnlyMemory<double>, bool?> Holds, VerdictForm? Form);
}
