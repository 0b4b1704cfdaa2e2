using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Press.Http;

namespace Press.Functions;

/// <summary>What became of one source; for those who upload, who have the key.</summary>
internal sealed class GetReceipt(ReceiptApi api)
{
    [Function(nameof(GetReceipt))]
    public Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "receipts/{*name}")] HttpRequest request, string? name) =>
        api.GetReceiptAsync(request.HttpContext, name ?? "");
}
