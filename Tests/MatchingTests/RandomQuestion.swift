import Matching
import Testing

/// How large a random question becomes.
struct QuestionShape: CustomTestStringConvertible {
    let testDescription: String
    var agents: ClosedRange<Int>
    var seats: ClosedRange<Int>
    var groups: ClosedRange<Int>
    var cohorts: ClosedRange<Int>
    /// Percent of the pairs that are edges.
    var density: ClosedRange<Int>
    /// The most places of a seat.
    var places: Int

    /// Small enough for exhaustive search.
    static let small = QuestionShape(
        testDescription: "small", agents: 0...7, seats: 0...5, groups: 0...4, cohorts: 0...3, density: 10...99,
        places: 3)
    /// What an integer program still answers in milliseconds.
    static let middling = QuestionShape(
        testDescription: "middling", agents: 8...60, seats: 3...40, groups: 0...14, cohorts: 0...6, density: 4...30,
        places: 4)
    /// Where only the certificate can still say that nothing is better.
    static let large = QuestionShape(
        testDescription: "large", agents: 100...400, seats: 20...200, groups: 0...40, cohorts: 0...10, density: 1...12,
        places: 6)
}

extension Question {
    init(small random: inout RandomSource) {
        self.init(.small, &random)
    }

    /// A random question: few scores (many ties) or the whole range, some seats without places, groups up to three deep,
    /// slots with a share set aside, wanted minima that can and cannot be met, previous pairs, locks and bans.
    init(_ shape: QuestionShape, _ random: inout RandomSource) {
        let agentCount = random.within(shape.agents)
        let priorities = [1, 2, 3, 10][random.below(4)]
        if random.chance(60) {
            for _ in 0..<random.within(shape.cohorts) {
                cohorts.append(.init(key: random.next(), minimum: random.below(agentCount / 2 + 2)))
            }
        }
        for _ in 0..<agentCount {
            let cohort = cohorts.isEmpty || random.chance(20) ? nil : random.below(cohorts.count)
            agents.append(.init(key: random.next(), priority: random.below(priorities), cohort: cohort))
        }
        if random.chance(70) {
            addGroups(random.within(shape.groups), &random)
        }
        for _ in 0..<random.within(shape.seats) {
            let group = groups.isEmpty || random.chance(20) ? nil : random.below(groups.count)
            let capacity = random.chance(10) ? 0 : 1 + random.below(shape.places)
            seats.append(.init(key: random.next(), capacity: capacity, group: group))
        }
        let shares = setSharesAside(&random)
        addEdges(density: random.within(shape.density), shares, &random)
        seed = random.next()
        if random.chance(50) {
            addPrevious(&random)
        }
        if random.chance(30) {
            addLocksAndBans(&random)
        }
    }

    private mutating func addGroups(_ count: Int, _ random: inout RandomSource) {
        // Where a group stands says nothing about what lies around it.
        let at = Array(0..<count).shuffled(using: &random)
        var depths: [Int] = []
        var made: [(position: Int, group: Instance.Group)] = []
        for index in 0..<count {
            let outer = depths.indices.filter { depths[$0] < 3 }.randomElement(using: &random)
            let parent = random.chance(35) ? nil : outer
            depths.append(parent.map { depths[$0] + 1 } ?? 1)
            let ample = random.chance(30)
            let maximum = random.chance(8) ? 0 : ample ? agents.count : 1 + random.below(agents.count / 2 + 1)
            let minimum = random.chance(50) ? 0 : random.below(agents.count / 2 + 2)
            made.append(
                (
                    at[index],
                    .init(
                        key: random.next(), maximum: maximum, minimum: minimum, parent: parent.map { at[$0] })
                ))
        }
        groups = made.sorted { $0.position < $1.position }.map(\.group)
    }

    /// Makes slots with a share set aside of some neighbouring seats: one takes a cohort's people, the other all else's.
    private mutating func setSharesAside(_ random: inout RandomSource) -> [Int: Share] {
        guard !cohorts.isEmpty, random.chance(60) else { return [:] }
        var shares: [Int: Share] = [:]
        var others = 0
        while others + 1 < seats.count {
            guard random.chance(30) else {
                others += 1
                continue
            }
            let places = seats[others].capacity
            let slot = Instance.Group(key: random.next(), maximum: places, parent: seats[others].group)
            groups.append(slot)
            let kept = random.below(places + 1)
            let cohort = random.below(cohorts.count)
            for (seat, capacity) in [(others, places - kept), (others + 1, places)] {
                seats[seat] = .init(key: seats[seat].key, capacity: capacity, group: groups.count - 1)
            }
            shares[others] = Share(cohort: cohort, isTheirs: false)
            shares[others + 1] = Share(cohort: cohort, isTheirs: true)
            others += 2
        }
        return shares
    }

    private struct Share {
        let cohort: Int
        let isTheirs: Bool
    }

    private mutating func addEdges(density: Int, _ shares: [Int: Share], _ random: inout RandomSource) {
        let scores = [1, 3, 1001][random.below(3)]
        for (agent, properties) in agents.enumerated() {
            for seat in seats.indices where random.chance(density) {
                if let share = shares[seat], (properties.cohort == share.cohort) != share.isTheirs { continue }
                edges.append(
                    .init(agent: agent, seat: seat, score: random.below(scores), wish: random.below(scores)))
            }
        }
        if random.chance(50) {
            edges.shuffle(using: &random)
        }
    }

    private mutating func addPrevious(_ random: inout RandomSource) {
        keepBonus = [0, 1 + random.below(3), random.below(1001)][random.below(3)]
        guard !seats.isEmpty else { return }
        let options = Dictionary(grouping: edges, by: \.agent)
        for agent in agents.indices where random.chance(70) {
            // Now and then one that is no edge any more.
            let seat = random.chance(10) ? nil : options[agent]?.randomElement(using: &random)?.seat
            previous.append(.init(agent: agent, seat: seat ?? random.below(seats.count)))
        }
    }

    private mutating func addLocksAndBans(_ random: inout RandomSource) {
        var taken: Set<Int> = []
        for edge in edges {
            let pair = Instance.Pair(agent: edge.agent, seat: edge.seat)
            if random.chance(10), hasRoom(for: locked.map(\.seat) + [pair.seat]), taken.insert(pair.agent).inserted {
                locked.append(pair)
            } else if random.chance(10) {
                forbidden.append(pair)
            }
        }
    }
}
