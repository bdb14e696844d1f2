import Domain
package import Store

/// How everybody in a round stood to one slot: kept with the run, so that "why not me" can be answered when slot, people and
/// rules have long been others.
///
/// People stand here by their positions in the run's frozen inputs and by nothing else: whoever is erased there is erased
/// here.
package struct SlotCensus: Sendable, Hashable, Codable {
    /// People who fail on the same rules.
    package struct Refused: Sendable, Hashable, Codable {
        package var rules: [HardRule]
        package var people: NumberRow
    }

    /// The slot with its requirements as it stood.
    package var slot: SlotFacts
    /// The places that the round could give there.
    package var places: Int
    /// Everybody eligible, the highest class first, within it the highest score.
    package var ranked: NumberRow
    /// For each of the ranked, the priority class.
    package var priorities: NumberRow
    /// For each of the ranked, the parts of the score in the order of `ScorePart`, one after another.
    package var parts: NumberRow
    /// Those of the ranked who got it.
    package var got: NumberRow
    /// Those who may not have it, grouped by what stands in the way.
    package var refused: [Refused]
}

extension SlotCensus {
    /// - Parameter slotOfPerson: for each person, the slot given.
    static func all(_ question: MatchQuestion, _ slotOfPerson: [Int?]) -> [SlotCensus] {
        let people = question.inputs.people
        let priorities = people.map(\.priority)
        return question.inputs.slots.enumerated().map { slot, facts in
            var candidates: [(person: Int, score: Int, parts: [Int])] = []
            var refused: [RuleSet: [Int]] = [:]
            for person in people.indices {
                if let option = question.options[person][slot] {
                    candidates.append((person, option.score.total, option.score.points))
                } else {
                    refused[question.rulesFailed(person, slot), default: []].append(person)
                }
            }
            candidates.sort {
                (-priorities[$0.person], -$0.score, $0.person) < (-priorities[$1.person], -$1.score, $1.person)
            }
            return SlotCensus(
                slot: facts, places: question.capacities[slot], ranked: NumberRow(candidates.map(\.person)),
                priorities: NumberRow(candidates.map { priorities[$0.person] }),
                parts: NumberRow(candidates.flatMap(\.parts)),
                got: NumberRow(candidates.map(\.person).filter { slotOfPerson[$0] == slot }),
                refused: refused.sorted { $0.key.bits < $1.key.bits }
                    .map { Refused(rules: $0.key.rules, people: NumberRow($0.value)) })
        }
    }
}

/// Rules as one number, for counting and grouping.
struct RuleSet: Hashable {
    private(set) var bits: UInt32 = 0

    mutating func insert(_ rule: HardRule) {
        bits |= 1 << Self.place(rule)
    }

    var rules: [HardRule] {
        HardRule.allCases.filter { bits & 1 << Self.place($0) != 0 }
    }

    private static func place(_ rule: HardRule) -> UInt32 {
        switch rule {
        case .protected: 0
        case .offered: 1
        case .dates: 2
        case .weekdays: 3
        case .hours: 4
        case .sfi: 5
        case .licence: 6
        case .age: 7
        case .recordCheck: 8
        case .earmark: 9
        case .purpose: 10
        case .clash: 11
        case .place: 12
        case .supervisor: 13
        case .dormant: 14
        case .training: 15
        }
    }
}
