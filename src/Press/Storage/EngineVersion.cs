namespace Press;

/// <summary>What tells one version of Press from another: the same sources may become other files with it.</summary>
internal static class EngineVersion
{
    /// <summary>The id that the compiler gives every version of this assembly; what the operator trusts is part of how it judges.</summary>
    public static string Of(bool trustsHtml) => $"{typeof(EngineVersion).Module.ModuleVersionId:N}{(trustsHtml ? "+html" : "")}";

    /// <inheritdoc cref="Of"/>
    public static UInt128 HashOf(bool trustsHtml) => HashBuilder.Of(Of(trustsHtml));
}
