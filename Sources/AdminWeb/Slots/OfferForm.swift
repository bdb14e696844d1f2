import Domain
import Operations

/// The short form that offers a slot: what, when, how many, how long a day, which Swedish, who looks after; the rest is
/// folded, with values that suit most.
enum OfferForm {
    /// Reads a slot; nil, with what is wrong in the reader, where something is.
    /// - Parameter unit: the only unit the visitor has, which the form then does not ask for.
    static func read(_ reader: inout FormReader, _ visit: Visit, unit: Code?) throws -> Slot? {
        let title = reader.required("title") { try Line($0) }
        let period = reader.required("when") { try Period(written: $0, today: visit.today) }
        let places = reader.number("places", in: 1...500)
        let hours = reader.optional("hours") { try WorkHours($0) }
        let sfi = reader.optionalChoice("sfi", SFICourse.self)
        let supervisor = reader.optional("supervisor") { try Code($0) }
        let unit = unit ?? reader.required("unit") { try Code($0) }
        let kind = reader.choice("kind", SlotKind.self)
        let purpose = reader.optionalChoice("purpose", SlotPurpose.self)
        let weekdays = reader.list("weekdays") { try Weekdays($0) }.reduce(into: Weekdays()) { $0.formUnion($1) }
        let licences = reader.list("licences") { try Keyword($0) }
        let minimumAge = reader.optionalNumber("minimum_age", in: Slot.minimumAges)
        let earmark = reader.optional("earmark") { try Code($0) }
        let urgency = reader.choice("urgency", Urgency.self)
        let area = reader.optional("area") { try Keyword($0) }
        guard reader.faults.isEmpty, let title, let period, let places, let unit, let kind, let urgency else {
            return nil
        }
        let occupation = Occupations.named(title.rawValue)
        return Slot(
            municipality: try visit.actor.municipality, code: try Code("new"), unit: unit, title: title,
            ssyk: occupation, kind: kind, purpose: purpose, period: period, places: try Capacity(places),
            hoursPerDay: hours, weekdays: weekdays.isEmpty ? .mondayToFriday : weekdays, sfiRequired: sfi,
            licences: licences, minimumAge: minimumAge, recordCheck: reader.isChecked("record_check"),
            earmark: earmark, supervisor: supervisor, urgency: urgency,
            permanentPost: reader.isChecked("permanent_post"), area: area, state: .offered, offeredOn: visit.today)
    }

    /// What a new form begins with.
    static var standard: FormData {
        var values = FormData()
        values.set("places", "1")
        values.set("hours", "6")
        values.set("kind", SlotKind.arbetspraktik.rawValue)
        values.set("urgency", Urgency.normal.rawValue)
        values.set("weekdays", all: ["1", "2", "3", "4", "5"])
        return values
    }

    /// What the form shows of a slot that is there.
    static func values(of slot: Slot, for period: Period? = nil) -> FormData {
        var values = FormData()
        values.set("title", slot.title.rawValue)
        values.set("unit", slot.unit.rawValue)
        values.set("when", (period ?? slot.period).written)
        values.set("places", String(slot.places.rawValue))
        values.set("hours", slot.hoursPerDay?.formatted(decimal: ","))
        values.set("sfi", slot.sfiRequired?.rawValue)
        values.set("supervisor", slot.supervisor?.rawValue)
        values.set("kind", slot.kind.rawValue)
        values.set("purpose", slot.purpose?.rawValue)
        values.set("weekdays", all: slot.weekdays.numbers.map { String($0) })
        values.set("licences", slot.licences.map(\.rawValue).joined(separator: ", "))
        values.set("minimum_age", slot.minimumAge.map { String($0) })
        values.set("record_check", slot.recordCheck ? "yes" : nil)
        values.set("earmark", slot.earmark?.rawValue)
        values.set("urgency", slot.urgency.rawValue)
        values.set("permanent_post", slot.permanentPost ? "yes" : nil)
        values.set("area", slot.area?.rawValue)
        return values
    }

    static func html(_ state: FormState, _ choices: OfferChoices) -> HTML {
        let shown = shownFields(choices).map { $0.html(state) }
        let folded = foldedFields(choices)
        let isOpen = folded.contains { state.sentence(for: $0.name) != nil }
        let names = Occupations.all.map { occupation -> HTML in "<option value=\"\(occupation.name)\"></option>" }
        return """
            \(shown)<datalist id="occupations">\(names)</datalist>
            <details class="more"\(" open", if: isOpen)><summary>\(sv: "Fler krav", en: "More requirements") \
            <span class="muted">\(sv: "(slag, körkort, ålder, dagar)", en: "(kind, licences, age, days)")</span></summary>
            \(folded.map { $0.html(state) })</details>
            """
    }

    static func fields(_ choices: OfferChoices) -> [Field] { shownFields(choices) + foldedFields(choices) }

