package import Domain

/// One rule that a participant and a slot do not keep, with what the sentence about it needs.
package enum RuleFailure: Sendable, Hashable {
    case protected
    case notOffered
    /// Fewer days in common than the round asks for.
    case dates(minimumDays: Int)
    case weekdays(missing: Weekdays)
    case hours(asked: Int, available: Int)
    case sfi(required: SFICourse, passed: SFIPassed)
    case licence(missing: [Keyword])
    case age(required: Int, isKnown: Bool)
    case recordCheck
    case earmark(Code)
    case purpose(asked: SlotPurpose, own: SlotPurpose?)
    case clash
    case noPlace
    /// The slot's supervisor has as many as they take, on this slot and others together.
    case supervisorFull
    /// The offer has not been confirmed for long, and rests until it is.
    case dormant
    /// The municipality demands training, and the slot's supervisor has none by the first day.
    case supervisorUntrained

    package var rule: HardRule {
        switch self {
        case .protected: .protected
        case .notOffered: .offered
        case .dates: .dates
        case .weekdays: .weekdays
        case .hours: .hours
        case .sfi: .sfi
        case .licence: .licence
        case .age: .age
        case .recordCheck: .recordCheck
        case .earmark: .earmark
        case .purpose: .purpose
        case .clash: .clash
        case .noPlace: .place
        case .supervisorFull: .supervisor
        case .dormant: .dormant
        case .supervisorUntrained: .training
        }
    }

    /// A sentence about one slot.
    package var phrase: Phrase {
        switch self {
        case .protected:
            Phrase(sv: "Ingår inte i automatisk matchning.", en: "Not part of automatic matching.")
        case .notOffered:
            Phrase(sv: "Platsen är inte erbjuden.", en: "The slot is not offered.")
        case .clash:
            Phrase(
                sv: "Har redan en praktik eller ett förslag under de dagarna.",
                en: "Already has a placement or a proposal on those days.")
        case .noPlace:
            Phrase(sv: "Platsen är full under de dagarna.", en: "The slot is full on those days.")
        case .supervisorFull:
            Phrase(
                sv: "Platsens handledare tar inte emot fler under de dagarna.",
                en: "The slot's supervisor takes no more people on those days.")
        default:
            sentence(
                subject: Phrase(sv: "platsen", en: "the slot"), verbPlural: false)
        }
    }

    /// A sentence about all the free places that this alone keeps the person from.
    package func nearMiss(places: Int) -> Phrase {
        switch self {
        case .protected, .notOffered:
            phrase
        case .clash:
            Phrase(
                sv: "Har redan en praktik eller ett förslag de dagar som \(Quantity.freePlaces(places).sv) gäller.",
                en: "Already has a placement or a proposal on the days of \(Quantity.freePlaces(places).en).")
        case .noPlace:
            Phrase(
                sv: places == 1
                    ? "En plats som passar är full."
                    : "\(Quantity.capitalised(places).sv) platser som passar är fulla.",
                en: places == 1
                    ? "One slot that suits is full." : "\(Quantity.capitalised(places).en) slots that suit are full.")
        case .supervisorFull:
            Phrase(
                sv: "\(Quantity.sentence(Quantity.freePlaces(places).sv)) passar, men "
                    + (places == 1 ? "dess handledare" : "deras handledare") + " tar inte emot fler de dagarna.",
                en: "\(Quantity.sentence(Quantity.freePlaces(places).en)) "
                    + (places == 1 ? "suits, but its supervisor takes" : "suit, but their supervisors take")
                    + " no more people on those days.")
        default:
            sentence(subject: Quantity.freePlaces(places), verbPlural: places != 1)
        }
    }

    private func sentence(subject: Phrase, verbPlural: Bool) -> Phrase {
        let (asks, are) = verbPlural ? ("ask", "are") : ("asks", "is")
        switch self {
        case .dates(let days):
            let (weeks, rest) = days.quotientAndRemainder(dividingBy: 7)
            let span = rest == 0 ? Quantity.weeks(weeks) : Quantity.days(days)
            return Phrase(
                sv: "Har för få gemensamma dagar: \(subject.sv) kräver minst \(span.sv).",
                en: "Too few days in common: \(subject.en) \(asks) for at least \(span.en).")
        case .weekdays(let missing):
            func list(_ language: Language) -> String { missing.names(in: language).replacing(" ", with: ", ") }
            return Phrase(
                sv: "Kan inte \(list(.swedish)); \(subject.sv) kräver det.",
                en: "Cannot work \(list(.english)); \(subject.en) \(asks) for it.")
        case .hours(let asked, let available):
            return Phrase(
                sv: "Kan \(Quantity.hours(available).sv) om dagen; \(subject.sv) kräver \(Quantity.hours(asked).sv).",
                en: "Can work \(Quantity.hours(available).en) a day; "
                    + "\(subject.en) \(asks) for \(Quantity.hours(asked).en).")
        case .sfi(let required, let passed):
            return passed == .none
                ? Phrase(
                    sv: "Ingen godkänd SFI-kurs är känd; \(subject.sv) kräver \(required.rawValue).",
                    en: "No passed SFI course is known; \(subject.en) \(asks) for \(required.rawValue).")
                : Phrase(
                    sv: "Godkänd SFI \(passed.rawValue); \(subject.sv) kräver \(required.rawValue).",
                    en: "Passed SFI \(passed.rawValue); \(subject.en) \(asks) for \(required.rawValue).")
        case .licence(let missing):
            let list = Quantity.capitalised(Keyword.licences(missing))
            return Phrase(
                sv: "\(list.sv) saknas i uppgifterna; \(subject.sv) kräver det.",
                en: "\(list.en) \(missing.count == 1 ? "is" : "are") not on record; \(subject.en) \(asks) for it.")
        case .age(let required, let isKnown):
            return isKnown
                ? Phrase(
                    sv: "Under \(required) år den första dagen; \(subject.sv) kräver \(required) år.",
                    en: "Under \(required) on the first day; \(subject.en) \(asks) for \(required) years.")
                : Phrase(
                    sv: "Födelsedatum är okänt; \(subject.sv) kräver \(required) år.",
                    en: "Date of birth unknown; \(subject.en) \(asks) for \(required) years.")
        case .recordCheck:
            return Phrase(
                sv: "Utdrag ur belastningsregistret är inte visat; \(subject.sv) kräver det.",
                en: "Extract from the criminal records not shown; \(subject.en) \(asks) for it.")
        case .earmark(let referrer):
            return Phrase(
                sv: "\(Quantity.sentence(subject.sv)) är avsatt\(verbPlural ? "a" : "") för \(referrer).",
                en: "\(Quantity.sentence(subject.en)) \(are) kept for \(referrer).")
        case .purpose(let asked, let own):
            return own.map { own in
                Phrase(
                    sv: "Syftet är \(own.label.sv); \(subject.sv) är för \(asked.label.sv).",
                    en: "The purpose is \(own.label.en); \(subject.en) \(are) for \(asked.label.en).")
            }
                ?? Phrase(
                    sv: "Syftet är okänt; \(subject.sv) är för \(asked.label.sv).",
                    en: "The purpose is unknown; \(subject.en) \(are) for \(asked.label.en).")
        case .dormant:
            return Phrase(
                sv: "\(Quantity.sentence(subject.sv)) är vilande tills erbjudandet bekräftas.",
                en: "\(Quantity.sentence(subject.en)) \(are) dormant until the offer is confirmed.")
        case .supervisorUntrained:
            return Phrase(
                sv: "\(Quantity.sentence(subject.sv)) har en handledare som inte är utbildad till första dagen.",
                en:
                    "\(Quantity.sentence(subject.en)) \(verbPlural ? "have" : "has") a supervisor who is not trained by the "
                    + "first day.")
        case .protected, .notOffered, .clash, .noPlace, .supervisorFull:
            return phrase
        }
    }
}
