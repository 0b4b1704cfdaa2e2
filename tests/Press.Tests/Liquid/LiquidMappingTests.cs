using Fluid.Values;

namespace Press.Tests.Liquid;

public sealed class LiquidMappingTests
{
    [Fact]
    public void A_value_is_made_when_it_is_first_asked_for_and_then_kept()
    {
        var made = 0;
        var mapping = new LiquidMapping(new Dictionary<string, object?>
        {
            ["later"] = () => $"made {++made}",
            ["nested"] = new Dictionary<string, object?> { ["later"] = () => $"nested {++made}" },
            ["list"] = new List<object?> { 1, "two" },
        });
        Assert.Equal(["later", "nested", "list"], mapping.Keys);
        Assert.Equal(0, made);

        Assert.Equal("made 1", Value("later").ToStringValue());
        Assert.Equal("made 1", Value("later").ToStringValue());
        Assert.IsType<DictionaryValue>(Value("nested"));
        Assert.Equal(1, made);
        Assert.Same(Value("list"), Value("list"));
        Assert.False(mapping.TryGetValue("other", out var other));
        Assert.True(other.IsNil());

        FluidValue Value(string name) => mapping.TryGetValue(name, out var value) ? value : throw new KeyNotFoundException(name);
    }
}
