import StrictJSON

/// The keys a provider publishes (RFC 7517 §5), those of them that can check a signature.
struct SigningKeys: Sendable {
    /// No provider has more; each costs time to read.
    private static let most = 100

    private let keys: [SigningKey]

    init(_ json: JSON) throws(OpenIDConnectError) {
        guard let listed = json["keys"]?.array, listed.count <= Self.most else { throw .malformedAnswer }
        keys = listed.compactMap { SigningKey($0) }
    }

    /// Whether no token could be checked.
    var isEmpty: Bool { keys.isEmpty }

    /// Those a token may mean: all of its name and kind. Without a name only a single key can be meant.
    func candidates(named id: String?, for algorithm: SignatureAlgorithm) -> [SigningKey] {
        let fitting = keys.filter { $0.fits(algorithm) }
        guard let id else { return fitting.count == 1 ? fitting : [] }
        return fitting.filter { $0.id == id }
    }
}
