namespace Press;

/// <summary>Reads the commands that define others.</summary>
internal static class TexDefinitions
{
    /// <summary>Takes a definition whose command has been read; false if the command defines nothing.</summary>
    public static bool Read(TexToken command, TexReader reader, TexMacros macros)
    {
        switch (command.Text)
        {
            case "\\newcommand" or "\\renewcommand" or "\\providecommand" or "\\newcommand*" or "\\DeclareRobustCommand":
                reader.Take("*");
                ReadNewCommand(reader, macros);
                return true;
            case "\\DeclareMathOperator":
                ReadOperator(reader, macros, command.At);
                return true;
            case "\\def" or "\\gdef" or "\\edef" or "\\xdef":
                ReadDef(reader, macros);
                return true;
            case "\\let":
                var name = NameOf(reader.NextRaw());
                reader.Take("=");
                macros.Define(name, new TexMacro([reader.NextRaw()], 0, Default: null));
                return true;
            default:
                return false;
        }
    }

    private static void ReadNewCommand(TexReader reader, TexMacros macros)
    {
        var name = NameOf(reader.Argument());
        var count = reader.Option() is { } number ? Count(number) : 0;
        var option = count > 0 ? reader.Option() : null;
        macros.Define(name, new TexMacro([.. reader.Argument()], count, option is null ? null : [.. option]));
    }

    private static void ReadOperator(TexReader reader, TexMacros macros, int at)
    {
        var star = reader.Take("*");
        var name = NameOf(reader.Argument());
        List<TexToken> body = [new("\\operatorname", at), .. star ? [new TexToken("*", at)] : (TexToken[])[], new("{", at)];
        macros.Define(name, new TexMacro([.. body, .. reader.Argument(), new TexToken("}", at)], 0, Default: null));
    }

    private static void ReadDef(TexReader reader, TexMacros macros)
    {
        while (reader.PeekRaw().IsBlank)
            reader.NextRaw();
        var name = NameOf(reader.NextRaw());
        var count = 0;
        while (reader.PeekRaw() is { Text: not ("{" or "") } token)
        {
            reader.NextRaw();
            if (token.IsDigit)
                count = token.Text[0] - '0';
            else if (token.Text is not ("#" or " "))
                throw new TexException(
                    $"'{token.Text}' stands between the arguments of {name}. Write \\newcommand{{{name}}}[1]{{...}}.", token);
        }

        macros.Define(name, new TexMacro([.. reader.Argument()], count, Default: null));
    }

    private static string NameOf(List<TexToken> tokens) =>
        tokens.Find(token => !token.IsBlank) is { Text: not null } name ? NameOf(name) : NameOf(new TexToken("", 0));

    private static string NameOf(TexToken token) =>
        token.IsCommand ? token.Text : throw new TexException("a definition names no command. Write \\newcommand{\\name}{...}.", token);

    private static int Count(List<TexToken> tokens) =>
        tokens is [{ IsDigit: true } digit]
            ? digit.Text[0] - '0'
            : throw new TexException("the number of arguments is a digit.", tokens.FirstOrDefault());
}
