import Crypto
import FoundationEssentials

/// The ID token of a ``PlayedProvider``, with one thing wrong when it misbehaves so.
struct PlayedToken {
    static let access = "an-access-token"

    let issuer: String
    let nonce: String
    let state: PlayedProvider.State

    func text() throws -> String {
        var token = right
        switch state.misbehaviour {
        case .tokenSignedByStranger: token.signing = .stranger
        case .tokenUnsigned: token = resigned(.none)
        case .tokenUnsignedAndNamedRS256: token.signing = .none
        case .tokenSymmetric, .keysSymmetric: token = resigned(.hs256)
        case .tokenRS512: token = resigned(.rs512)
        case .tokenOfUnknownKey: TestToken.set(&token.header, "kid", #""unknown""#)
        case .tokenWithCriticalHeader: token.header += [("crit", #"["exp"]"#)]
        case .tokenWithHeaderTwice: token.header += [("alg", #""RS256""#)]
        case .tokenWithClaimTwice: token.claims += [("sub", #""somebody-else""#)]
        case .tokenWithoutExpiry: TestToken.set(&token.claims, "exp", nil)
        case .tokenWithoutNonce: TestToken.set(&token.claims, "nonce", nil)
        case .tokenWithoutSubject: TestToken.set(&token.claims, "sub", nil)
        default: for (name, json) in wrongClaims { TestToken.set(&token.claims, name, json) }
        }
        let text = try token.signed()
        return switch state.misbehaviour {
        case .tokenOfTwoParts: text.split(separator: ".").prefix(2).joined(separator: ".")
        case .tokenPadded: text + "="
        case .tokenTampered: tampered(text)
        default: text
        }
    }

    private var right: TestToken {
        let now = Int(Date().timeIntervalSince1970)
        let hash = TestKeys.base64URL(SHA256.hash(data: Array(Self.access.utf8)).prefix(16))
        let key = state.signing == .es256 ? "p256" : state.keyID
        return TestToken(
            header: [("alg", "\"\(state.signing.name)\""), ("kid", "\"\(key)\""), ("typ", #""JWT""#)],
            claims: [
                ("iss", "\"\(issuer)\""), ("sub", "\"\(state.subject)\""), ("aud", "\"\(PlayedProvider.clientID)\""),
                ("exp", "\(now + 300)"), ("iat", "\(now)"), ("nonce", "\"\(nonce)\""), ("at_hash", "\"\(hash)\""),
                ("name", #""Karin \u00C5str\u00f6m""#), ("email", #""karin@example.com""#), ("email_verified", "true"),
                ("realm", #"{"roles":[\#(state.roles.map { "\"\($0)\"" }.joined(separator: ","))]}"#),
            ], signing: state.signing)
    }

    /// With the header naming the signature it has.
    private func resigned(_ signing: TestToken.Signing) -> TestToken {
        var token = right
        token.signing = signing
        token.header[0] = ("alg", "\"\(signing.name)\"")
        return token
    }

    private var wrongClaims: TestToken.Members {
        let now = Int(Date().timeIntervalSince1970)
        let ours = "\"\(PlayedProvider.clientID)\""
        return switch state.misbehaviour {
        case .tokenOfOtherIssuer: [("iss", #""https://evil.example.com""#)]
        case .tokenForOthers: [("aud", #"["somebody","else"]"#)]
        case .tokenForOthersToo: [("aud", "[\(ours),\"somebody\"]")]
        case .tokenOfOtherParty: [("aud", "[\(ours),\"somebody\"]"), ("azp", #""somebody""#)]
        case .tokenExpired: [("exp", "\(now - 61)")]
        case .tokenFromFuture: [("iat", "\(now + 90)")]
        case .tokenNotYetValid: [("nbf", "\(now + 90)")]
        case .tokenWithExpiryAsText: [("exp", "\"\(now + 300)\"")]
        case .tokenWithOtherNonce: [("nonce", #""other""#)]
        case .tokenWithEmptySubject: [("sub", "\"\"")]
        case .tokenOfOtherAccess: [("at_hash", #""AAAAAAAAAAAAAAAAAAAAAA""#)]
        default: []
        }
    }

    /// The same signature under other claims.
    private func tampered(_ text: String) -> String {
        let parts = text.split(separator: ".")
        var other = right
        TestToken.set(&other.claims, "sub", #""somebody-else""#)
        return "\(parts[0]).\(TestKeys.base64URL(TestToken.object(other.claims).utf8)).\(parts[2])"
    }
}
