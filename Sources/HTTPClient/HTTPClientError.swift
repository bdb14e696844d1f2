/// Why there is no answer. Names no address and nothing that was sent or received, so it may be logged.
package enum HTTPClientError: Error, Hashable, CaseIterable {
    /// The address, a header or the file of certificates cannot be used.
    case badRequest
    /// No such machine, nobody listens there, or the connection broke before an answer.
    case unreachable
    /// A time limit ran out.
    case tooSlow
    /// TLS could not be agreed on, or the certificate is not one to trust.
    case untrusted
    /// More bytes than the limits allow.
    case tooLarge
    /// What came is not HTTP, or was cut short.
    case brokenAnswer
    case cancelled
    /// This machine has no thread or memory to spare.
    case exhausted
}
