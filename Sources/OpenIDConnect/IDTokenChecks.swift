import Crypto
import Secrets
import StrictJSON

/// What the claims of an ID token must be (OpenID Connect Core 1.0 §3.1.3.7), once its signature is believed.
struct IDTokenChecks {
    /// Seconds that the provider's clock may differ from ours.
    static let leeway: Double = 60

    let issuer: String
    let clientID: String
    let nonce: String
    /// What came with the ID token, when anything did.
    let accessToken: String?
    /// Seconds since 1970.
    let now: Double

    func check(_ claims: JSON) throws(OpenIDConnectError) {
        guard let named = claims["iss"]?.text else { throw .claimsMalformed }
        guard named == issuer else { throw .issuer }
        try checkAudience(claims)
        try checkTimes(claims)
        // Told apart from a malformed token: without a nonce it may be any sign-in's.
        guard let answered = claims["nonce"]?.text, answered == nonce else { throw .nonce }
        try checkAccessToken(claims)
    }

    private func checkAudience(_ claims: JSON) throws(OpenIDConnectError) {
        let audience: [String]
        switch claims["aud"] {
        case .string(let one): audience = [one]
        case .some(let several):
            guard let names = several.texts else { throw .claimsMalformed }
            audience = names
        case nil: throw .claimsMalformed
        }
        guard audience.contains(clientID) else { throw .audience }
        if let party = claims["azp"] {
            guard party.text == clientID else { throw .authorizedParty }
        } else if audience.count > 1 {
            throw .authorizedParty
        }
    }

    private func checkTimes(_ claims: JSON) throws(OpenIDConnectError) {
        guard let expires = claims["exp"]?.double, let issued = claims["iat"]?.double else { throw .claimsMalformed }
        guard now < expires + Self.leeway else { throw .expired }
        guard issued <= now + Self.leeway else { throw .issuedInFuture }
        if let from = claims["nbf"] {
            guard let from = from.double else { throw .claimsMalformed }
            guard from <= now + Self.leeway else { throw .notYetValid }
        }
    }

    /// `at_hash` is the left half of the access token's SHA-256, since every accepted signature uses SHA-256.
    private func checkAccessToken(_ claims: JSON) throws(OpenIDConnectError) {
        guard let hash = claims["at_hash"] else { return }
        guard let accessToken else { throw .accessTokenHash }
        let expected = Base64URL.encode(Array(SHA256.hash(data: Array(accessToken.utf8)).prefix(16)))
        guard hash.text == expected else { throw .accessTokenHash }
    }
}
