/// Why nobody was signed in. Carries nothing of what the provider or the browser sent.
package enum OpenIDConnectError: String, Error, CaseIterable {
    // The provider cannot be asked just now; trying again later helps.
    case unreachable
    case tooSlow
    case busy

    // The provider's answers cannot be used.
    case untrusted
    case redirected
    case unexpectedStatus
    case tooLarge
    case brokenAnswer
    case malformedAnswer
    case duplicateName
    case otherIssuer
    case metadataIncomplete
    case insecureEndpoint
    case noCodeFlow
    case noProofKey
    case noAlgorithm
    case noClientAuthentication

    // What the browser brought back does not belong to a sign-in that was begun here.
    case callbackMalformed
    case callbackState
    case callbackIssuer
    case attemptExpired

    // The provider said no.
    case denied
    case providerRefused
    case codeRefused
    case clientRefused

    // The token cannot be believed.
    case tokenMissing
    case tokenMalformed
    case algorithmRefused
    case criticalHeader
    case unknownKey
    case signature
    case claimsMalformed
    case issuer
    case audience
    case authorizedParty
    case expired
    case issuedInFuture
    case notYetValid
    case nonce
    case accessTokenHash

    /// Whether the provider was out of reach, rather than wrong.
    package var isOutage: Bool {
        switch self {
        case .unreachable, .tooSlow, .busy: true
        default: false
        }
    }

    /// Whether only whoever runs the installation or the provider can mend it.
    package var isMisconfiguration: Bool {
        switch self {
        case .untrusted, .redirected, .unexpectedStatus, .tooLarge, .brokenAnswer, .malformedAnswer, .duplicateName,
            .otherIssuer, .metadataIncomplete, .insecureEndpoint, .noCodeFlow, .noProofKey, .noAlgorithm,
            .noClientAuthentication, .clientRefused:
            true
        default: false
        }
    }
}
