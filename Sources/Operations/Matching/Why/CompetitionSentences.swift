package import Domain

extension Competition {
    /// `Behörig till PARK-1, men platsen gick till någon annan. Det skilde 45 poäng, mest i önskemål.`
    package var sentence: Phrase {
        Phrase.sentences([outcome, decision, sharing].compactMap(\.self))
    }

    private var names: Phrase {
        slots.count <= 2
            ? Phrase.list(slots.map { Phrase(sv: $0.slot.rawValue, en: $0.slot.rawValue) })
            : Phrase(sv: Quantity.places(slots.count).sv, en: "\(Quantity.number(slots.count).en) slots")
    }

    private var isOnePlace: Bool { slots.count == 1 && slots.allSatisfy { $0.places == 1 } }

    private var outcome: Phrase {
        let kinds = Obstacle.allCases.compactMap { kind in
            let those = slots.filter { $0.obstacle == kind }
            return those.isEmpty ? nil : (kind, those)
        }
        guard kinds.count > 1 else {
            let fate = kinds.first.map { Self.fate($0.0, $0.1, of: slots.count) } ?? Phrase(sv: "", en: "")
            return Phrase(
                sv: "Behörig till \(names.sv), men \(fate.sv).", en: "Eligible for \(names.en), but \(fate.en).")
        }
        let fates = Phrase.list(kinds.map { Self.share($0.0, $0.1) })
        return Phrase(sv: "Behörig till \(names.sv): \(fates.sv).", en: "Eligible for \(names.en): \(fates.en).")
    }

    /// What became of all the slots.
    private static func fate(_ obstacle: Obstacle, _ slots: [Slot], of count: Int) -> Phrase {
        let isOnePlace = count == 1 && slots.allSatisfy { $0.places == 1 }
        let holders = Set(slots.compactMap(\.holder)).sorted()
        let names = Phrase.list(holders.map { Phrase(sv: $0.rawValue, en: $0.rawValue) })
        switch obstacle {
        case .taken:
            return isOnePlace
                ? Phrase(sv: "platsen gick till någon annan", en: "the place went to somebody else")
                : Phrase(sv: "platserna gick till andra", en: "the places went to others")
        case .locked:
            return isOnePlace
                ? Phrase(
                    sv: "samordnaren har låst platsen för någon annan",
                    en: "the coordinator has locked the place for somebody else")
                : Phrase(
                    sv: "samordnaren har låst platserna för andra",
                    en: "the coordinator has locked the places for others")
        case .share:
            return Phrase(
                sv: "det som är kvar är avsatt för \(names.sv)", en: "what is left is set aside for \(names.en)")
        case .supervisor:
            return holders.count == 1
                ? Phrase(sv: "handledaren tar inte emot fler", en: "the supervisor takes no more")
                : Phrase(sv: "handledarna tar inte emot fler", en: "the supervisors take no more")
        case .unit:
            return holders.count == 1
                ? Phrase(sv: "enheten \(names.sv) tar inte emot fler", en: "unit \(names.en) takes no more")
                : Phrase(sv: "enheterna \(names.sv) tar inte emot fler", en: "units \(names.en) take no more")
        }
    }

    /// What became of some of the slots.
    private static func share(_ obstacle: Obstacle, _ slots: [Slot]) -> Phrase {
        let number = Quantity.number(slots.count)
        let one = slots.count == 1
        let holders = Set(slots.compactMap(\.holder)).sorted()
        let names = Phrase.list(holders.map { Phrase(sv: $0.rawValue, en: $0.rawValue) })
        switch obstacle {
        case .taken:
            return Phrase(
                sv: "\(number.sv) gick till \(one ? "någon annan" : "andra")",
                en: "\(number.en) went to \(one ? "somebody else" : "others")")
        case .locked:
            return Phrase(
                sv: "\(number.sv) har samordnaren låst för \(one ? "någon annan" : "andra")",
                en: "\(number.en) the coordinator has locked for \(one ? "somebody else" : "others")")
        case .share:
            return Phrase(
                sv: "\(number.sv) är avsatt\(one ? "" : "a") för \(names.sv)",
                en: "\(number.en) \(one ? "is" : "are") set aside for \(names.en)")
        case .supervisor:
            return Phrase(
                sv: "\(number.sv) har en handledare som inte tar emot fler",
                en: "\(number.en) \(one ? "has" : "have") a supervisor who takes no more")
        case .unit:
            return Phrase(
                sv: "\(number.sv) hör till \(names.sv), som inte tar emot fler",
                en: "\(number.en) \(one ? "belongs" : "belong") to \(names.en), which takes no more")
        }
    }

    private var decision: Phrase? {
        switch decidedBy {
        case .priority:
            isOnePlace
                ? Phrase(sv: "Den som kom före har högre prioritet.", en: "Whoever came first has a higher priority.")
                : Phrase(
                    sv: "De som kom före har högre prioritet.", en: "Those who came first have a higher priority.")
        case .minimum:
            Phrase(
                sv: "Platsen behövdes för att nå ett önskat minsta antal.",
                en: "The place was needed to reach a wanted minimum.")
        case .points: nearest.map(lacking)
        case .previous:
            Phrase(
                sv: "Poängen var lika, och den som hade platsen förut fick behålla den.",
                en: "The points were equal, and whoever had the place before kept it.")
        case .draw:
            Phrase(sv: "Poängen var lika och lotten avgjorde.", en: "The points were equal and the draw decided.")
        case .locked, nil: nil
        }
    }

    private func lacking(_ nearest: Nearest) -> Phrase {
        let points = Quantity.points(nearest.points)
        let part = nearest.part.map { part in
            Phrase(sv: ", mest i \(part.inSentence.sv)", en: ", mostly in \(part.inSentence.en)")
        }
        return slots.count == 1
            ? Phrase(sv: "Det skilde \(points.sv)\(part?.sv ?? "").", en: "It was \(points.en) short\(part?.en ?? "").")
            : Phrase(
                sv: "Närmast var \(nearest.slot), där det skilde \(points.sv)\(part?.sv ?? "").",
                en: "Closest was \(nearest.slot), \(points.en) short\(part?.en ?? "").")
    }

    /// Said where it tells more than that two wanted the same place.
    private var sharing: Phrase? {
        guard let people, let places, places > 0, people > 2 else { return nil }
        return Phrase(
            sv: "\(Quantity.capitalised(Quantity.persons(people)).sv) delar på \(Quantity.places(places).sv).",
            en: "\(Quantity.capitalised(Quantity.persons(people)).en) share \(Quantity.places(places).en).")
    }
}

extension ScorePart {
    /// As it stands after "mostly in".
    var inSentence: Phrase {
        switch self {
        case .permanentPost: Phrase(sv: "fast tjänst", en: "permanent post")
        default: label
        }
    }
}
