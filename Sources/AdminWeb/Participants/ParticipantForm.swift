import Domain
import Operations
import Store

/// The short form of a participant: reference, name, what they have passed, what they wish for, from when; the rest is folded.
/// Fields bear the names of the file's columns, so that a file's rules and sentences are the form's.
enum ParticipantForm {
    /// What the form lets one choose among.
    struct Choices: Sendable {
        /// Empty for a referrer, who has only the own one.
        let referrers: [Referrer]
        let own: Code?
        let slots: [SlotListRow]

        static func read(_ visit: Visit) async throws -> Choices {
            let actor = try visit.actor
            var free = SlotListFilter()
            free.freeOnly = true
            let slots = try await visit.operations.slotList(actor, free, by: .title, page: PageRequest(size: 200)).rows
            if actor.role == .referrer {
                return Choices(referrers: [], own: try await visit.operations.ownAccount(actor).referrer, slots: slots)
            }
            let referrers = try await visit.operations.referrers(actor)
            return Choices(
                referrers: referrers.sorted { SwedishOrder.isBefore($0.name.rawValue, $1.name.rawValue) }, own: nil,
                slots: slots)
        }
    }

    private static let wishes = ["wish_1", "wish_2", "wish_3"]
    private static let plain = [
        "given_name", "family_name", "sfi_passed", "available_from", "available_to", "birth_date", "sex", "email",
        "phone", "language", "hours_per_day", "priority", "purpose", "record_check_shown_on", "introduction_ended_on",
        "sfi_passed_on",
    ]

    /// The values as a file's row has them. A decimal comma is a file's as well; an identity number only where one is given.
    static func fields(_ form: FormData) -> [String: String] {
        var fields: [String: String] = [:]
        for name in plain { fields[name] = (form[name] ?? "").trimmingSpace().description }
        for name in ["licences", "areas", "weekdays", "occupations"] { fields[name] = form.listed(name) }
        var wished: [String] = []
        for name in wishes {
            if let slot = form[name], !slot.isEmpty, !wished.contains(slot) { wished.append(slot) }
        }
        fields["wishes"] = (wished + form.listed("more_wishes").split(separator: "|").map(String.init))
            .joined(separator: "|")
        fields["protected"] = form["protected"] == nil ? "no" : "yes"
        if let identity = form["identity"]?.trimmingSpace(), !identity.isEmpty {
            fields["identity"] = String(identity)
            fields["identity_type"] = form["identity_type"] ?? IdentityType.personnummer.rawValue
        }
        return fields
    }

    /// A record's values as the form shows them.
    static func values(_ one: Participant) -> FormData {
        var values = FormData()
        for (name, value) in one.fileFields { values.set(name, value) }
        values.set("licences", one.licences.map(\.rawValue).joined(separator: ", "))
        values.set("areas", one.areas.map(\.rawValue).joined(separator: ", "))
        values.set("occupations", one.occupations.map(\.rawValue).joined(separator: ", "))
        values.set("weekdays", all: one.weekdays.numbers.map(String.init))
        for (name, wish) in zip(wishes, one.wishes) { values.set(name, wish.rawValue) }
        values.set("more_wishes", one.wishes.dropFirst(3).map(\.rawValue).joined(separator: ", "))
        if one.protected { values.set("protected", "yes") }
        values.set("version", one.version.rawValue)
        return values
    }

    static var standard: FormData {
        var values = FormData()
        values.set("weekdays", all: ["1", "2", "3", "4", "5"])
        values.set("sex", Sex.unknown.rawValue)
        values.set("priority", "0")
        values.set("identity_type", IdentityType.personnummer.rawValue)
        return values
    }

    /// - Parameter isNew: the reference and referrer are chosen once.
    static func html(_ state: FormState, _ choices: Choices, isNew: Bool) -> HTML {
        let folded = foldedFields(choices, state)
        let isOpen = folded.contains { state.sentence(for: $0.name) != nil }
        return """
            \((isNew ? keyFields(choices) : []).map { $0.html(state) })\(shownFields(choices, state).map { $0.html(state) })
            <details class="more"\(" open", if: isOpen)><summary>\(sv: "Fler uppgifter", en: "More facts") \
            <span class="muted">\(sv: "(nummer, kontakt, tider, körkort)", en: "(number, contact, hours, licences)")</span></summary>
            \(folded.map { $0.html(state) })</details>
            """
    }

    static func all(_ choices: Choices, _ state: FormState) -> [Field] {
        keyFields(choices) + shownFields(choices, state) + foldedFields(choices, state)
    }

    private static func keyFields(_ choices: Choices) -> [Field] {
        var fields: [Field] = []
        if choices.own == nil {
            fields.append(
                Field(
                    "referrer", Phrase(sv: "Anvisare", en: "Referrer"),
                    .choice(
                        choices.referrers.map { .init($0.code.rawValue, name: $0.name.rawValue) },
                        prompt: Phrase(sv: "Välj anvisare", en: "Choose a referrer")), isRequired: true))
        }
        fields.append(
            Field(
                "reference", Phrase(sv: "Er referens", en: "Your reference"),
                hint: Phrase(
                    sv: "Ert eget nummer för personen, till exempel K-114. Inget personnummer.",
                    en: "Your own number for the person, such as K-114. No identity number."),
                .input(size: .medium), isRequired: true))
        return fields
    }

