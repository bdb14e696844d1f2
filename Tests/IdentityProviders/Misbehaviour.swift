/// What the provider that the tests play does wrong.
package enum Misbehaviour: String, Sendable, CaseIterable {
    // Of its metadata.
    case metadataOfAnotherIssuer
    case metadataWithoutIssuer
    case metadataWithoutTokenEndpoint
    case metadataWithPlainTokenEndpoint
    case metadataWithoutCodeFlow
    case metadataWithPlainChallenge
    case metadataWithSymmetricSignatures
    case metadataWithOtherClientAuthentication
    case metadataMalformed
    case metadataTwice
    case metadataTooLarge
    case metadataSlow
    case metadataRedirected
    case metadataNotFound
    case metadataBusy
    case metadataCutShort
    case metadataNotHTTP

    // Of its keys.
    case keysMalformed
    case keysTooLarge
    case keysEmpty
    case keysSymmetric
    case keysForEncryption
    case keysOfAnotherAlgorithm

    // Of what the browser brings back.
    case callbackOtherState
    case callbackWithoutState
    case callbackTwoStates
    case callbackOtherIssuer
    case callbackWithoutPromisedIssuer
    case callbackTwoCodes
    case callbackWithoutCode
    case callbackDenied
    case callbackServerError
    case callbackOtherError

    // Of the exchange.
    case exchangeRefusesCode
    case exchangeRefusesClient
    case exchangeMalformed
    case exchangeTwice
    case exchangeTooLarge
    case exchangeSlow
    case exchangeRedirected
    case exchangeFails
    case exchangeWithoutToken

    // Of the token.
    case tokenOfTwoParts
    case tokenPadded
    case tokenTampered
    case tokenSignedByStranger
    case tokenUnsigned
    case tokenUnsignedAndNamedRS256
    case tokenSymmetric
    case tokenRS512
    case tokenOfUnknownKey
    case tokenWithCriticalHeader
    case tokenWithHeaderTwice
    case tokenWithClaimTwice
    case tokenOfOtherIssuer
    case tokenForOthers
    case tokenForOthersToo
    case tokenOfOtherParty
    case tokenExpired
    case tokenFromFuture
    case tokenNotYetValid
    case tokenWithoutExpiry
    case tokenWithExpiryAsText
    case tokenWithOtherNonce
    case tokenWithoutNonce
    case tokenWithoutSubject
    case tokenWithEmptySubject
    case tokenOfOtherAccess
}
