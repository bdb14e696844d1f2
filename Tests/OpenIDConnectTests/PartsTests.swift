import Domain
import FoundationEssentials
import IdentityProviders
import StrictJSON
import Testing

@testable import OpenIDConnect

/// The parts that need no provider.
struct PartsTests {
    private static func party(secret: String = "s") throws -> RelyingParty {
        RelyingParty(
            issuer: try WebAddress("https://id.example.com"), clientID: "praktik", clientSecret: secret,
            redirect: try WebAddress("https://praktik.example.com/sign-in/oidc/callback"))
    }

    @Test func `an attempt comes back from its cookie, and from no other text`() throws {
        let party = try Self.party()
        let attempt = SignInAttempt(begun: 1_800_000_000, note: "/slots?q=å")
        let sealed = attempt.sealed(for: party)
        #expect(sealed.wholeMatch(of: /[-_.A-Za-z0-9]+/) != nil)
        let back = try #require(SignInAttempt(sealed: sealed, for: party))
        #expect(back.state == attempt.state && back.nonce == attempt.nonce && back.verifier == attempt.verifier)
        #expect(back.begun == attempt.begun && back.note == "/slots?q=å")
        #expect(SignInAttempt(sealed: sealed, for: try Self.party(secret: "t")) == nil)
        let parts = sealed.split(separator: ".")
        for text in [
            "", ".", "...", "1900000000.\(parts[1]).\(parts[2]).\(parts[3])", "\(parts[0]).\(parts[1]).\(parts[2])",
            "\(parts[0]).\(parts[1])..\(parts[3])", "\(parts[0]).\(parts[1]).\(parts[2]).", "0\(sealed)", sealed + ".",
            sealed + "A", String(sealed.dropLast()),
        ] { #expect(SignInAttempt(sealed: text, for: party) == nil, "\(text)") }
    }

    @Test func `every attempt is another, and its parts have nothing in common`() {
        let attempts = (0..<100).map { _ in SignInAttempt(begun: 0) }
        #expect(Set(attempts.flatMap { [$0.state, $0.nonce, $0.verifier] }).count == 300)
        // RFC 7636 §4.1: 43 to 128 unreserved characters.
        #expect(attempts.allSatisfy { $0.verifier.utf8.count == 43 })
    }

    @Test func `nothing secret describes itself`() throws {
        let party = try Self.party(secret: "the-secret")
        let attempt = SignInAttempt(begun: 0)
        for text in ["\(party)", String(reflecting: party), "\(attempt)", String(reflecting: attempt)] {
            #expect(!text.contains("the-secret") && !text.contains(attempt.verifier) && !text.contains(attempt.state))
        }
        var dumped = ""
        dump(party, to: &dumped)
        dump(attempt, to: &dumped)
        #expect(!dumped.contains("the-secret") && !dumped.contains(attempt.verifier))
    }

    /// RFC 7636, appendix B.
    @Test func `the challenge is the verifier's hash`() {
        #expect(
            SignInAttempt.challenge(of: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test func `every error has its own sentence in both languages, with a remedy`() {
        let phrases = OpenIDConnectError.allCases.map(\.phrase)
        #expect(Set(phrases.map(\.sv)).count == phrases.count)
        #expect(Set(phrases.map(\.en)).count == phrases.count)
        for phrase in phrases {
            for text in [phrase.sv, phrase.en] {
                #expect(text.hasSuffix(".") && text.split(separator: ". ").count >= 2, "\(text)")
            }
        }
        for error in OpenIDConnectError.allCases where error.isOutage {
            #expect(error.phrase.en.contains("local account") && error.phrase.sv.contains("lokalt konto"))
        }
    }

    @Test func `roles are read by name or by path`() throws {
        let claims = try JSONParser.parse(
            Array(
                """
                {"sub":"1","roles":"one","realm_access":{"roles":["a","b",3]},"https://x.example/roles":["u"],
                "deep":{"er":{"still":["d"]}}}
                """.utf8))
        func roles(_ path: String?) throws -> [String] {
            try ProvenIdentity(claims, issuer: "i", roleClaim: path).roles
        }
        #expect(try roles("roles") == ["one"])
        #expect(try roles("realm_access.roles") == ["a", "b"])
        #expect(try roles("https://x.example/roles") == ["u"])
        #expect(try roles("deep.er.still") == ["d"])
        for path in [nil, "", ".", "sub.x", "realm_access", "deep.er.none", "none"] { #expect(try roles(path) == []) }
    }

    @Test(arguments: [
        ("https://id.example.com", "https://id.example.com/.well-known/openid-configuration"),
        ("https://id.example.com/", "https://id.example.com/.well-known/openid-configuration"),
        ("https://id.example.com/realms/a", "https://id.example.com/realms/a/.well-known/openid-configuration"),
    ])
    func `metadata is looked for below the issuer`(_ issuer: String, _ address: String) throws {
        #expect(ProviderMetadata.address(of: try WebAddress(issuer)) == address)
    }
}
