import StrictJSON

/// Who the provider says has signed in.
package struct ProvenIdentity: Sendable, Hashable {
    package let issuer: String
    /// Never given to somebody else by this issuer; 1 to 255 bytes.
    package let subject: String
    package let email: String?
    /// Whether the provider vouches for the address.
    package let isEmailVerified: Bool
    package let name: String?
    /// What the person would be called as a user.
    package let preferredName: String?
    /// What the claim with roles holds, in its order; empty without one.
    package let roles: [String]

    init(_ claims: JSON, issuer: String, roleClaim: String?) throws(OpenIDConnectError) {
        guard let subject = claims["sub"]?.text, (1...255).contains(subject.utf8.count), !subject.contains("\0")
        else {
            throw .claimsMalformed
        }
        self.issuer = issuer
        self.subject = subject
        email = Self.line(claims["email"])
        // Some providers write it as a text.
        isEmailVerified = claims["email_verified"]?.bool ?? (claims["email_verified"]?.text == "true")
        name = Self.line(claims["name"])
        preferredName = Self.line(claims["preferred_username"])
        roles = roleClaim.flatMap { Self.value(claims, at: $0) }.map { Self.names($0) } ?? []
    }

    /// A name with dots may be one claim (`https://example.org/roles`) or a path; the former is looked for first.
    private static func value(_ claims: JSON, at path: String) -> JSON? {
        if let value = claims[path] { return value }
        var value = claims
        for name in path.split(separator: ".") {
            guard let inner = value[String(name)] else { return nil }
            value = inner
        }
        return value
    }

    private static func names(_ value: JSON) -> [String] {
        if let one = value.text { return [one] }
        return value.array?.compactMap(\.text) ?? []
    }

    /// A text of one line, at most 254 bytes; anything else is as if it were not there.
    private static func line(_ value: JSON?) -> String? {
        guard let text = value?.text, (1...254).contains(text.utf8.count),
            text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return nil }
        return text
    }
}
