import FoundationEssentials
import HTTPClient
import IdentityProviders
import OpenIDConnect

/// A person's browser, as far as a provider sees it.
enum Browser {
    static let redirect = "http://127.0.0.1:1/sign-in/oidc/callback"

    /// The parameters the provider sends along when it sends the browser back to us.
    static func callback(_ location: String) throws(OpenIDConnectError) -> Callback {
        let query = location.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        return try Callback(
            query.split(separator: "&").map { field in
                let parts = ServedRequest.fields(field).first
                return (parts?.key ?? "", parts?.value ?? "")
            })
    }

    /// Goes where we sent it, at a provider that asks nothing, and answers where that sent it.
    static func follow(_ address: String) async throws -> String {
        let answer = try await HTTPClient().perform(HTTPRequest(.get, address))
        return answer[header: "location"] ?? ""
    }
}
