namespace Press.Cli.Tests.Reading;

/// <summary>The tests that share a browser and a served blog, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class OneReader : ICollectionFixture<Reader>
{
    public const string Name = "Reading";
}
