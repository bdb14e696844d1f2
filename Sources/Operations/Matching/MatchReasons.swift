import Domain
import Matching
import Store

/// Says in words why somebody was not placed, without telling who was.
struct MatchReasons {
    private var why: MatchWhy
    private var question: MatchQuestion { why.question }

    init(_ why: MatchWhy) {
        self.why = why
    }

    mutating func reason(_ person: Int) -> MatchResult.Unplaced {
        let nearMisses = why.nearMisses(person)
        let competition = why.choices(of: person).isEmpty ? nil : why.competition(person)
        let (reason, phrase) =
            competition.map { ($0.reason, $0.sentence) } ?? sentence(person, nearMisses)
        return MatchResult.Unplaced(
            participant: question.inputs.people[person].label, reason: reason, text: StoredPhrase(phrase),
            nearMisses: nearMisses, competition: competition)
    }

    /// Somebody with protected identity: that there is one, and nothing more.
    static let leftOut = MatchResult.Unplaced(
        participant: "•••", reason: .leftOut,
        text: StoredPhrase(
            Phrase(
                sv: "Ingår inte i automatisk matchning; samordnaren placerar för hand.",
                en: "Not part of automatic matching; the coordinator places by hand.")),
        nearMisses: [])

    private func sentence(_ person: Int, _ nearMisses: [MatchResult.NearMiss]) -> (UnplacedReason, Phrase) {
        let facts = question.inputs.people[person]
        if question.inputs.slots.isEmpty {
            return (
                .noSlots, Phrase(sv: "Omgången har inga lediga platser.", en: "The round has no free places.")
            )
        }
        if !question.options[person].isEmpty {
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
        return (.noEligiblePlace, nearMisses.first?.text.phrase ?? severalRules(worst))
    }

    /// If the person's own time leaves too few days from the round's start, whatever the slot.
    private func notAvailable(_ facts: PersonFacts) -> Phrase? {
        let parameters = question.parameters
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
        question.obstacles[person].max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
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
