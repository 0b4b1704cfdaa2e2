using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Press.Http;

/// <summary>The tags of the site.</summary>
internal sealed record TagsAnswer(
    ImmutableArray<NameAnswer> Tags,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<QueryNotice>? Notices);

/// <summary>The categories of the site.</summary>
internal sealed record CategoriesAnswer(
    ImmutableArray<NameAnswer> Categories,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<QueryNotice>? Notices);
