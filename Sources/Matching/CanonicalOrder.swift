/// The order in which the solver looks at things: drawn from the seed and the keys, so that ties fall the same way however
/// the instance was written down, and differently under another seed.
enum CanonicalOrder {
    /// Agents of higher classes first (fewer of them have to be moved later), drawn within the class.
    static func agents(_ instance: Instance) -> [Int32] {
        sorted(instance.agents, stream: mix(instance.seed), key: \.key) { UInt64(9 - $0.priority) }
    }

    // Other streams than the agents', for the same keys may occur.

    static func seats(_ instance: Instance) -> [Int32] {
        sorted(instance.seats, stream: mix(~instance.seed), key: \.key) { _ in 0 }
    }

    static func groups(_ instance: Instance) -> [Int32] {
        sorted(instance.groups, stream: mix(mix(instance.seed)), key: \.key) { _ in 0 }
    }

    static func cohorts(_ instance: Instance) -> [Int32] {
        sorted(instance.cohorts, stream: mix(mix(~instance.seed)), key: \.key) { _ in 0 }
    }

    private struct Lot {
        let high: UInt64
        let low: UInt64
        let position: Int32
    }

    /// By rank, then by lot. Lots are drawn without collisions, since mixing is one to one.
    private static func sorted<Thing>(
        _ things: [Thing], stream: UInt64, key: (Thing) -> UInt64, rank: (Thing) -> UInt64
    ) -> [Int32] {
        var lots: [Lot] = []
        lots.reserveCapacity(things.count)
        for (position, thing) in things.enumerated() {
            let lot = mix(stream ^ key(thing))
            lots.append(Lot(high: rank(thing) << 60 | lot >> 4, low: lot & 15, position: Int32(position)))
        }
        lots.sort { $0.high != $1.high ? $0.high < $1.high : $0.low < $1.low }
        return lots.map(\.position)
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    private static func mix(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
