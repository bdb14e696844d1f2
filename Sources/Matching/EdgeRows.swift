/// The eligible pairs in compressed rows, one row an agent, four bytes an edge.
package struct EdgeRows: Sendable {
    /// A position and a score in 32 bits: 22 for whom the edge leads to, and 10 below them for what the score lacks of 1023.
    package struct Entry: Sendable, Hashable {
        static let targetBits: UInt32 = 22
        static let highest = 1023
        private static let lackBits: UInt32 = 10

        private let word: UInt32

        package init(target: Int, score: Int) {
            word =
                UInt32(truncatingIfNeeded: target) << Self.lackBits
                | UInt32(truncatingIfNeeded: Self.highest &- score)
        }

        package init(seat: Int, score: Int) {
            self.init(target: seat, score: score)
        }

        private init(word: UInt32) {
            self.word = word
        }

        package var target: Int { Int(word >> Self.lackBits) }
        package var seat: Int { target }
        package var score: Int { Self.highest &- lack }
        /// What the score lacks of the highest that could be kept: quicker to get at than the score, for inner loops.
        var lack: Int { Int(word & UInt32(Self.highest)) }
        /// The same bits turned round, what the score lacks above the target: the least is the best score, and of equal scores
        /// the first position.
        var ranked: UInt32 { word >> Self.lackBits | word << Self.targetBits }

        /// The same score, leading to somebody else.
        func leading(to target: Int) -> Entry {
            Entry(word: word & UInt32(Self.highest) | UInt32(truncatingIfNeeded: target) << Self.lackBits)
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
