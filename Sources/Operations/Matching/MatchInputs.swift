import Domain
package import Store

/// Everything a run was computed from, frozen: with the parameters it gives the same result again.
package struct MatchInputs: Sendable, Hashable {
    /// By code.
    package var slots: [SlotFacts]
    /// By the label of their first referral. Nobody with protected identity is among them.
    package var people: [PersonFacts]
    /// How many persons with protected identity stand outside; of them nothing else is kept.
    package var leftOut: Int
    /// The slots' supervisors who have said how many they take, by code.
    package var supervisors: [SupervisorFacts]
    /// The slots' units and those they lie in, by code.
    package var units: [UnitFacts]
    /// The pairs of the run that is to be kept, of those who are in this round too.
    package var previous: [MatchPair]

    /// Orders everything by its keys, so that the text stored is the same however the rows came.
    ///
    /// A date of birth is kept only where some slot asks for an age.
    ///
    /// - Parameter leftOut: persons with protected identity who are not among the people handed in.
    package init(
        slots: [SlotFacts], people: [PersonFacts], supervisors: [SupervisorFacts] = [], units: [UnitFacts] = [],
        previous: [MatchPair] = [], leftOut: Int = 0
    ) {
        self.slots = slots.sorted { $0.code < $1.code }
        let needsAge = slots.contains { $0.minimumAge != nil }
        self.people = people.filter { !$0.isProtected }.map { Self.frozen($0, needsAge: needsAge) }
            .sorted { ($0.referrals.first?.label ?? "") < ($1.referrals.first?.label ?? "") }
        self.leftOut = leftOut + people.count { $0.isProtected }
        let guiding = Set(slots.compactMap(\.supervisor))
        self.supervisors = supervisors.filter { guiding.contains($0.code) }.sorted { $0.code < $1.code }
        self.units = Self.above(slots.map(\.unit), units)
        let labels = Set(self.people.lazy.flatMap(\.referrals).map(\.label))
        self.previous = previous.filter { labels.contains($0.participant) }
            .sorted { ($0.participant, $0.slot) < ($1.participant, $1.slot) }
    }

    private static func frozen(_ person: PersonFacts, needsAge: Bool) -> PersonFacts {
        var person = person
        person.referrals.sort { $0.label < $1.label }
        if !needsAge {
            for index in person.referrals.indices {
                person.referrals[index].birthDate = nil
            }
        }
        return person
    }

    /// The units with these codes and all that they lie in.
    private static func above(_ codes: [Code], _ units: [UnitFacts]) -> [UnitFacts] {
        let parents = Dictionary(uniqueKeysWithValues: units.map { ($0.code, $0.parent) })
        var needed: Set<Code> = []
        for code in codes {
            var next: Code? = code
            while let unit = next, needed.insert(unit).inserted {
                next = parents[unit] ?? nil
            }
        }
        return units.filter { needed.contains($0.code) }.sorted { $0.code < $1.code }
    }
}

extension MatchInputs: Codable {
    /// A run stored before supervisors and units counted has none of them.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        slots = try values.decode([SlotFacts].self, forKey: .slots)
        people = try values.decode([PersonFacts].self, forKey: .people)
        leftOut = try values.decode(Int.self, forKey: .leftOut)
        supervisors = try values.decodeIfPresent([SupervisorFacts].self, forKey: .supervisors) ?? []
        units = try values.decodeIfPresent([UnitFacts].self, forKey: .units) ?? []
        previous = try values.decodeIfPresent([MatchPair].self, forKey: .previous) ?? []
    }
}
