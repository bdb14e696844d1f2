public import Domain
import Store

extension SlotExplanation {
    /// One sentence after another, as a coordinator reads them.
    public var sentences: [Phrase] {
        [outcome] + [whyLeft, filling, shutOut].compactMap(\.self) + relaxed
    }

    private var outcome: Phrase {
        let names = Phrase.list(placed.map(Phrase.name))
        let whole = Quantity.places(places)
        if placed.isEmpty {
            return places == 0
                ? Phrase(
                    sv: "\(slot) har ingen plats att ge i omgången.", en: "\(slot) has no place to give in the round.")
                : Phrase(
                    sv:
                        "\(slot): ingen fick \(whole.sv == "en plats" ? "platsen" : "någon av de \(Quantity.number(places).sv) platserna").",
                    en:
                        "\(slot): nobody got \(places == 1 ? "the place" : "any of the \(Quantity.number(places).en) places")."
                )
        }
        if left == 0 {
            return Phrase(
                sv: "\(slot) är full: \(names.sv) fick \(places == 1 ? "platsen" : "platserna").",
                en: "\(slot) is full: \(names.en) got the \(places == 1 ? "place" : "places").")
        }
        let free = Quantity.number(left)
        return Phrase(
            sv: "\(slot): \(names.sv) fick plats, \(free.sv) av \(whole.sv) är kvar.",
            en: "\(slot): \(names.en) got a place, \(free.en) of \(whole.en) \(left == 1 ? "is" : "are") left.")
    }

    private var whyLeft: Phrase? {
        guard left > 0 else {
            return candidates.isEmpty
                ? nil
                : Phrase(
                    sv: "\(Quantity.capitalised(Quantity.persons(candidates.count)).sv) till hade kunnat få den.",
                    en: "\(Quantity.capitalised(Quantity.number(candidates.count)).en) more could have had it.")
        }
        if let bound {
            let full = Quantity.capitalised(BoundKind.noMore(bound.kind, bound.code))
            return Phrase(sv: full.sv + ".", en: full.en + ".")
        }
        guard !candidates.isEmpty else {
            return placed.isEmpty
                ? Phrase(sv: "Ingen i omgången uppfyller kraven.", en: "Nobody in the round meets its requirements.")
                : Phrase(
                    sv: "Alla som uppfyller kraven har fått plats här.", en: "All who meet its requirements have it.")
        }
        let elsewhere = candidates.filter { $0.got != nil }
        guard elsewhere.count == candidates.count else { return nil }
        let better = elsewhere.count { ($0.difference ?? 0) > 0 }
        let count = Quantity.capitalised(Quantity.persons(elsewhere.count))
        let more =
            better == elsewhere.count
            ? Phrase(sv: ", där poängen är högre", en: ", where the score is higher") : nil
        return Phrase(
            sv: "\(count.sv) hade kunnat få den men fick en annan plats\(more?.sv ?? "").",
            en: "\(count.en) could have had it but got another place\(more?.en ?? "").")
    }

    /// What it costs to fill a place with the one it costs least.
    private var filling: Phrase? {
        guard left > 0, bound == nil, let first = candidates.first, let forced = first.forced else { return nil }
        let from = first.got.map { Phrase(sv: " från \($0)", en: " from \($0)") }
        return Phrase(
            sv: "Billigast vore att flytta hit \(first.participant)\(from?.sv ?? ""); det \(forced.cost.sv).",
            en: "The cheapest would be to move \(first.participant) here\(from?.en ?? ""); it \(forced.cost.en).")
    }

    private var shutOut: Phrase? {
        let most = obstacles.prefix(3).enumerated().map { rank, obstacle in
            let count = Quantity.number(obstacle.people)
            return rank == 0
                ? Phrase(
                    sv: "\(Quantity.sentence(count.sv)) sökande faller på \(obstacle.name.sv)",
                    en:
                        "\(Quantity.sentence(count.en)) \(obstacle.people == 1 ? "applicant falls" : "applicants fall") on "
                        + obstacle.name.en)
                : Phrase(sv: "\(count.sv) på \(obstacle.name.sv)", en: "\(count.en) on \(obstacle.name.en)")
        }
        guard !most.isEmpty else { return nil }
        let list = Phrase.list(most)
        return Phrase(sv: list.sv + ".", en: list.en + ".")
    }

