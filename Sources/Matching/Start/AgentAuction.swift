/// Agents bid for seats (Bertsekas 1981, 1992), where there are seats enough for everybody: from prices of zero, so that a seat that
/// stays free has none. A bid raises the price by what the seat is worth more than the next best, and a little more.
///
/// The result is good, not exact: `Residual` repairs what the little more has spoilt, and places whom too long a war of
/// prices has left out.
struct AgentAuction {
    /// Points that a bid adds on top: more of them end the wars sooner, fewer leave less to repair. Measured over 1…16.
    private static let increment: Int32 = 8

    /// A price no bid can reach.
    static let closed: Int32 = 1 << 28

    /// Points, shifted to where a cost has them.
    private struct Price {
        let word: Int64

        init(points: Int32) {
            word = Int64(points) << EdgeRows.Entry.targetBits
        }

        var points: Int32 { Int32(truncatingIfNeeded: word >> EdgeRows.Entry.targetBits) }
    }

    /// What a seat costs an agent, its price and what the score lacks, and beneath that the seat: of equal costs that of the
    /// first seat is the least.
    private struct Cost: Comparable {
        static let none = Cost(Price(points: 2 * closed))

        private let word: Int64

        private init(_ price: Price) {
            word = price.word
        }

        init(_ entry: EdgeRows.Entry, _ price: Price) {
            word = price.word &+ Int64(entry.ranked)
        }

        var node: Int { Int(word & (1 << EdgeRows.Entry.targetBits - 1)) }
        var points: Int32 { Int32(truncatingIfNeeded: word >> EdgeRows.Entry.targetBits) }

        static func < (left: Cost, right: Cost) -> Bool { left.word < right.word }
    }

    /// Among the places of one seat: what was bid for it, and by whom.
    private struct Place {
        var bid: Int32
        var holder: Int32
    }

    /// Prices of seats: the lowest bid among the places, 0 while one is free.
    private var prices: [Price]
    private(set) var seatOfAgent: [Int32]

    init(
        _ network: Network, _ matching: LargestMatching, _ levels: DemandLevels, room: [Int32], taking agents: [Int32]
    ) {
        prices = levels.ofNode.enumerated().map { node, level in
            Price(points: level == DemandLevels.free && room[node] > 0 ? 0 : Self.closed)
        }
        seatOfAgent = Array(repeating: Network.outside, count: network.agentCount)
        let bidders = agents.filter { levels.ofAgent[Int($0)] == DemandLevels.free }
        Self.run(bidders, network.rows, matching.firstPlace, &prices, &seatOfAgent)
    }

    func price(_ node: Int) -> Int64 { Int64(prices[node].points) }

    /// - Parameter firstPlace: where each node's places begin among all; one more than there are nodes.
    private static func run(
        _ bidders: [Int32], _ rows: Adjacency, _ firstPlace: [Int32], _ prices: inout [Price],
        _ seatOfAgent: inout [Int32]
    ) {
        var (waiting, overbid) = (bidders, [Int32]())
        var patience = 100 * bidders.reduce(0) { $0 + rows.range(Int($1)).count }
        // A seat's places are a heap by bid.
        var allPlaces = [Place](repeating: Place(bid: 0, holder: -1), count: Int(firstPlace[firstPlace.count - 1]))
        var allLoads = [Int32](repeating: 0, count: prices.count)
        let entries = rows.entries.span
        let firstPlace = firstPlace.span
        var places = allPlaces.mutableSpan
        var loads = allLoads.mutableSpan
        var prices = prices.mutableSpan
        var seatOfAgent = seatOfAgent.mutableSpan
        while !waiting.isEmpty, patience > 0 {
            for agent in waiting {
                let row = entries.extracting(rows.range(Int(agent)))
                patience -= row.count
                let (best, second) = cheapest(row, prices.span)
                guard best.points < closed else { continue }
                let node = best.node
                let lead = min(second.points &- best.points, 1000)
                let place = Place(bid: prices[node].points &+ lead &+ increment, holder: agent)
                let first = Int(firstPlace[node])
                let size = Int(firstPlace[node + 1]) - first
                seatOfAgent[Int(agent)] = Int32(node)
                if Int(loads[node]) < size {
                    rise(&places, first, Int(loads[node]), place)
                    loads[node] += 1
                    guard Int(loads[node]) == size else { continue }
                } else {
                    let loser = places[first].holder
                    sink(&places, first, size, place)
                    seatOfAgent[Int(loser)] = Network.outside
                    overbid.append(loser)
                }
                prices[node] = Price(points: places[first].bid)
            }
            swap(&waiting, &overbid)
            overbid.removeAll(keepingCapacity: true)
        }
    }

    /// The two seats that cost least at present prices.
    private static func cheapest(_ row: Span<EdgeRows.Entry>, _ prices: Span<Price>) -> (best: Cost, second: Cost) {
        var (best, second) = (Cost.none, Cost.none)
        for index in row.indices {
            let entry = row[unchecked: index]
            let cost = Cost(entry, prices[unchecked: entry.target])
            // Without branches: which offer is best is what no processor can foresee.
            second = min(second, max(best, cost))
            best = min(best, cost)
        }
        return (best, second)
    }

    private static func rise(_ places: inout MutableSpan<Place>, _ first: Int, _ last: Int, _ place: Place) {
        var hole = last
        while hole > 0 {
            let parent = (hole - 1) / 2
            guard places[first + parent].bid > place.bid else { break }
            places[first + hole] = places[first + parent]
            hole = parent
        }
        places[first + hole] = place
    }

    private static func sink(_ places: inout MutableSpan<Place>, _ first: Int, _ size: Int, _ place: Place) {
        var hole = 0
        while true {
            var child = 2 * hole + 1
            guard child < size else { break }
            if child + 1 < size, places[first + child + 1].bid < places[first + child].bid {
                child += 1
            }
            guard places[first + child].bid < place.bid else { break }
            places[first + hole] = places[first + child]
            hole = child
        }
        places[first + hole] = place
    }
}
