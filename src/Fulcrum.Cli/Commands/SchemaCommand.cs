using System.CommandLine;
using System.Text.Json.Nodes;
using Fulcrum.Cases.Schemas;
using Fulcrum.Cli.Documents;

namespace Fulcrum.Cli.Commands;

internal static class SchemaCommand
{
    private const string Ending = ".schema.json";

    public static Verb Create(Terminal terminal)
    {
        string[] names = [.. CaseSchemas.All().Select(s => Name(s.Name))];
        var name = new Argument<string?>("FILE") { Description = $"one of {string.Join(", ", names)}; all in one document when left out", Arity = ArgumentArity.ZeroOrOne };
        name.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !names.Contains(result.Tokens[0].Value))
            {
                result.AddError($"FILE is one of {string.Join(", ", names)}, not '{result.Tokens[0].Value}'");
            }
        });
        var folder = new Option<string?>("--output", "-o") { HelpName = "DIR", Description = "write every schema into this folder instead" };
        var json = new Option<bool>("--json") { Description = "as without it: schemas are JSON" };
        var verb = new Verb("schema", "the JSON Schemas of a case's files, for editors")
        {
            Explanation = "Prints the JSON Schema of one kind of case file, or writes all of them into a folder, so that an editor completes and checks while you type.",
            Examples =
            [
                ("fulcrum schema case > case.schema.json", "one schema"),
                ("fulcrum schema -o schema", "all of them, as files"),
            ],
        };
        verb.Add(name);
        verb.Add(folder);
        verb.Add(json);
        verb.SetAction(parsed => Run(terminal, parsed.GetValue(name), parsed.GetValue(folder)));
        return verb;
    }

    private static int Run(Terminal terminal, string? name, string? folder)
    {
        var schemas = CaseSchemas.All().Where(s => name is null || Name(s.Name) == name).ToList();
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            foreach ((string file, string text) in schemas)
            {
                File.WriteAllText(Path.Combine(folder, file), text);
                terminal.Error.WriteLine(Path.Combine(folder, file));
            }
            return ExitCode.Done;
        }
        terminal.Output.Write(name is null ? Together(schemas) : schemas[0].Text);
        return ExitCode.Done;
    }

    private static string Together(IEnumerable<(string Name, string Text)> schemas)
    {
        var all = new JsonObject(schemas.Select(s => KeyValuePair.Create(Name(s.Name), JsonNode.Parse(s.Text))));
        return Document.Text(all);
    }

    private static string Name(string file) => file[..^Ending.Length];
}
