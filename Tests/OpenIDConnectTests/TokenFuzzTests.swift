import Domain
import FoundationEssentials
import IdentityProviders
import StrictJSON
import Testing

@testable import OpenIDConnect

/// Broken tokens, metadata and keys are refused without a crash, and none is believed.
struct TokenFuzzTests {
    private static let now = 1_800_000_000.0

    private static let checks = IDTokenChecks(
        issuer: "https://id.example.com", clientID: "praktik", nonce: "n", accessToken: "a", now: now)

    private static func token(_ signing: TestToken.Signing = .rs256) -> TestToken {
        TestToken(
            header: [("alg", "\"\(signing.name)\""), ("kid", #""key-1""#)],
            claims: [
                ("iss", #""https://id.example.com""#), ("sub", #""s""#), ("aud", #"["praktik"]"#),
                ("exp", "1800000300"), ("iat", "1800000000"), ("nonce", #""n""#),
            ], signing: signing)
    }

    private static func keys() throws -> SigningKeys {
        try SigningKeys(JSONParser.parse(Array(PlayedProvider.keys().utf8)))
    }

    private static func identity(_ text: String, _ keys: SigningKeys) throws(OpenIDConnectError) -> ProvenIdentity {
        let token = try SignedToken(text)
        let claims = try token.claims(signedBy: keys.candidates(named: token.keyID, for: token.algorithm))
        try checks.check(claims)
        return try ProvenIdentity(claims, issuer: checks.issuer, roleClaim: "roles")
    }

    @Test func `no token is believed but the one that was signed`() throws {
        let keys = try Self.keys()
        let right = try Self.token().signed()
        #expect(try Self.identity(right, keys).subject == "s")
        var random = SplitMix64(seed: 1)
        var refusals: Set<OpenIDConnectError> = []
        for _ in 0..<(Rounds.isLong ? 100_000 : 2000) {
            let text = String(decoding: Mutation.mutated(Array(right.utf8), &random), as: UTF8.self)
            guard text != right else { continue }
            do throws(OpenIDConnectError) {
                _ = try Self.identity(text, keys)
                Issue.record("believed: \(text)")
            } catch {
                refusals.insert(error)
            }
        }
        #expect(refusals.isSuperset(of: [.signature, .tokenMalformed]))
    }

    @Test func `claims that are signed but broken are refused or read, never more`() throws {
        let keys = try Self.keys()
        var random = SplitMix64(seed: 2)
        let right = Array(TestToken.object(Self.token(.es256).claims).utf8)
        for _ in 0..<(Rounds.isLong ? 100_000 : 1500) {
            let bytes = Mutation.mutated(right, &random)
            var token = Self.token(.es256)
            token.header[1] = ("kid", #""p256""#)
            token.rawClaims = bytes
            guard let identity = try? Self.identity(try token.signed(), keys) else { continue }
            // What is believed says what it must, as another reader reads it.
            let claims = try JSONDecoder().decode(Believed.self, from: Data(bytes))
            #expect(claims.iss == "https://id.example.com" && claims.nonce == "n" && claims.sub == identity.subject)
            #expect(claims.exp > Self.now - 60 && claims.iat <= Self.now + 60)
        }
    }

    @Test func `broken metadata and keys are refused or read without a crash`() throws {
        var random = SplitMix64(seed: 3)
        let issuer = try WebAddress("https://id.example.com")
        let metadata = Array(
            """
            {"issuer":"https://id.example.com","authorization_endpoint":"https://id.example.com/a",
            "token_endpoint":"https://id.example.com/t","jwks_uri":"https://id.example.com/k"}
            """.utf8)
        let published = Array(try PlayedProvider.keys().utf8)
        for _ in 0..<(Rounds.isLong ? 100_000 : 2000) {
            if let json = try? JSONParser.parse(Mutation.mutated(metadata, &random)),
                let read = try? ProviderMetadata(json, issuer: issuer)
            {
                #expect(read.token.isEncrypted && read.keys.isEncrypted && read.authorization.isEncrypted)
            }
            if let json = try? JSONParser.parse(Mutation.mutated(published, &random)) {
                _ = try? SigningKeys(json)
            }
        }
    }

    private struct Believed: Decodable {
        let iss: String
        let sub: String
        let nonce: String
        let exp: Double
        let iat: Double
    }
}
