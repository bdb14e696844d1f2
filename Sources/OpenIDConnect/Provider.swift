package import Domain
import FoundationEssentials
package import HTTPClient
import Secrets

/// An OpenID Connect provider, by which people sign in: authorization code with PKCE.
///
/// Holds the provider's metadata and keys for a while. Whoever comes while they are being fetched waits for that same
/// answer; a failure is remembered for two seconds, so that many who wait do not besiege a provider that is down.
package actor Provider {
    private static let mostExchanges = 64

    package nonisolated let party: RelyingParty
    let connection: ProviderConnection
    let clock: WallClock
    private var metadata: Held<ProviderMetadata>
    private var keys: Held<SigningKeys>
    /// Codes being exchanged just now.
    private var exchanges = 0

    package init(
        _ party: RelyingParty, http: HTTPClient, limits: HTTPLimits = HTTPLimits(body: 1 << 18),
        clock: WallClock = .system
    ) {
        self.party = party
        self.clock = clock
        connection = ProviderConnection(http: http, limits: limits)
        metadata = Held(lifetime: 600)
        keys = Held(lifetime: 3600)
    }

    /// A new sign-in, and where to send the browser for it.
    ///
    /// - Parameter note: kept with the attempt; at most 2,000 bytes, else it is left out.
    package func begin(note: String = "") async throws(OpenIDConnectError) -> (attempt: SignInAttempt, address: String)
    {
        let endpoint = try await currentMetadata().authorization
        let attempt = SignInAttempt(clock: clock, note: note.utf8.count <= 2000 ? note : "")
        let query = FormEncoding.encode([
            ("response_type", "code"), ("client_id", party.clientID), ("redirect_uri", party.redirect.rawValue),
            ("scope", party.scopes.joined(separator: " ")), ("state", attempt.state), ("nonce", attempt.nonce),
            ("code_challenge", attempt.challenge), ("code_challenge_method", "S256"),
        ])
        return (attempt, endpoint.rawValue + (endpoint.rest.contains("?") ? "&" : "?") + query)
    }

    /// Ends a sign-in: who it was, or why nobody. The caller sees to it that an attempt is ended once only.
    package func finish(
        _ callback: Callback, _ attempt: SignInAttempt
    ) async throws(OpenIDConnectError) -> ProvenIdentity {
        guard ConstantTime.areEqual(callback.state, attempt.state) else { throw .callbackState }
        guard !attempt.isOver(at: now) else { throw .attemptExpired }
        let metadata = try await currentMetadata()
        switch callback.issuer {
        case nil: guard !metadata.namesIssuer else { throw .callbackIssuer }
        case let named?: guard named == party.issuer.rawValue else { throw .callbackIssuer }
        }
        switch callback.answer {
        case .refusal("access_denied"): throw .denied
        case .refusal("temporarily_unavailable"), .refusal("server_error"): throw .busy
        case .refusal: throw .providerRefused
        case .code(let code):
            // Whoever sends us nonsense in numbers must not have us send it on in numbers.
            guard exchanges < Self.mostExchanges else { throw .busy }
            exchanges += 1
            defer { exchanges -= 1 }
            let tokens = try await exchange(code, attempt, metadata)
            return try await identity(tokens, attempt)
        }
    }

    private func identity(
        _ tokens: ProviderTokens, _ attempt: SignInAttempt
    ) async throws(OpenIDConnectError) -> ProvenIdentity {
        let token = try SignedToken(tokens.identity)
        let claims = try token.claims(signedBy: try await signingKeys(for: token))
        let checks = IDTokenChecks(
            issuer: party.issuer.rawValue, clientID: party.clientID, nonce: attempt.nonce, accessToken: tokens.access,
            now: now)
        try checks.check(claims)
        return try ProvenIdentity(claims, issuer: party.issuer.rawValue, roleClaim: party.roleClaim)
    }

    /// A key that is not known may be new: then the keys are fetched again, at most twice a minute.
    private func signingKeys(for token: SignedToken) async throws(OpenIDConnectError) -> [SigningKey] {
        let known = try await currentKeys().candidates(named: token.keyID, for: token.algorithm)
        guard known.isEmpty, keys.expire(olderThan: 30, at: now) else { return known }
        return try await currentKeys().candidates(named: token.keyID, for: token.algorithm)
    }

    private var now: Double { clock.now().timeIntervalSince1970 }

    private func currentMetadata() async throws(OpenIDConnectError) -> ProviderMetadata {
        if let known = try metadata.known(at: now) { return known }
        let fetch = metadata.fetch { [connection, issuer = party.issuer] () throws(OpenIDConnectError) in
            let json = try await connection.document(at: ProviderMetadata.address(of: issuer))
            return try ProviderMetadata(json, issuer: issuer)
        }
        let outcome = await fetch.value
        metadata.take(outcome, of: fetch, at: now)
        return try outcome.get()
    }

    private func currentKeys() async throws(OpenIDConnectError) -> SigningKeys {
        if let known = try keys.known(at: now) { return known }
        let address = try await currentMetadata().keys.rawValue
        let fetch = keys.fetch { [connection] () throws(OpenIDConnectError) in
            try SigningKeys(try await connection.document(at: address))
        }
        let outcome = await fetch.value
        keys.take(outcome, of: fetch, at: now)
        return try outcome.get()
    }
}
