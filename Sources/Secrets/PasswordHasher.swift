import Dispatch
import Synchronization

/// Makes and checks password hashes away from the threads that all tasks share, so many at once and no more: each takes a
/// quarter of a second of a core and 32 MiB.
public final class PasswordHasher: Sendable {
    /// Too many wait already; whoever asks should be told to come back.
    public struct Busy: Error {}

    public let cost: PasswordHash.Cost

    /// Serial queues: each works one hash at a time.
    private let lanes: [DispatchQueue]
    private let state: Mutex<State>
    private let mostWaiting: Int
    /// What a password is held against where there is no account, so that the answer takes as long.
    private let decoy: PasswordHash

    private struct State {
        var next = 0
        var waiting = 0
        var worked = 0
    }

    /// - Parameters:
    ///   - lanes: How many are worked at once.
    ///   - mostWaiting: How many may be under way or wait, in all.
    public init(cost: PasswordHash.Cost = .standard, lanes: Int = 2, mostWaiting: Int = 64) {
        self.cost = cost
        self.mostWaiting = mostWaiting
        self.lanes = (0..<max(1, lanes)).map { DispatchQueue(label: "praktik.password.\($0)") }
        state = Mutex(State())
        decoy = .decoy(cost: cost)
    }

    /// One for the whole process, at the standard cost.
    public static let shared = PasswordHasher()

    /// Throws ``Busy``.
    public func hash(_ password: String) async throws -> PasswordHash {
        try await away { [cost] in try PasswordHash(of: password, cost: cost) }
    }

    /// Whether the hash is the password's; with no hash never, after as long a time. Throws ``Busy``.
    ///
    /// A hash made at another cost takes another time, until its owner signs in and has it made anew.
    public func verify(_ password: String, against hash: PasswordHash?) async throws -> Bool {
        let held = hash ?? decoy
        let isRight = try await away { try held.accepts(password) }
        return isRight && hash != nil
    }

    /// Whether a hash should be made anew at today's cost, now that the password is at hand.
    public func isOutdated(_ hash: PasswordHash) -> Bool { hash.cost != cost }

    /// How many hashes were worked on: that an answer took as long can be told by it, and is not by a clock.
    package var worked: Int { state.withLock { $0.worked } }

    private func away<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        let lane = try state.withLock { state throws(Busy) in
            guard state.waiting < mostWaiting else { throw Busy() }
            state.waiting += 1
            state.worked += 1
            state.next = (state.next + 1) % lanes.count
            return lanes[state.next]
        }
        defer { state.withLock { $0.waiting -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            lane.async { continuation.resume(with: Result { try body() }) }
        }
    }
}
