import HTTPTypes
import Settings

/// Who is at the other end: the connection's peer, or, behind a proxy that is trusted, whom the proxy names.
enum ClientAddress {
    /// Reads `X-Forwarded-For` from its end: each proxy adds whom it heard from, so the last address that is no trusted proxy
    /// is the client; what stands before it anybody may have written.
    static func of(peer: String, _ headers: HTTPFields, trusting proxies: TrustedProxies) -> String {
        guard proxies.contains(peer) else { return peer }
        let named = headers[values: .forwardedFor].joined(separator: ",").split(separator: ",").map {
            String($0.trimmingSpace())
        }
        guard let client = named.last(where: { !proxies.contains($0) }), TrustedProxies.isAddress(client) else {
            return peer
        }
        return client
    }
}

extension HTTPField.Name {
    // swift-format-ignore: NeverForceUnwrap
    static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
    // swift-format-ignore: NeverForceUnwrap
    static let requestID = HTTPField.Name("X-Request-Id")!
    // swift-format-ignore: NeverForceUnwrap
    static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
    // swift-format-ignore: NeverForceUnwrap
    static let fetchDestination = HTTPField.Name("Sec-Fetch-Dest")!
    // swift-format-ignore: NeverForceUnwrap
    static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
    // swift-format-ignore: NeverForceUnwrap
    static let permissionsPolicy = HTTPField.Name("Permissions-Policy")!
    // swift-format-ignore: NeverForceUnwrap
    static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!
    // swift-format-ignore: NeverForceUnwrap
    static let resourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy")!
    // swift-format-ignore: NeverForceUnwrap
    static let frameOptions = HTTPField.Name("X-Frame-Options")!
}
