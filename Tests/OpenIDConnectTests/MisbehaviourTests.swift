import Domain
import HTTPClient
import IdentityProviders
import OpenIDConnect
import Testing

/// Each thing a provider can do wrong is refused, for its own reason, and nobody is signed in.
struct MisbehaviourTests {
    private static let expected: [Misbehaviour: OpenIDConnectError] = [
        .metadataOfAnotherIssuer: .otherIssuer,
        .metadataWithoutIssuer: .metadataIncomplete,
        .metadataWithoutTokenEndpoint: .metadataIncomplete,
        .metadataWithPlainTokenEndpoint: .insecureEndpoint,
        .metadataWithoutCodeFlow: .noCodeFlow,
        .metadataWithPlainChallenge: .noProofKey,
        .metadataWithSymmetricSignatures: .noAlgorithm,
        .metadataWithOtherClientAuthentication: .noClientAuthentication,
        .metadataMalformed: .malformedAnswer,
        .metadataTwice: .duplicateName,
        .metadataTooLarge: .tooLarge,
        .metadataSlow: .tooSlow,
        .metadataRedirected: .redirected,
        .metadataNotFound: .unexpectedStatus,
        .metadataBusy: .busy,
        .metadataCutShort: .brokenAnswer,
        .metadataNotHTTP: .brokenAnswer,
        .keysMalformed: .malformedAnswer,
        .keysTooLarge: .tooLarge,
        .keysEmpty: .unknownKey,
        // The algorithm is refused before any key is looked at.
        .keysSymmetric: .algorithmRefused,
        .keysForEncryption: .unknownKey,
        .keysOfAnotherAlgorithm: .unknownKey,
        .callbackOtherState: .callbackState,
        .callbackWithoutState: .callbackMalformed,
        .callbackTwoStates: .callbackMalformed,
        .callbackOtherIssuer: .callbackIssuer,
        .callbackWithoutPromisedIssuer: .callbackIssuer,
        .callbackTwoCodes: .callbackMalformed,
        .callbackWithoutCode: .callbackMalformed,
        .callbackDenied: .denied,
        .callbackServerError: .busy,
        .callbackOtherError: .providerRefused,
        .exchangeRefusesCode: .codeRefused,
        .exchangeRefusesClient: .clientRefused,
        .exchangeMalformed: .malformedAnswer,
        .exchangeTwice: .duplicateName,
        .exchangeTooLarge: .tooLarge,
        .exchangeSlow: .tooSlow,
        .exchangeRedirected: .redirected,
        .exchangeFails: .busy,
        .exchangeWithoutToken: .tokenMissing,
        .tokenOfTwoParts: .tokenMalformed,
        .tokenPadded: .tokenMalformed,
        .tokenTampered: .signature,
        .tokenSignedByStranger: .signature,
        .tokenUnsigned: .algorithmRefused,
        .tokenUnsignedAndNamedRS256: .signature,
        .tokenSymmetric: .algorithmRefused,
        .tokenRS512: .algorithmRefused,
        .tokenOfUnknownKey: .unknownKey,
        .tokenWithCriticalHeader: .criticalHeader,
        .tokenWithHeaderTwice: .duplicateName,
        .tokenWithClaimTwice: .duplicateName,
        .tokenOfOtherIssuer: .issuer,
        .tokenForOthers: .audience,
        .tokenForOthersToo: .authorizedParty,
        .tokenOfOtherParty: .authorizedParty,
        .tokenExpired: .expired,
        .tokenFromFuture: .issuedInFuture,
        .tokenNotYetValid: .notYetValid,
        .tokenWithoutExpiry: .claimsMalformed,
        .tokenWithExpiryAsText: .claimsMalformed,
        .tokenWithOtherNonce: .nonce,
        .tokenWithoutNonce: .nonce,
        .tokenWithoutSubject: .claimsMalformed,
        .tokenWithEmptySubject: .claimsMalformed,
        .tokenOfOtherAccess: .accessTokenHash,
    ]

    static func provider(
        _ played: PlayedProvider, clock: WallClock = .system, limits: HTTPLimits = HTTPLimits(body: 1 << 18)
    ) throws -> Provider {
        Provider(
            RelyingParty(
                issuer: try WebAddress(played.issuer), clientID: PlayedProvider.clientID,
                clientSecret: PlayedProvider.clientSecret, redirect: try WebAddress(Browser.redirect),
                roleClaim: "realm.roles"),
            http: HTTPClient(), limits: limits, clock: clock)
    }

    static func signIn(_ provider: Provider) async throws -> ProvenIdentity {
        let (attempt, address) = try await provider.begin()
        return try await provider.finish(Browser.callback(Browser.follow(address)), attempt)
    }

    @Test(arguments: Misbehaviour.allCases)
    func `is refused for its own reason`(_ misbehaviour: Misbehaviour) async throws {
        let played = try PlayedProvider(misbehaviour)
        defer { played.stop() }
        let isSlow = [.metadataSlow, .exchangeSlow].contains(misbehaviour)
        let limits = HTTPLimits(total: isSlow ? .milliseconds(300) : .seconds(30), body: 1 << 18)
        let provider = try Self.provider(played, limits: limits)
        let error = try #require(Self.expected[misbehaviour])
        await #expect(throws: error) { try await Self.signIn(provider) }
        #expect(played.asked("/elsewhere") == 0)
    }

    @Test(arguments: [TestToken.Signing.rs256, .ps256, .es256], [false, true])
    func `the same provider without a fault signs in`(_ signing: TestToken.Signing, _ inForm: Bool) async throws {
        let played = try PlayedProvider()
        defer { played.stop() }
        played.change { state in
            state.signing = signing
            state.takesSecretInForm = inForm
        }
        let identity = try await Self.signIn(Self.provider(played))
        #expect(identity.issuer == played.issuer)
        #expect(identity.subject == "person-1")
        #expect(identity.name == "Karin Åström")
        #expect(identity.email == "karin@example.com")
        #expect(identity.isEmailVerified)
        #expect(identity.roles == ["coordinator"])
    }
}
