/// A binary min-heap of seats by distance, one word an entry: 42 bits of distance, 22 of the seat's position.
struct SeatHeap {
    private var words: [UInt64] = []

    var isEmpty: Bool { words.isEmpty }

    mutating func removeAll() {
        words.removeAll(keepingCapacity: true)
    }

    mutating func push(distance: Int64, seat: Int) {
        let word = UInt64(truncatingIfNeeded: distance) << 22 | UInt64(truncatingIfNeeded: seat)
        words.append(word)
        var child = words.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard words[parent] > word else { break }
            words[child] = words[parent]
            child = parent
        }
        words[child] = word
    }

    mutating func pop() -> (distance: Int64, seat: Int)? {
        guard let top = words.first, let last = words.popLast() else { return nil }
        if !words.isEmpty {
            sink(last)
        }
        return (Int64(top >> 22), Int(top & 0x3F_FFFF))
    }

    /// Puts the word in where the top was.
    private mutating func sink(_ word: UInt64) {
        let count = words.count
        var hole = 0
        while true {
            var child = 2 * hole + 1
            guard child < count else { break }
            if child + 1 < count, words[child + 1] < words[child] {
                child += 1
            }
            guard words[child] < word else { break }
            words[hole] = words[child]
            hole = child
        }
        words[hole] = word
    }
}
