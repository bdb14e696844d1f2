import Matching

extension Question {
    init(_ instance: Instance) {
        agents = instance.agents
        seats = instance.seats
        groups = instance.groups
        cohorts = instance.cohorts
        edges = agents.indices.flatMap { instance.edges(of: $0) }
        locked = instance.locks.map { .init(agent: $0, seat: $1) }
        previous = instance.previous.map { .init(agent: $0, seat: $1) }
        keepBonus = instance.keepBonus
        seed = instance.seed
    }

    /// Bans taken as pairs that are none, and previous pairs that are none left out: what an open optimum starts from.
    var opened: Question {
        var other = self
        other.edges = permitted
        other.forbidden = []
        let pairs = Set(other.edges.map { Instance.Pair(agent: $0.agent, seat: $0.seat) })
        other.previous = previous.filter(pairs.contains)
        return other
    }

    /// The question after the change.
    func applying(_ change: Change) -> Question {
        var other = self
        switch change {
        case .addAgent(let agent, let row):
            other.agents.append(agent)
            other.edges += row.map { .init(agent: agents.count, seat: $0.seat, score: $0.score) }
        case .removeAgent(let agent):
            other.edges.removeAll { $0.agent == agent }
            other.locked.removeAll { $0.agent == agent }
        case .setEdges(let agent, let row):
            other.edges.removeAll { $0.agent == agent }
            other.edges += row.map { .init(agent: agent, seat: $0.seat, score: $0.score) }
        case .addSeat(let seat, let column):
            other.seats.append(seat)
            other.edges += column.map { .init(agent: $0.agent, seat: seats.count, score: $0.score) }
        case .setCapacity(let seat, let capacity):
            other.seats[seat] = .init(key: seats[seat].key, capacity: capacity, group: seats[seat].group)
        case .setBounds(let group, let maximum, let minimum):
            other.groups[group] = .init(
                key: groups[group].key, maximum: maximum, minimum: minimum, parent: groups[group].parent)
        case .setMinimum(let cohort, let minimum):
            other.cohorts[cohort] = .init(key: cohorts[cohort].key, minimum: minimum)
        case .lock(let pair):
            if !locked.contains(pair) {
                other.locked.append(pair)
            }
        case .unlock(let agent):
            other.locked.removeAll { $0.agent == agent }
        }
        return other
    }

    /// Any change that can be written down; some of them are to be refused.
    /// - Parameter density: percent of the pairs of whoever comes or changes that are edges.
    func change(_ random: inout RandomSource, density: ClosedRange<Int> = 10...70) -> Change {
        let score = [1, 3, 1001][random.below(3)]
        let density = random.within(density)
        switch random.below(10) {
        case 0:
            let cohort = cohorts.indices.randomElement(using: &random)
            let agent = Instance.Agent(key: random.next(), priority: random.below(10), cohort: cohort)
            return .addAgent(agent, row(0, density, score, &random))
        case 1 where !agents.isEmpty:
            return .removeAgent(random.below(agents.count))
        case 2 where !agents.isEmpty, 3 where !agents.isEmpty:
            let agent = random.below(agents.count)
            return .setEdges(agent: agent, row(agent, density, score, &random))
        case 4:
            let group = random.chance(30) ? nil : groups.indices.randomElement(using: &random)
            let column = agents.indices.filter { _ in random.chance(density) }.map {
                Instance.Edge(agent: $0, seat: 0, score: random.below(score))
            }
            return .addSeat(.init(key: random.next(), capacity: random.below(4), group: group), column)
        case 5 where !seats.isEmpty:
            return .setCapacity(seat: random.below(seats.count), random.below(5))
        case 6 where !groups.isEmpty:
            let most = random.chance(10) ? 1_000 : random.below(agents.count / 2 + 2)
            let least = random.chance(40) ? 0 : random.below(agents.count / 2 + 2)
            return .setBounds(group: random.below(groups.count), maximum: most, minimum: least)
        case 7 where !cohorts.isEmpty:
            return .setMinimum(cohort: random.below(cohorts.count), random.below(agents.count + 2))
        case 8 where !locked.isEmpty:
            return .unlock(agent: locked[random.below(locked.count)].agent)
        default:
            guard let edge = edges.randomElement(using: &random) else { return .unlock(agent: 0) }
            return .lock(.init(agent: edge.agent, seat: edge.seat))
        }
    }

    private func row(_ agent: Int, _ density: Int, _ score: Int, _ random: inout RandomSource) -> [Instance.Edge] {
        seats.indices.filter { _ in random.chance(density) }.map {
            .init(agent: agent, seat: $0, score: random.below(score))
        }
    }
}
