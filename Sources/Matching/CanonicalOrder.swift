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

    /// By rank, then by lot. One word holds the rank, the first bits of the lot and the position; should two lots share
    /// those bits, all are compared whole. Whole lots never collide, since mixing is one to one.
    private static func sorted<Thing>(
        _ things: [Thing], stream: UInt64, key: (Thing) -> UInt64, rank: (Thing) -> UInt64
    ) -> [Int32] {
        var words: [UInt64] = []
        words.reserveCapacity(things.count)
        for (position, thing) in things.enumerated() {
            let lot = mix(stream ^ key(thing)) >> (64 - lotBits)
            words.append(rank(thing) << (lotBits + positionBits) | lot << positionBits | UInt64(position))
        }
        sort(&words)
        if zip(words, words.dropFirst()).contains(where: { $0 >> positionBits == $1 >> positionBits }) {
            return things.indices.sorted { left, right in
                (rank(things[left]), mix(stream ^ key(things[left])))
                    < (rank(things[right]), mix(stream ^ key(things[right])))
            }.map(Int32.init)
        }
        return words.map { Int32($0 & (1 << positionBits - 1)) }
    }

    /// By digits of eight bits, the positions left aside.
    private static func sort(_ words: inout [UInt64]) {
        var other = words
        for shift in stride(from: positionBits, to: 64, by: 8) where distribute(words, into: &other, by: shift) {
            swap(&words, &other)
        }
    }

    /// Puts the words in the order of one digit, stably; does nothing if it is the same in all of them.
    private static func distribute(_ words: [UInt64], into other: inout [UInt64], by shift: UInt64) -> Bool {
        var starts = [256 of Int](repeating: 0)
        let words = words.span
        for index in words.indices {
            starts[unchecked: Int(words[unchecked: index] >> shift & 255)] += 1
        }
        var filled = 0
        for digit in starts.indices {
            let count = starts[digit]
            if count == words.count { return false }
            starts[digit] = filled
            filled += count
        }
        var other = other.mutableSpan
        for index in words.indices {
            let word = words[unchecked: index]
            let digit = Int(word >> shift & 255)
            other[starts[unchecked: digit]] = word
            starts[unchecked: digit] += 1
        }
        return true
    }

    private static let positionBits: UInt64 = 20
    private static let lotBits: UInt64 = 40

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    private static func mix(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