    private static func shownFields(_ choices: OfferChoices) -> [Field] {
        var fields: [Field] = [
            Field(
                "title", Phrase(sv: "Vad för slags arbete", en: "What kind of work"),
                hint: Phrase(
                    sv: "Skriv de första bokstäverna och välj yrket, eller skriv fritt.",
                    en: "Type the first letters and choose the occupation, or write freely."),
                .input(list: "occupations"), isRequired: true)
        ]
        if choices.units.count != 1 {
            fields.append(
                Field(
                    "unit", Phrase(sv: "Var", en: "Where"),
                    .choice(
                        choices.units.map { .init($0.code.rawValue, name: $0.name.rawValue) },
                        prompt: Phrase(sv: "Välj enhet", en: "Choose a unit")), isRequired: true))
        }
        fields += [
            Field(
                "when", Phrase(sv: "När", en: "When"),
                hint: Phrase(
                    sv: "Veckor eller datum: v. 10–22, eller 2027-03-08 – 2027-06-04.",
                    en: "Weeks or dates: weeks 10–22, or 2027-03-08 – 2027-06-04."),
                .input(size: .medium), isRequired: true),
            Field(
                "places", Phrase(sv: "Hur många samtidigt", en: "How many at a time"), .number(1...500),
                isRequired: true),
            Field(
                "hours", Phrase(sv: "Timmar om dagen", en: "Hours a day"),
                hint: Phrase(sv: "Tomt är heltid.", en: "Empty is full time."), .input(size: .short)),
            Field(
                "sfi", Phrase(sv: "SFI-kurs som ska vara godkänd", en: "SFI course that must be passed"),
                .choice(Field.Option.all(of: SFICourse.self), prompt: Phrase(sv: "Ingen", en: "None"))),
            Field(
                "supervisor", Phrase(sv: "Handledare", en: "Supervisor"),
                .choice(
                    choices.supervisors.map { .init($0.code.rawValue, name: $0.name.rawValue) },
                    prompt: Phrase(sv: "Inte bestämt", en: "Not settled"))),
        ]
        return fields
    }

    private static func foldedFields(_ choices: OfferChoices) -> [Field] {
        [
            Field(
                "kind", Phrase(sv: "Slag", en: "Kind"), .choice(Field.Option.all(of: SlotKind.self)), isRequired: true),
            Field(
                "purpose", Phrase(sv: "Syfte", en: "Purpose"),
                .choice(Field.Option.all(of: SlotPurpose.self), prompt: Phrase(sv: "Vilket som helst", en: "Any"))),
            Field(
                "weekdays", Phrase(sv: "Veckodagar", en: "Weekdays"),
                .checks((1...7).map { .init(String($0), Weekdays(rawValue: 1 << UInt8($0 - 1)).label) })),
            Field(
                "licences", Phrase(sv: "Körkort", en: "Licences"),
                hint: Phrase(
                    sv: "Med komma emellan, till exempel B, AM.", en: "Separated by commas, for example B, AM."),
                .input(size: .medium)),
            Field("minimum_age", Phrase(sv: "Lägsta ålder", en: "Minimum age"), .number(Slot.minimumAges)),
            Field(
                "record_check",
                Phrase(
                    sv: "Utdrag ur belastningsregistret ska visas",
                    en: "An extract from the criminal records must be shown"),
                .check),
            Field(
                "earmark", Phrase(sv: "Bara för en anvisare", en: "For one referrer only"),
                .choice(
                    choices.referrers.map { .init($0.code.rawValue, name: $0.name.rawValue) },
                    prompt: Phrase(sv: "Alla", en: "All"))),
            Field(
                "urgency", Phrase(sv: "Hur bråttom", en: "Urgency"), .choice(Field.Option.all(of: Urgency.self)),
                isRequired: true),
            Field(
                "permanent_post",
                Phrase(sv: "Det finns en tjänst bakom platsen", en: "There is a post behind the slot"),
                hint: Phrase(
                    sv: "Den som gör praktiken kan söka den.", en: "Whoever does the placement can apply for it."),
                .check),
            Field("area", Phrase(sv: "Område", en: "Area"), .input(size: .medium)),
        ]
    }
}

/// What the offer form lets one choose among: the visitor's own.
struct OfferChoices: Sendable {
    let units: [OrganisationUnit]
    let supervisors: [Supervisor]
    let referrers: [Referrer]

    static func read(_ visit: Visit) async throws -> OfferChoices {
        let actor = try visit.actor
        let today = visit.today
        let units = try await visit.operations.ownUnits(actor).filter { $0.validTo.map { $0 >= today } ?? true }
        return OfferChoices(
            units: units.inSwedishOrder,
            supervisors: try await visit.operations.supervisors(actor).sorted {
                SwedishOrder.isBefore($0.name.rawValue, $1.name.rawValue)
            },
            referrers: try await visit.operations.referrers(actor).sorted {
                SwedishOrder.isBefore($0.name.rawValue, $1.name.rawValue)
            })
    }

    /// The only unit there is to choose, which is then not asked for.
    var onlyUnit: Code? { units.count == 1 ? units[0].code : nil }
}

extension Weekdays {
    /// `mån–fre`, `Mon–Fri`; `mån, ons`, `Mon, Wed`.
    var label: Phrase { Phrase(sv: label(in: .swedish), en: label(in: .english)) }

    private func label(in language: Language) -> String {
        let names = names(in: language).split(separator: " ").map(String.init)
        let isUnbroken = zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
        guard isUnbroken, let first = names.first, let last = names.last, names.count > 2 else {
            return names.joined(separator: ", ")
        }
        return "\(first)–\(last)"
    }
}
