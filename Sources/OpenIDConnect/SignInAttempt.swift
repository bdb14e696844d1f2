import Crypto
import Domain
import FoundationEssentials
import Secrets

/// A sign-in that was begun: what must come back, kept in the browser that began it.
///
/// State, nonce and verifier all come from one secret, so that the browser keeps no more than that.
package struct SignInAttempt: Sendable {
    /// How long a person may take at the provider.
    package static let lifetime: Duration = .seconds(600)

    /// Comes back with the browser.
    package let state: String
    /// Comes back inside the token.
    let nonce: String
    /// Proves to the provider that whoever brings the code also began the sign-in (RFC 7636).
    let verifier: String
    /// Seconds since 1970.
    let begun: Int64
    /// What whoever began it wants to know at its end, such as the page to go on to.
    package let note: String
    private let secret: Secret

    init(_ secret: Secret = .random(), begun: Int64, note: String = "") {
        self.secret = secret
        self.note = note
        self.begun = begun
        state = secret.derived(for: "state")
        nonce = secret.derived(for: "nonce")
        verifier = secret.derived(for: "verifier")
    }

    init(clock: WallClock, note: String = "") {
        self.init(begun: Int64(clock.now().timeIntervalSince1970), note: note)
    }

    /// What the provider is told of the verifier beforehand.
    var challenge: String { Self.challenge(of: verifier) }

    /// S256 (RFC 7636 §4.2).
    static func challenge(of verifier: String) -> String {
        Base64URL.encode(Array(SHA256.hash(data: Array(verifier.utf8))))
    }

    func isOver(at now: Double) -> Bool {
        let age = now - Double(begun)
        return age > Double(Self.lifetime.components.seconds) || age < -IDTokenChecks.leeway
    }

    /// For a cookie: letters, digits, `-`, `_` and `.`, under a code that only we can make.
    package func sealed(for party: RelyingParty) -> String {
        let text = "\(begun).\(secret.text).\(Base64URL.encode(Array(note.utf8)))"
        return "\(text).\(Base64URL.encode(Self.code(of: text, party)))"
    }

    /// Nil for what ``sealed(for:)`` did not make for this party.
    package init?(sealed: String, for party: RelyingParty) {
        let parts = sealed.split(separator: ".", omittingEmptySubsequences: false)
        guard sealed.utf8.count <= 4000, parts.count == 4, let begun = Int64(parts[0]), let secret = Secret(parts[1]),
            let note = Base64URL.decode(parts[2]), let code = Base64URL.decode(parts[3]),
            ConstantTime.areEqual(code, Self.code(of: parts[..<3].joined(separator: "."), party))
        else { return nil }
        self.init(secret, begun: begun, note: String(decoding: note, as: UTF8.self))
    }

    /// The key is the client's secret, which all daemons of an installation have.
    private static func code(of text: String, _ party: RelyingParty) -> [UInt8] {
        let key = SymmetricKey(data: SHA256.hash(data: Array("sign-in attempt \(party.clientSecret)".utf8)))
        return Array(HMAC<SHA256>.authenticationCode(for: Array("\(party.issuer) \(text)".utf8), using: key))
    }
}

extension SignInAttempt: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "(sign-in attempt)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
