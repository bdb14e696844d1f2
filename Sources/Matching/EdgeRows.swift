/// The eligible pairs in compressed rows, one row an agent, four bytes an edge.
package struct EdgeRows: Sendable {
    /// A position and a score in 32 bits: 22 for whom the edge leads to, 10 for the score.
    package struct Entry: Sendable, Hashable {
        private let bits: UInt32

        package init(target: Int, score: Int) {
            bits = UInt32(truncatingIfNeeded: target) << 10 | UInt32(truncatingIfNeeded: score)
        }

        package init(seat: Int, score: Int) {
            self.init(target: seat, score: score)
        }

        package var target: Int { Int(bits >> 10) }
        package var seat: Int { target }
        package var score: Int { Int(bits & 1023) }
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
