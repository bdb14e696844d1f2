/// The scratch of one search; what an older generation left behind counts as untouched, so that nothing need be cleared.
struct Search: Sendable {
    /// A node, cohort or agent in one word.
    struct Place: Sendable, Hashable {
        let code: Int32

        private static let cohortBit: Int32 = 1 << 28
        private static let agentBit: Int32 = 1 << 29

        init(node: Int) { code = Int32(truncatingIfNeeded: node) }
        init(cohort: Int) { code = Int32(truncatingIfNeeded: cohort) | Self.cohortBit }
        init(agent: Int) { code = Int32(truncatingIfNeeded: agent) | Self.agentBit }
        init(code: Int32) { self.code = code }

        var isCohort: Bool { code & Self.cohortBit != 0 }
        var isAgent: Bool { code & Self.agentBit != 0 }
        var index: Int { Int(code & (Self.cohortBit - 1)) }
    }

    /// Where the cheapest path found so far ends (or, searching backward, begins).
    enum End: Sendable {
        case none
        /// In a node that lacks a unit (or has one too many), or outside, over the node's own bound.
        case node(Int)
        /// The same of a cohort.
        case cohort(Int)
        /// Outside, with an agent of no cohort that gives up being placed (or joins).
        case agent(Int)
        /// With an agent that was waiting.
        case waiting(Int)
    }

    var generation: UInt32 = 0
    var heap = NodeHeap()
    var end = End.none
    var reach = Int64.max

    // Of nodes.
    var touched: [UInt32]
    var distances: [Int64]
    /// The step before (after, searching backward) on the cheapest path.
    var links: [Place]
    var settled: [(place: Place, distance: Int64)] = []

    // Of cohorts.
    var cohortTouched: [UInt32]
    var cohortDistances: [Int64]
    var cohortLinks: [Place]

    // Of agents. Searching forward, only those settled at their seat's distance; backward, each has its own.
    var agentTouched: [UInt32]
    var agentDistances: [Int64]
    var agentLinks: [Place]
    var agents: [(agent: Int32, distance: Int64)] = []

    init(agents: Int, nodes: Int, cohorts: Int) {
        touched = Array(repeating: 0, count: nodes)
        distances = Array(repeating: 0, count: nodes)
        links = Array(repeating: Place(node: 0), count: nodes)
        cohortTouched = Array(repeating: 0, count: cohorts)
        cohortDistances = Array(repeating: 0, count: cohorts)
        cohortLinks = Array(repeating: Place(node: 0), count: cohorts)
        agentTouched = Array(repeating: 0, count: agents)
        agentDistances = Array(repeating: 0, count: agents)
        agentLinks = Array(repeating: Place(node: 0), count: agents)
    }

    mutating func addAgent() {
        agentTouched.append(0)
        agentDistances.append(0)
        agentLinks.append(Place(node: 0))
    }

    mutating func addNode() {
        touched.append(0)
        distances.append(0)
        links.append(Place(node: 0))
    }

    /// Forgets what was; the source is as near as can be.
    mutating func begin(at source: Place) {
        generation += 1
        heap.removeAll()
        settled.removeAll(keepingCapacity: true)
        agents.removeAll(keepingCapacity: true)
        end = .none
        reach = .max
        if source.isCohort {
            cohortTouched[source.index] = generation
            cohortDistances[source.index] = 0
        } else if !source.isAgent {
            touched[source.index] = generation
            distances[source.index] = 0
        }
    }

    /// A cheaper end, if it is one.
    @inline(__always)
    mutating func offer(_ end: End, at distance: Int64) {
        if distance < reach {
            reach = distance
            self.end = end
        }
    }

    /// A cheaper way to a node, if it is one.
    @inline(__always)
    mutating func relax(node: Int, at distance: Int64, link: Place) {
        guard distance < reach, touched[node] != generation || distance < distances[node] else { return }
        touched[node] = generation
        distances[node] = distance
        links[node] = link
        heap.push(distance: distance, node: Place(node: node).code)
    }

    mutating func relax(cohort: Int, at distance: Int64, link: Place) {
        guard distance < reach, cohortTouched[cohort] != generation || distance < cohortDistances[cohort] else {
            return
        }
        cohortTouched[cohort] = generation
        cohortDistances[cohort] = distance
        cohortLinks[cohort] = link
        heap.push(distance: distance, node: Place(cohort: cohort).code)
    }

    mutating func relax(agent: Int, at distance: Int64) {
        guard distance < reach, agentTouched[agent] != generation || distance < agentDistances[agent] else { return }
        agentTouched[agent] = generation
        agentDistances[agent] = distance
        heap.push(distance: distance, node: Place(agent: agent).code)
    }

    /// The next place to settle; nothing once the end found is the cheapest.
    mutating func next() -> (place: Place, distance: Int64)? {
        while let item = heap.pop(), item.distance < reach {
            let place = Place(code: item.node)
            let best =
                place.isCohort
                ? cohortDistances[place.index] : place.isAgent ? agentDistances[place.index] : distances[place.index]
            if best == item.distance {
                return (place, item.distance)
            }
        }
        return nil
    }
}
