package import Store

/// Everything a run was computed from, frozen: with the parameters it gives the same result again.
package struct MatchInputs: Sendable, Hashable, Codable {
    /// By code.
    package let slots: [SlotFacts]
    /// By the label of their first referral. Nobody with protected identity is among them.
    package let people: [PersonFacts]
    /// How many persons with protected identity stand outside; of them nothing else is kept.
    package let leftOut: Int

    /// Orders everything by its keys, so that the text stored is the same however the rows came.
    ///
    /// A date of birth is kept only where some slot asks for an age.
    package init(slots: [SlotFacts], people: [PersonFacts]) {
        self.slots = slots.sorted { $0.code < $1.code }
        let needsAge = slots.contains { $0.minimumAge != nil }
        self.people = people.filter { !$0.isProtected }.map { Self.frozen($0, needsAge: needsAge) }
            .sorted { ($0.referrals.first?.label ?? "") < ($1.referrals.first?.label ?? "") }
        leftOut = people.count { $0.isProtected }
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
}
