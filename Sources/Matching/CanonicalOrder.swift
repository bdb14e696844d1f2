/// The order in which the solver looks at agents or seats: drawn from the seed and the keys, so that ties fall the same way
/// however the instance was written down, and differently under another seed.
enum CanonicalOrder {
    /// Agents of higher classes first (fewer of them have to be moved later), drawn within the class.
    static func agents(_ instance: Instance) -> [Int32] {
        let lots = instance.agents.map { draw(instance.seed, $0.key) }
        return instance.agents.indices.sorted { left, right in
            let (a, b) = (instance.agents[left], instance.agents[right])
            return (-a.priority, lots[left], a.key) < (-b.priority, lots[right], b.key)
        }.map { Int32($0) }
    }

    static func seats(_ instance: Instance) -> [Int32] {
        // Another stream than the agents', which may bear the same keys.
        let lots = instance.seats.map { draw(~instance.seed, $0.key) }
        return instance.seats.indices.sorted { left, right in
            (lots[left], instance.seats[left].key) < (lots[right], instance.seats[right].key)
        }.map { Int32($0) }
    }

    private static func draw(_ seed: UInt64, _ key: UInt64) -> UInt64 {
        mix(mix(seed) ^ key)
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    private static func mix(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
