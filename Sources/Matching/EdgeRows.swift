/// The eligible pairs in compressed rows, one row an agent, four bytes an edge.
package struct EdgeRows: Sendable {
    /// A position and a score in 32 bits: 10 for what the score lacks of 1023, and 22 below them for whom the edge leads to. So
    /// of two words the lesser is the better score, and of equal scores the first position.
    package struct Entry: Sendable, Hashable {
        static let targetBits: UInt32 = 22
        static let targetMask: UInt32 = 1 << targetBits - 1
        private static let highest = 1023

        let word: UInt32

        package init(target: Int, score: Int) {
            word =
                UInt32(truncatingIfNeeded: Self.highest &- score) << Self.targetBits
                | UInt32(truncatingIfNeeded: target)
        }

        package init(seat: Int, score: Int) {
            self.init(target: seat, score: score)
        }

        private init(word: UInt32) {
            self.word = word
        }

        package var target: Int { Int(word & Self.targetMask) }
        package var seat: Int { target }
        package var score: Int { Self.highest &- Int(word >> Self.targetBits) }

        /// The same score, leading to somebody else.
        func leading(to target: Int) -> Entry {
            Entry(word: word & ~Self.targetMask | UInt32(truncatingIfNeeded: target))
        }
    }

    /// Where each agent's row begins in `entries`; one more than there are agents.
    package let starts: [Int32]
    package let entries: [Entry]
    /// The agents' wishes, an entry each; empty if none were handed in.
    package let wishes: [UInt16]

    package init(starts: [Int32], entries: [Entry], wishes: [UInt16] = []) {
        self.starts = starts
        self.entries = entries
        self.wishes = wishes
    }

    package func wish(_ index: Int) -> Int {
        wishes.isEmpty ? 0 : Int(wishes[index])
    }

    package func range(_ agent: Int) -> Range<Int> {
        Int(starts[agent])..<Int(starts[agent + 1])
    }
}
