import Domain

/// How one slot stands to a person, in words.
struct PairSentence {
    let participant: String
    let slot: Code
    let standing: MatchExplanation.Pair.Standing
    let failures: [RuleFailure]
    let forced: ForcedPair?
    let lockedTo: Code?

    var phrase: Phrase {
        switch standing {
        case .given:
            Phrase(sv: "\(participant) har \(slot).", en: "\(participant) has \(slot).")
        case .ruledOut:
            Phrase(
                sv: "Samordnaren har uteslutit \(participant) från \(slot).",
                en: "The coordinator has ruled \(participant) out for \(slot).")
        case .lockedElsewhere:
            Phrase(
                sv: "Samordnaren har låst \(participant) till \(lockedTo?.rawValue ?? "–").",
                en: "The coordinator has locked \(participant) to \(lockedTo?.rawValue ?? "–").")
        case .full:
            Phrase(
                sv: "Det går inte: samordnaren har låst platserna för andra.",
                en: "It cannot be: the coordinator has locked the places for others.")
        case .possible:
            forced?.sentence
                ?? Phrase(
                    sv: "Reglerna är uppfyllda, men platserna gick till andra.",
                    en: "The rules are met, but the places went to others.")
        case .ineligible:
            Phrase.sentences(failures.map(\.phrase) + [asIf].compactMap(\.self))
        }
    }

    /// What would be, were the one rule kept.
    private var asIf: Phrase? {
        guard let forced, failures.count == 1, let met = failures.first?.condition else { return nil }
        switch forced.verdict {
        case .better:
            return Phrase(sv: "\(met.sv) hade hen fått platsen.", en: "\(met.en) the place would have been theirs.")
        case .equal:
            return Phrase(sv: "\(met.sv) hade lotten fått avgöra.", en: "\(met.en) the draw would have decided.")
        case .worse:
            return Phrase(
                sv: "\(met.sv) skulle det gå, men det \(forced.cost.sv).",
                en: "\(met.en) it would work, but it \(forced.cost.en).")
        }
    }
}
