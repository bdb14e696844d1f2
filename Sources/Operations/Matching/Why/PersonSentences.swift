public import Domain

extension MatchExplanation {
    /// One sentence after another, as a coordinator reads them.
    public var sentences: [Phrase] {
        var sentences: [Phrase] = []
        if let placed {
            let score = Quantity.points(placed.score)
            let parts = ScorePart.sum(placed.parts).inBrackets
            sentences.append(
                Phrase(
                    sv: "\(participant) fick \(placed.slot), \(placed.days): \(score.sv)\(parts.sv).",
                    en: "\(participant) got \(placed.slot), \(placed.days): \(score.en)\(parts.en)."))
            if placed.isLocked {
                sentences.append(
                    Phrase(sv: "Samordnaren har låst platsen.", en: "The coordinator has locked the place."))
            }
        } else if let unplaced, unplaced.reason == .leftOut {
            return [
                Phrase(
                    sv: "\(participant) har skyddade personuppgifter och ingår inte i automatisk matchning; "
                        + "samordnaren placerar för hand.",
                    en: "\(participant) is protected and not part of automatic matching; "
                        + "the coordinator places by hand.")
            ]
        } else if let unplaced {
            sentences.append(
                Phrase(
                    sv: "\(participant) fick ingen plats. \(unplaced.text.sv)",
                    en: "\(participant) got no place. \(unplaced.text.en)"))
            sentences += unplaced.nearMisses.filter { !$0.isSaid(by: unplaced) }.map(\.text.phrase)
        }
        sentences += alternatives.prefix(2).map { sentence($0) } + remedies.map(\.text)
        return sentences + (pair.map { [$0.text] } ?? [])
    }

    /// `KOK-2 hade gett 785 poäng, 40 fler (yrke +80, önskemål −40); ett byte kostar totalt 25 poäng.`
    private func sentence(_ option: Alternative) -> Phrase {
        let score = Quantity.points(option.score)
        var text = Phrase(sv: "\(option.slot) hade gett \(score.sv)", en: "\(option.slot) would have given \(score.en)")
        if let placed, let difference = option.difference {
            let parts = Dictionary(
                uniqueKeysWithValues: option.parts.map {
                    ($0.key.rawValue, $0.value - placed.parts[$0.key.rawValue, default: 0])
                })
            let brackets = ScorePart.differences(parts).inBrackets
            let more =
                difference == 0
                ? Phrase(sv: ", lika många", en: ", as many")
                : difference > 0
                    ? Phrase(sv: ", \(difference) fler", en: ", \(difference) more")
                    : Phrase(sv: ", \(-difference) färre", en: ", \(-difference) fewer")
            text = Phrase(sv: text.sv + more.sv + brackets.sv, en: text.en + more.en + brackets.en)
        } else {
            let parts = ScorePart.sum(
                Dictionary(uniqueKeysWithValues: option.parts.map { ($0.key.rawValue, $0.value) })
            ).inBrackets
            text = Phrase(sv: text.sv + parts.sv, en: text.en + parts.en)
        }
        let consequence = consequence(option)
        return Phrase(sv: "\(text.sv); \(consequence.sv).", en: "\(text.en); \(consequence.en).")
    }

    private func consequence(_ option: Alternative) -> Phrase {
        guard let forced = option.forced else {
            return option.isFull
                ? Phrase(sv: "platserna gick till andra", en: "its places went to others")
                : Phrase(sv: "där finns plats kvar", en: "it has places left")
        }
        if forced.moves.count == 1, placed != nil {
            return forced.verdict == .equal
                ? Phrase(sv: "där finns plats, och lotten avgjorde", en: "it has room, and the draw decided")
                : Phrase(sv: "där finns plats kvar", en: "it has places left")
        }
        if forced.verdict == .equal {
            return Phrase(
                sv: "det hade gått lika bra, lotten avgjorde", en: "it would have done as well, the draw decided")
        }
        return placed == nil
            ? Phrase(sv: "det \(forced.cost.sv)", en: "it \(forced.cost.en)")
            : Phrase(sv: "ett byte \(forced.cost.sv)", en: "changing \(forced.cost.en)")
    }
}

extension MatchResult.NearMiss {
    /// Whether the reason says it already: as its very words, or as the person's own days.
    public func isSaid(by person: MatchResult.Unplaced) -> Bool {
        text == person.text || (person.reason == .alreadyPlaced && rule == .clash)
            || (person.reason == .notAvailable && rule == .dates)
    }
}

extension ScorePart {
    /// `yrke 400, önskemål 250`, without the parts that gave nothing.
    static func sum(_ parts: [String: Int]) -> Phrase {
        func text(_ language: Language) -> String {
            allCases.filter { parts[$0.rawValue, default: 0] != 0 }
                .map { "\($0.label[language]) \(parts[$0.rawValue, default: 0])" }.joined(separator: ", ")
        }
        return Phrase(sv: text(.swedish), en: text(.english))
    }
}

extension Phrase {
    /// In brackets with a space before; empty stays empty.
    var inBrackets: Phrase {
        sv.isEmpty ? self : Phrase(sv: " (\(sv))", en: " (\(en))")
    }
}