    /// What a requirement less would bring.
    private var relaxed: [Phrase] {
        obstacles.filter { $0.placedMore != nil && $0.alone > 0 }.map { obstacle in
            let (number, waiting) = (Quantity.number(obstacle.alone), waiting(obstacle))
            let placed = obstacle.placedMore ?? 0
            let result =
                placed > 0
                ? Phrase(
                    sv: ", och \(Quantity.persons(placed).sv) till hade fått plats",
                    en: ", and \(Quantity.number(placed).en) more would have been placed")
                : nil
            return Phrase(
                sv: "Utan \(obstacle.asking.sv) hade \(number.sv) till varit behörig\(obstacle.alone == 1 ? "" : "a")"
                    + "\(waiting.sv)\(result?.sv ?? "").",
                en: "Without \(obstacle.asking.en) \(number.en) more would have been eligible"
                    + "\(waiting.en)\(result?.en ?? "").")
        }
    }
}

extension SlotExplanation {
    private func waiting(_ obstacle: Obstacle) -> Phrase {
        let number = Quantity.number(obstacle.waiting)
        if obstacle.waiting == 0 { return Phrase(sv: "", en: "") }
        if obstacle.waiting == obstacle.alone {
            return obstacle.alone == 1
                ? Phrase(sv: " (nu utan plats)", en: " (now without a place)")
                : Phrase(sv: " (alla nu utan plats)", en: " (all now without a place)")
        }
        return Phrase(sv: " (\(number.sv) av dem nu utan plats)", en: " (\(number.en) of them now without a place)")
    }
}

extension BoundKind {
    /// `handledaren EVA tar inte emot fler`, of a bound that is reached.
    static func noMore(_ kind: BoundKind, _ code: Code) -> Phrase {
        Phrase(sv: "\(kind.label.sv) \(code) tar inte emot fler", en: "\(kind.label.en) \(code) takes no more")
    }
}

extension SlotExplanation.Obstacle {
    /// As it stands after "without".
    fileprivate var asking: Phrase {
        rule == .earmark || rule == .dormant
            ? name : Phrase(sv: "kravet på \(name.sv)", en: "asking for \(name.en)")
    }
}

extension RuleFailure {
    /// The requirement of a slot by name, after "falls on" and "without".
    func requirement(of slot: SlotFacts) -> Phrase {
        switch self {
        case .sfi(let required, _): required.label
        case .licence: Keyword.licences(slot.licences.sorted())
        case .dates: Phrase(sv: "tiden", en: "the dates")
        case .weekdays: Phrase(sv: "veckodagarna", en: "the weekdays")
        case .hours(let asked, _):
            Phrase(sv: "\(Quantity.hours(asked).sv) om dagen", en: "\(Quantity.hours(asked).en) a day")
        case .age(let required, _): Phrase(sv: "åldern \(required) år", en: "the age of \(required)")
        case .recordCheck:
            Phrase(sv: "utdraget ur belastningsregistret", en: "the extract from the criminal records")
        case .earmark(let referrer): Phrase(sv: "avsättningen för \(referrer)", en: "the earmark for \(referrer)")
        case .purpose(let asked, _): Phrase(sv: "syftet \(asked.label.sv)", en: "the purpose \(asked.label.en)")
        case .clash: Phrase(sv: "en annan praktik samtidigt", en: "another placement at the same time")
        case .noPlace: Phrase(sv: "att platsen är full", en: "the slot being full")
        case .supervisorFull: Phrase(sv: "att handledaren är full", en: "the supervisor being full")
        case .dormant: Phrase(sv: "att platsen är vilande", en: "the slot being dormant")
        case .supervisorUntrained:
            Phrase(sv: "handledarens utbildning", en: "the supervisor's training")
        case .notOffered: Phrase(sv: "att platsen inte är erbjuden", en: "the slot not being offered")
        case .protected: Phrase(sv: "automatisk matchning", en: "automatic matching")
        }
    }
}
