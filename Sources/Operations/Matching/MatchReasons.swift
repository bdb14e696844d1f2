import Domain
import Store

/// Says in words why somebody was not placed, without telling who was.
struct MatchReasons {
    private let question: MatchQuestion
    /// For each person, the slot given.
    private let slotOfPerson: [Int?]

    init(_ question: MatchQuestion, _ slotOfPerson: [Int?]) {
        self.question = question
        self.slotOfPerson = slotOfPerson
    }

    func reason(_ person: Int) -> MatchResult.Unplaced {
        let nearMisses = nearMisses(person)
        let (reason, phrase) = sentence(person, nearMisses)
        return MatchResult.Unplaced(
            participant: question.inputs.people[person].label, reason: reason, text: StoredPhrase(phrase),
            nearMisses: nearMisses)
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
            return (.outcompeted, outcompeted(person))
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

    private func outcompeted(_ person: Int) -> Phrase {
        let forbidden = Set(
            question.parameters.forbidden.filter { question.person(labelled: $0.participant) == person }.map(\.slot))
        let own = question.options[person].filter { !forbidden.contains(question.inputs.slots[$0.key].code) }
        let priority = question.inputs.people[person].priority
        var (higher, equal, locked) = (0, 0, 0)
        let lockedPeople = Set(question.parameters.locked.compactMap { question.person(labelled: $0.participant) })
        for (other, slot) in slotOfPerson.enumerated() {
            guard let slot, own[slot] != nil else { continue }
            if lockedPeople.contains(other) {
                locked += 1
            } else if question.inputs.people[other].priority > priority {
                higher += 1
            } else {
                equal += 1
            }
        }
        let total = higher + equal + locked
        var swedish: [String] = []
        var english: [String] = []
        if higher > 0 {
            swedish.append("\(Quantity.number(higher).sv) till högre prioritet")
            english.append("\(Quantity.number(higher).en) to a higher priority")
        }
        if equal > 0 {
            swedish.append("\(Quantity.number(equal).sv) där den sammanlagda poängen blev högre")
            english.append("\(Quantity.number(equal).en) where the total score came out higher")
        }
        if locked > 0 {
            swedish.append("\(Quantity.number(locked).sv) som samordnaren har låst")
            english.append("\(Quantity.number(locked).en) locked by the coordinator")
        }
        guard total > 0 else {
            return Phrase(
                sv: "Behörig, men samordnaren har uteslutit paret.",
                en: "Eligible, but the coordinator has ruled the pair out.")
        }
        let places = Quantity.places(total)
        return Phrase(
            sv: "Behörig till \(places.sv), \(total == 1 ? "som gick till någon annan" : "alla tagna"): "
                + "\(swedish.joined(separator: ", ")).",
            en: "Eligible for \(places.en), \(total == 1 ? "taken" : "all taken"): "
                + "\(english.joined(separator: ", ")).")
    }

    /// Slots that one requirement keeps the person from, grouped by the requirement, most free places first.
    private func nearMisses(_ person: Int) -> [MatchResult.NearMiss] {
        var groups: [RuleFailure: (places: Int, slots: [Int])] = [:]
        for miss in question.nearMisses[person] {
            // A full slot opens none; it is counted as a slot.
            let places = miss.failure.rule == .place ? 1 : miss.freePlaces
            guard places > 0 else { continue }
            groups[miss.failure, default: (0, [])].places += places
            groups[miss.failure, default: (0, [])].slots.append(miss.slot)
        }
        let order = Dictionary(uniqueKeysWithValues: zip(HardRule.allCases, HardRule.allCases.indices))
        return groups.map { failure, group in
            MatchResult.NearMiss(
                rule: failure.rule, places: group.places, slots: group.slots.map { question.inputs.slots[$0].code },
                text: StoredPhrase(failure.nearMiss(places: group.places)))
        }
        .sorted { left, right in
            (-left.places, order[left.rule] ?? 0, left.text.en) < (-right.places, order[right.rule] ?? 0, right.text.en)
        }
    }
}
