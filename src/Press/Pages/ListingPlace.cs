namespace Press;

/// <summary>A page of a listing in whose place an author's page stands.</summary>
/// <param name="Listing">The listing.</param>
/// <param name="Page">Which of its pages.</param>
/// <param name="Hash">Of all that it shows.</param>
internal sealed record ListingPlace(Listing Listing, ListingPage Page, UInt128 Hash);
