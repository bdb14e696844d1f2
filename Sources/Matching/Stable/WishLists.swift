/// What each agent asks for next: the best-wished pair that is not refused for certain.
///
/// A seat that refused a rank refuses every worse one from then on, so that a mark for each seat says of most pairs that
/// asking is in vain, without asking; and since all that an agent asked before lies beyond such a mark, the next pair can be
/// found by looking through the row. An agent that has looked through it often gets it sorted instead: a long row with many
/// refusals must not cost its square.
struct WishLists: Sendable {
    private static let looks: UInt8 = 6

    private let rows: EdgeRows
    private let seatOrder: KeyOrder
    /// The worst rank a seat may still take.
    private var marks: [SeatRanking.Rank]
    /// How often each agent has looked through its row.
    private var looked: [UInt8]
    /// The sorted rows, one after the other: positions in `rows.entries`.
    private var sorted: [Int32] = []
    /// The part of `sorted` that each agent has left.
    private var left: [Range<Int32>]

    init(_ instance: Instance) {
        rows = instance.rows
        seatOrder = KeyOrder(instance.seats.map(\.key))
        marks = Array(repeating: .max, count: instance.seats.count)
        looked = Array(repeating: 0, count: instance.agents.count)
        left = Array(repeating: 0..<0, count: instance.agents.count)
    }

    /// No rank from this one on has a chance on the seat.
    mutating func close(_ seat: Int, to rank: SeatRanking.Rank) {
        close(seat, beyond: rank - 1)
    }

    /// No rank worse than this one has a chance on the seat.
    mutating func close(_ seat: Int, beyond rank: SeatRanking.Rank) {
        marks[seat] = min(marks[seat], rank)
    }

    mutating func next(_ agent: Int, _ own: SeatRanking.Base) -> (seat: Int, score: Int)? {
        if looked[agent] < Self.looks {
            looked[agent] += 1
            return look(agent, own)
        }
        if looked[agent] == Self.looks {
            looked[agent] += 1
            sort(agent, own)
        }
        return advance(agent, own)
    }

    private func look(_ agent: Int, _ own: SeatRanking.Base) -> (seat: Int, score: Int)? {
        var best: (wish: Int, seat: Int, score: Int)?
        for index in rows.range(agent) {
            let wish = rows.wish(index)
            if let best, wish < best.wish { continue }
            let entry = rows.entries[index]
            guard own.rank(entry.score) <= marks[entry.seat] else { continue }
            if let best, wish == best.wish,
                seatOrder.position(of: best.seat) < seatOrder.position(of: entry.seat)
            {
                continue
            }
            best = (wish, entry.seat, entry.score)
        }
        return best.map { ($0.seat, $0.score) }
    }

    /// Puts what is left of the row in order.
    private mutating func sort(_ agent: Int, _ own: SeatRanking.Base) {
        let begin = sorted.count
        for index in rows.range(agent) {
            let entry = rows.entries[index]
            if own.rank(entry.score) <= marks[entry.seat] {
                sorted.append(Int32(index))
            }
        }
        sorted[begin...].sort { [rows, seatOrder] left, right in
            let (a, b) = (rows.wish(Int(left)), rows.wish(Int(right)))
            guard a == b else { return a > b }
            return seatOrder.position(of: rows.entries[Int(left)].seat)
                < seatOrder.position(of: rows.entries[Int(right)].seat)
        }
        left[agent] = Int32(begin)..<Int32(sorted.count)
    }

    private mutating func advance(_ agent: Int, _ own: SeatRanking.Base) -> (seat: Int, score: Int)? {
        while let at = left[agent].first {
            left[agent] = at + 1..<left[agent].upperBound
            let entry = rows.entries[Int(sorted[Int(at)])]
            if own.rank(entry.score) <= marks[entry.seat] {
                return (entry.seat, entry.score)
            }
        }
        return nil
    }
}
