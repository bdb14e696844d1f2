import Domain
import HTTPClient
import IdentityProviders
import Testing

@testable import OpenIDConnect

/// Signing in through a provider made by others.
@Suite(.serialized)
struct GlewlwydTests {
    private static func provider(
        _ glewlwyd: Glewlwyd, secret: String = Glewlwyd.clientSecret,
        authentication: RelyingParty.ClientAuthentication? = nil, clock: WallClock = .system
    ) throws -> Provider {
        Provider(
            RelyingParty(
                issuer: try WebAddress(glewlwyd.issuer), clientID: Glewlwyd.clientID, clientSecret: secret,
                authentication: authentication, redirect: try WebAddress(Browser.redirect), scopes: ["openid"],
                roleClaim: "roles"),
            http: HTTPClient(), clock: clock)
    }

    private static func signIn(_ provider: Provider, at glewlwyd: Glewlwyd) async throws -> ProvenIdentity {
        let (attempt, address) = try await provider.begin()
        let location = try await glewlwyd.signIn(at: address)
        #expect(location.hasPrefix(Browser.redirect + "?"))
        return try await provider.finish(Browser.callback(location), attempt)
    }

    @Test(arguments: Glewlwyd.Signing.allCases)
    func `a person signs in, whatever the signature`(_ signing: Glewlwyd.Signing) async throws {
        let inForm = signing == .es256
        let glewlwyd = try await Glewlwyd.start(redirect: Browser.redirect, signing: signing, secretInForm: inForm)
        let provider = try Self.provider(glewlwyd, authentication: inForm ? .post : nil)
        let identity = try await Self.signIn(provider, at: glewlwyd)
        #expect(identity.issuer == glewlwyd.issuer)
        #expect(!identity.subject.isEmpty)
        #expect(identity.name == "Karin Åström")
        #expect(identity.email == "karin@example.com")
        #expect(!identity.isEmailVerified)
        #expect(identity.roles == ["coordinator"])
        // The same person is the same subject the next time.
        let again = try await Self.signIn(provider, at: glewlwyd)
        #expect(again == identity)
    }

    @Test func `only who began the sign-in can end it, once, and with the secret`() async throws {
        let glewlwyd = try await Glewlwyd.start(redirect: Browser.redirect)
        let provider = try Self.provider(glewlwyd)
        let (attempt, address) = try await provider.begin()
        let callback = try await Browser.callback(glewlwyd.signIn(at: address))

        // Even with the state, whoever has only the code cannot make the verifier.
        let thief = SignInAttempt(clock: .system)
        let stolen = try Callback(
            callback.code.map { [("state", thief.state), ("code", $0)] } ?? [])
        await #expect(throws: OpenIDConnectError.providerRefused) { try await provider.finish(stolen, thief) }
        let stranger = try Self.provider(glewlwyd, secret: "guessed")
        await #expect(throws: OpenIDConnectError.clientRefused) { try await stranger.finish(callback, attempt) }

        let other = try await provider.begin()
        let second = try await Browser.callback(glewlwyd.signIn(at: other.address))
        await #expect(throws: OpenIDConnectError.callbackState) { try await provider.finish(second, attempt) }
        _ = try await provider.finish(second, other.attempt)
        // This provider has a word of its own for a code that was used.
        await #expect(throws: OpenIDConnectError.providerRefused) { try await provider.finish(second, other.attempt) }
    }

    @Test func `while it is away it is said so, and it comes back by itself`() async throws {
        let glewlwyd = try await Glewlwyd.start(redirect: Browser.redirect)
        let time = MovableTime()
        let provider = try Self.provider(glewlwyd, clock: time.clock)
        let begun = try await provider.begin()
        let callback = try await Browser.callback(glewlwyd.signIn(at: begun.address))

        glewlwyd.stop()
        await #expect(throws: OpenIDConnectError.unreachable) {
            try await provider.finish(callback, begun.attempt)
        }
        // What is known of it grows old.
        time.move(by: 601)
        await #expect(throws: OpenIDConnectError.unreachable) { try await provider.begin() }
        #expect(OpenIDConnectError.unreachable.phrase.en.contains("local account"))

        try await glewlwyd.start()
        time.move(by: 3)
        let identity = try await Self.signIn(provider, at: glewlwyd)
        #expect(identity.roles == ["coordinator"])
    }
}

extension Callback {
    fileprivate var code: String? {
        if case .code(let code) = answer { code } else { nil }
    }
}
