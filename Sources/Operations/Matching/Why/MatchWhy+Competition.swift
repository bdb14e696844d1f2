import Domain
import Matching
import Store

extension MatchWhy {
    /// Why somebody who could have had a place got none.
    mutating func competition(_ person: Int) -> Competition {
        let choices = choices(of: person)
        let slots = choices.map { slot, option in
            let (obstacle, holder) = obstacle(person, slot, option)
            return Competition.Slot(
                slot: code(slot), places: question.capacities[slot], obstacle: obstacle, holder: holder)
        }
        var competition = Competition(slots: slots)
        guard let graph else { return competition }
        if let demand = graph.overDemand(from: person) {
            competition.people = demand.agents.count
            competition.places = demand.places
        }
        var best: (slot: Int, option: MatchQuestion.Option, change: Int64)?
        for (slot, option) in choices {
            guard let change = change(person, slot, option) else { continue }
            if change > best?.change ?? .min {
                best = (slot, option, change)
            }
        }
        guard let best, let forced = force(person, best.slot, best.option) else {
            competition.decidedBy = .locked
            return competition
        }
        competition.decidedBy = forced.decidedBy
        let lacking = forced.decidedBy == .points ? max(0, -forced.points) : 0
        let part = lacking > 0 ? forced.weakestPart : nil
        competition.nearest = Competition.Nearest(
            slot: code(best.slot), points: lacking, part: part,
            partPoints: part.map { -forced.parts[$0.rawValue, default: 0] } ?? 0)
        return competition
    }

    /// What keeps one more from the slot, and whose bound it is.
    func obstacle(_ person: Int, _ slot: Int, _ option: MatchQuestion.Option) -> (Competition.Obstacle, Code?) {
        let seat = seat(person, slot, option)
        switch graph?.bound(on: seat) {
        case .group(let group):
            let bound = problem.seating.groups[group]
            switch bound.kind {
            case .supervisor: return (.supervisor, bound.code)
            case .unit: return (.unit, bound.code)
            case .slot, .referrer: return (.taken, nil)
            }
        case .seat, nil:
            if let referrer = problem.seating.referrer(sharing: slot), load[slot] < question.capacities[slot] {
                return (.share, referrer)
            }
            let isLocked = load[slot] > 0 && graph?.movable(on: seat) == 0
            return (isLocked ? .locked : .taken, nil)
        }
    }
}
