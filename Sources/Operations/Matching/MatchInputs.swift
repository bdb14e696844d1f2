package import Store

/// Everything a run was computed from, frozen: with the parameters it gives the same result again.
package struct MatchInputs: Sendable, Hashable, Codable {
    /// By code.
    package let slots: [SlotFacts]
    /// By the label of their first referral.
    package let people: [PersonFacts]

    /// Orders everything by its keys, so that the text stored is the same however the rows came.
    ///
    /// Of a person with protected identity nothing but the label is kept, and a date of birth only where some slot asks
    /// for an age.
    package init(slots: [SlotFacts], people: [PersonFacts]) {
        self.slots = slots.sorted { $0.code < $1.code }
        let needsAge = slots.contains { $0.minimumAge != nil }
        self.people = people.map { Self.frozen($0, needsAge: needsAge) }
            .sorted { ($0.referrals.first?.label ?? "") < ($1.referrals.first?.label ?? "") }
    }

    private static func frozen(_ person: PersonFacts, needsAge: Bool) -> PersonFacts {
        var person = person
        person.referrals.sort { $0.label < $1.label }
        if person.isProtected {
            person.busy = []
            person.referrals = person.referrals.map {
                ReferralFacts(referrer: $0.referrer, reference: $0.reference, registeredOn: $0.registeredOn)
            }
        } else if !needsAge {
            for index in person.referrals.indices {
                person.referrals[index].birthDate = nil
            }
        }
        return person
    }
}
