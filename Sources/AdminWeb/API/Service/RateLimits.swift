import Synchronization

/// How many requests a token may make: so many in a row, refilled evenly over a minute. Kept in memory, each daemon for itself.
final class RateLimits: Sendable {
    struct Standing: Sendable, Hashable {
        let limit: Int
        let remaining: Int
        /// Whole seconds until the limit is whole again, or until one more is let through where none remains.
        let reset: Int
        let isExceeded: Bool
    }

    private struct Bucket {
        var level: Double
        var at: ContinuousClock.Instant
    }

    /// Requests a minute.
    let limit: Int
    private let buckets = Mutex<[String: Bucket]>([:])

    /// So many tokens are kept in mind; beyond that, those that are full again are forgotten.
    private static let memory = 10_000

    init(limit: Int = 600) {
        self.limit = limit
    }

    /// How many tokens and addresses are kept in mind.
    var count: Int { buckets.withLock(\.count) }

    private var perSecond: Double { Double(limit) / 60 }

    /// Takes one request, or says that it is one too many.
    func take(_ key: String, at now: ContinuousClock.Instant = .now) -> Standing {
        buckets.withLock { buckets in
            if buckets.count >= Self.memory, buckets[key] == nil { forget(&buckets, now) }
            var bucket = refilled(buckets[key], now)
            let isExceeded = bucket.level < 1
            if !isExceeded { bucket.level -= 1 }
            buckets[key] = bucket
            let missing = isExceeded ? 1 - bucket.level : Double(limit) - bucket.level
            return Standing(
                limit: limit, remaining: Int(bucket.level), reset: Int((missing / perSecond).rounded(.up)),
                isExceeded: isExceeded)
        }
    }

    private func refilled(_ bucket: Bucket?, _ now: ContinuousClock.Instant) -> Bucket {
        guard let bucket else { return Bucket(level: Double(limit), at: now) }
        let seconds = bucket.at.duration(to: now) / .seconds(1)
        return Bucket(level: min(Double(limit), bucket.level + seconds * perSecond), at: now)
    }

    private func forget(_ buckets: inout [String: Bucket], _ now: ContinuousClock.Instant) {
        buckets = buckets.filter { refilled($0.value, now).level < Double(limit) }
        // Everybody is at it: better to count anew than to grow without bound.
        if buckets.count >= Self.memory { buckets.removeAll() }
    }
}
