package import Domain

/// Who we are to the provider, and which provider that is.
package struct RelyingParty: Sendable {
    /// How we prove to the provider who we are (OpenID Connect Core 1.0 §9).
    package enum ClientAuthentication: String, Sendable, CaseIterable {
        case basic = "client_secret_basic"
        case post = "client_secret_post"
    }

    /// The provider's identifier, exactly as it writes it itself.
    package let issuer: WebAddress
    package let clientID: String
    let clientSecret: String
    /// Nil: the first that the provider says it takes. Some take for one client only what that client is registered with.
    let authentication: ClientAuthentication?
    /// Where the provider sends the browser afterwards, exactly as it is registered there.
    package let redirect: WebAddress
    /// `openid` is asked for always.
    package let scopes: [String]
    /// The claim with roles: a name, or names with dots between for a claim inside others (`realm_access.roles`).
    package let roleClaim: String?

    package init(
        issuer: WebAddress, clientID: String, clientSecret: String,
        authentication: ClientAuthentication? = nil, redirect: WebAddress,
        scopes: [String] = ["openid", "profile", "email"], roleClaim: String? = nil
    ) {
        self.issuer = issuer
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.authentication = authentication
        self.redirect = redirect
        self.scopes = scopes.contains("openid") ? scopes : ["openid"] + scopes
        self.roleClaim = roleClaim
    }
}

extension RelyingParty: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "relying party of \(issuer)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
