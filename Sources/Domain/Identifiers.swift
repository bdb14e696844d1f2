public import FoundationEssentials
import Synchronization

/// Makes keys: UUIDs of version 7, each greater than the one before, also within a millisecond and when the clock is
/// set back (RFC 9562 §6.2, method 2).
public final class Identifiers: Sendable {
    private struct State: ~Copyable {
        var milliseconds: UInt64 = 0
        /// The 74 random bits, as the 12 above and the 62 below the variant.
        var high: UInt16 = 0
        var low: UInt64 = 0
        var seeded: SplitMix64?
    }

    private let clock: WallClock
    private let state: Mutex<State>

    public init(clock: WallClock = .system) {
        self.clock = clock
        state = Mutex(State())
    }

    /// The same keys every time, for tests and generated examples.
    public init(clock: WallClock, seed: UInt64) {
        self.clock = clock
        state = Mutex(State(seeded: SplitMix64(seed: seed)))
    }

    public func next<Entity>(_: Entity.Type = Entity.self) -> Identifier<Entity> {
        Identifier(nextUUID())
    }

    public func nextUUID() -> UUID {
        let now = UInt64(max(0, clock.now().timeIntervalSince1970 * 1000))
        return state.withLock { state in
            var random = state.seeded?.next() ?? UInt64.random(in: 0 ... .max)
            if now > state.milliseconds {
                state.milliseconds = now
                // The top bit is left free, so that adding within the millisecond does not soon overflow.
                state.high = UInt16(truncatingIfNeeded: random >> 50) & 0x7FF
                random = state.seeded?.next() ?? UInt64.random(in: 0 ... .max)
                state.low = random & 0x3FFF_FFFF_FFFF_FFFF
            } else {
                state.low += (random & 0xFFFF_FFFF) + 1
                if state.low > 0x3FFF_FFFF_FFFF_FFFF {
                    state.low &= 0x3FFF_FFFF_FFFF_FFFF
                    state.high += 1
                    if state.high > 0xFFF {
                        state.high = 0
                        state.milliseconds += 1
                    }
                }
            }
            return Self.uuid(state.milliseconds, state.high, state.low)
        }
    }

    private static func uuid(_ milliseconds: UInt64, _ high: UInt16, _ low: UInt64) -> UUID {
        let upper = milliseconds << 16 | 0x7000 | UInt64(high)
        let lower = 0x8000_0000_0000_0000 | low
        func byte(_ word: UInt64, _ place: Int) -> UInt8 { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64(place))) }
        return UUID(
            uuid: (
                byte(upper, 0), byte(upper, 1), byte(upper, 2), byte(upper, 3), byte(upper, 4), byte(upper, 5),
                byte(upper, 6), byte(upper, 7), byte(lower, 0), byte(lower, 1), byte(lower, 2), byte(lower, 3),
                byte(lower, 4), byte(lower, 5), byte(lower, 6), byte(lower, 7)
            ))
    }
}
