import Domain
import Store

extension MatchQuestion {
    /// Slots that one requirement alone keeps the person from, by the requirement; of the full ones only what says so.
    func nearMissesByRule(_ person: Int) -> [RuleFailure: [NearMiss]] {
        Dictionary(
            grouping: nearMisses[person].filter { $0.failure.isFull || $0.freePlaces > 0 }, by: \.failure)
    }

    /// Why somebody has no place to whom none is free, or ruled out.
    ///
    /// - Parameter nearMisses: what alone keeps the person from slots, the most telling first.
    func reason(
        _ person: Int, _ nearMisses: [(rule: HardRule, text: Phrase)]
    ) -> (reason: UnplacedReason, text: Phrase) {
        let facts = inputs.people[person]
        if inputs.slots.isEmpty {
            return (
                .noSlots, Phrase(sv: "Omgången har inga lediga platser.", en: "The round has no free places.")
            )
        }
        if !options[person].isEmpty {
            return (
                .ruledOut,
                Phrase(
                    sv: "Behörig, men samordnaren har uteslutit paret.",
                    en: "Eligible, but the coordinator has ruled the pair out.")
            )
        }
        if let notAvailable = notAvailable(facts) {
            return (.notAvailable, notAvailable)
        }
        let worst = worstObstacle(person)
        if nearMisses.contains(where: { $0.rule == .clash }) || (nearMisses.isEmpty && worst == .clash) {
            return (
                .alreadyPlaced,
                Phrase(
                    sv: "Har redan en praktik eller ett förslag under de dagar som passar.",
                    en: "Already has a placement or a proposal on the days that suit.")
            )
        }
        return (.noEligiblePlace, nearMisses.first?.text ?? severalRules(worst))
    }

    /// If the person's own time leaves too few days from the round's start, whatever the slot.
    private func notAvailable(_ facts: PersonFacts) -> Phrase? {
        let isShort = facts.referrals.allSatisfy { referral in
            guard let to = referral.availableTo else { return false }
            return to.days(since: max(parameters.roundStart, referral.availableFrom ?? .earliest)) + 1
                < parameters.minimumDays
        }
        guard isShort else { return nil }
        return Phrase(
            sv: "Inte tillgänglig: den egna tiden slutar innan en praktik hinner rymmas.",
            en: "Not available: the person's own time ends before a placement could fit.")
    }

    /// The rule that stands in the way at most slots.
    private func worstObstacle(_ person: Int) -> HardRule? {
        obstacles[person].max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
    }

    /// No slot is one rule away: name the rule that stands in the way most often.
    private func severalRules(_ worst: HardRule?) -> Phrase {
        guard let rule = worst?.label else {
            return Phrase(sv: "Ingen ledig plats passar.", en: "No free place suits.")
        }
        return Phrase(
            sv: "Ingen plats är nära: var och en faller på minst två krav, oftast på detta: \(rule.sv).",
            en: "No slot comes close: each fails on two requirements or more, most often this one: \(rule.en).")
    }
}