    private static func shownFields(_ choices: Choices, _ state: FormState) -> [Field] {
        [
            Field("given_name", Phrase(sv: "Förnamn", en: "Given name"), .input(size: .medium)),
            Field("family_name", Phrase(sv: "Efternamn", en: "Family name"), .input(size: .medium)),
            Field(
                "sfi_passed", Phrase(sv: "Högsta godkända SFI-kurs", en: "Highest SFI course passed"),
                .choice(
                    SFIPassed.allCases.filter { $0 != .none }.map { .init($0.rawValue, $0.label.capitalized) },
                    prompt: Phrase(sv: "Ingen än", en: "None yet"))),
            wish("wish_1", Phrase(sv: "Önskar helst", en: "Wishes most"), choices, state),
            wish("wish_2", Phrase(sv: "Önskar i andra hand", en: "Second wish"), choices, state),
            Field(
                "available_from", Phrase(sv: "Kan börja", en: "Can start"),
                hint: Phrase(sv: "Tomt är när som helst.", en: "Empty is any time."),
                .input(type: "date", size: .medium)),
        ]
    }

    /// A wish for a slot that is no longer free stays in the list it is chosen from.
    private static func wish(_ name: String, _ label: Phrase, _ choices: Choices, _ state: FormState) -> Field {
        var options = choices.slots.map { row in
            Field.Option(row.slot.code.rawValue, SlotPages.written(row.detail))
        }
        if let chosen = state.values[name], !chosen.isEmpty, !options.contains(where: { $0.value == chosen }) {
            options.append(Field.Option(chosen, name: chosen))
        }
        return Field(
            name, label, .choice(options, prompt: Phrase(sv: "Inget önskemål", en: "No wish")))
    }

    private static func foldedFields(_ choices: Choices, _ state: FormState) -> [Field] {
        [
            Field(
                "identity_type", Phrase(sv: "Slag av nummer", en: "Kind of number"),
                .choice(
                    IdentityType.allCases.filter { $0 != .none }.map { .init($0.rawValue, $0.label.capitalized) })),
            Field(
                "identity", Phrase(sv: "Identitetsnummer", en: "Identity number"),
                hint: Phrase(
                    sv: "ÅÅÅÅMMDD-NNNN. Lämnas tomt om det inte ska ändras.",
                    en: "YYYYMMDD-NNNN. Left empty if it is not to be changed."), .input(size: .medium)),
            Field("birth_date", Phrase(sv: "Född", en: "Born"), .input(type: "date", size: .medium)),
            Field(
                "sex", Phrase(sv: "Kön enligt handling", en: "Sex as on file"), .choice(Field.Option.all(of: Sex.self))),
            Field("email", Phrase(sv: "E-post", en: "E-mail"), .input(type: "email", size: .medium)),
            Field("phone", Phrase(sv: "Telefon", en: "Telephone"), .input(type: "tel", size: .medium)),
            Field("language", Phrase(sv: "Språk", en: "Language"), .input(size: .medium)),
            Field(
                "occupations", Phrase(sv: "Yrken", en: "Occupations"),
                hint: Phrase(
                    sv: "Yrkeskoder (SSYK), bäst först, med komma emellan: 9412, 9111.",
                    en: "Occupation codes (SSYK), best first, commas between: 9412, 9111."), .input(size: .medium)),
            wish("wish_3", Phrase(sv: "Önskar i tredje hand", en: "Third wish"), choices, state),
            Field(
                "more_wishes", Phrase(sv: "Fler önskade platser", en: "More slots wished for"),
                hint: Phrase(sv: "Platsernas koder, med komma emellan.", en: "The slots' codes, commas between."),
                .input(size: .medium)),
            Field(
                "available_to", Phrase(sv: "Tillgänglig till", en: "Available until"),
                .input(type: "date", size: .medium)),
            Field(
                "weekdays", Phrase(sv: "Veckodagar", en: "Weekdays"),
                .checks((1...7).map { .init(String($0), Weekdays(rawValue: 1 << UInt8($0 - 1)).label) })),
            Field(
                "hours_per_day", Phrase(sv: "Timmar om dagen", en: "Hours a day"),
                hint: Phrase(sv: "Tomt är heltid.", en: "Empty is full time."), .input(size: .short)),
            Field(
                "licences", Phrase(sv: "Körkort och bevis", en: "Licences"),
                hint: Phrase(sv: "Med komma emellan: B, AM.", en: "Commas between: B, AM."), .input(size: .medium)),
            Field(
                "areas", Phrase(sv: "Områden", en: "Areas"),
                hint: Phrase(
                    sv: "Dit personen kan ta sig; tomt är överallt.", en: "Where they can get to; empty is anywhere."),
                .input(size: .medium)),
            Field(
                "purpose", Phrase(sv: "Syfte", en: "Purpose"),
                .choice(Field.Option.all(of: SlotPurpose.self), prompt: Phrase(sv: "Inte sagt", en: "Not said"))),
            Field(
                "priority", Phrase(sv: "Prioritet", en: "Priority"),
                hint: Phrase(sv: "0–9, där 9 går först.", en: "0–9, where 9 goes first."), .number(0...9)),
            Field(
                "record_check_shown_on", Phrase(sv: "Registerutdrag visat", en: "Record extract shown"),
                .input(type: "date", size: .medium)),
            Field(
                "introduction_ended_on", Phrase(sv: "Etableringen slutade", en: "Introduction ended"),
                .input(type: "date", size: .medium)),
            Field(
                "sfi_passed_on", Phrase(sv: "SFI-kursen godkänd den dagen", en: "SFI course passed on the day"),
                .input(type: "date", size: .medium)),
            Field("protected", Phrase(sv: "Skyddade personuppgifter", en: "Protected identity"), .check),
        ]
    }
}
