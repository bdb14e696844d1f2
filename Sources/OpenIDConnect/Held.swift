/// Something fetched from the provider: fresh, failed a moment ago, or being fetched.
struct Held<Value: Sendable> {
    typealias Fetch = Task<Result<Value, OpenIDConnectError>, Never>

    private static var failureLifetime: Double { 2 }

    /// Seconds that a value is fresh.
    private let lifetime: Double
    private var outcome: Result<Value, OpenIDConnectError>?
    /// When the outcome came, in seconds since 1970.
    private var came: Double = 0
    private var underWay: Fetch?

    init(lifetime: Double) {
        self.lifetime = lifetime
    }

    /// The value while it is fresh, or the failure of a moment ago; nil when it must be fetched.
    func known(at now: Double) throws(OpenIDConnectError) -> Value? {
        // A clock that was set back makes everything old.
        guard let outcome, underWay == nil, now >= came else { return nil }
        switch outcome {
        case .success(let value): return now < came + lifetime ? value : nil
        case .failure(let error):
            guard now < came + Self.failureLifetime else { return nil }
            throw error
        }
    }

    /// The fetch under way, or a new one. It goes on when a task that waits for it is cancelled: others may wait too.
    mutating func fetch(
        _ body: @escaping @Sendable () async throws(OpenIDConnectError) -> Value
    ) -> Fetch {
        if let underWay { return underWay }
        let fetch = Fetch {
            do throws(OpenIDConnectError) {
                return .success(try await body())
            } catch {
                return .failure(error)
            }
        }
        underWay = fetch
        return fetch
    }

    /// Keeps the outcome of a fetch; the first of those who waited for it does.
    mutating func take(_ outcome: Result<Value, OpenIDConnectError>, of fetch: Fetch, at now: Double) {
        guard underWay == fetch else { return }
        underWay = nil
        came = now
        self.outcome = outcome
    }

    /// Forgets a value that is older than this many seconds; answers whether it must be fetched now.
    mutating func expire(olderThan age: Double, at now: Double) -> Bool {
        guard underWay == nil else { return true }
        guard now < came || now >= came + age else { return false }
        outcome = nil
        return true
    }
}
