import Domain
import StrictJSON

/// What a new slot is made of; the same names as in the files.
enum SlotInput {
    static let code = InputField("code", Code.self, "The slot's key, yours to choose.")
    static let unit = InputField("unit", Code.self, "The host unit's code.")
    static let title = InputField("title", Line.self, "What one does there.")
    static let from = InputField("from", Day.self, "The first day.")
    static let to = InputField("to", Day.self, "The last day.")
    static let places = InputField("places", Capacity.self, "How many people on one day.")
    static let kind = InputField("kind", SlotKind.self, "What kind of placement it is.")
    static let ssyk = InputField("ssyk", SSYK.self, "The occupation by SSYK 2012.")
    static let purpose = InputField("purpose", SlotPurpose.self, "What it is for; left out it suits every purpose.")
    static let hours = InputField("hours_per_day", WorkHours.self, "Hours a day; left out it is full time.")
    static let weekdays = InputField("weekdays", Weekdays.self, "1 is Monday, 7 Sunday.")
    static let sfi = InputField("sfi_required", SFICourse.self, "The SFI course one must have passed.")
    static let licences = InputField("licences", [Keyword].self, "The licences one must have.")
    static let age = InputField("minimum_age", Age.self, "In years, on the first day.")
    static let check = InputField("record_check", Bool.self, "An extract from the criminal records must be shown.")
    static let earmark = InputField("earmark", Code.self, "The referrer it is kept for.")
    static let supervisor = InputField("supervisor", Code.self, "The supervisor's code.")
    static let urgency = InputField("urgency", Urgency.self, "How urgent it is to fill.")
    static let post = InputField("permanent_post", Bool.self, "Whether a permanent post stands behind it.")
    static let area = InputField("area", Keyword.self, "Where in the municipality.")
    static let draft = InputField("draft", Bool.self, "Keep it as a draft instead of offering it at once.")

    static let schema = APISchema.named(
        "NewSlot", "A new slot: what, where, when and how many; the rest has sensible defaults.",
        [
            code.required, unit.required, title.required, from.required, to.required,
            places.optional(default: 1), kind.optional(default: "arbetspraktik"), ssyk.optional, purpose.optional,
            hours.optional, weekdays.optional(default: [1, 2, 3, 4, 5]), sfi.optional, licences.optional(default: []),
            age.optional, check.optional(default: false), earmark.optional, supervisor.optional,
            urgency.optional(default: "normal"), post.optional(default: false), area.optional,
            draft.optional(default: false),
        ])

    static let change = APISchema.named(
        "SlotChange", "A slot as it is to be, all of it; what is left out is as for a new one.",
        [
            unit.required, title.required, from.required, to.required, places.required, kind.required, ssyk.optional,
            purpose.optional, hours.optional, weekdays.optional(default: [1, 2, 3, 4, 5]), sfi.optional,
            licences.optional(default: []), age.optional, check.optional(default: false), earmark.optional,
            supervisor.optional, urgency.optional(default: "normal"), post.optional(default: false), area.optional,
        ])

    /// What the body says in place of what the slot says; its state is not the body's to say.
    static func apply(_ body: RequestBody, to slot: inout Slot) throws {
        slot = try Self.slot(body, slot.municipality, code: slot.code, today: .earliest)
    }

    static func slot(_ body: RequestBody, _ municipality: MunicipalityCode, today: Day) throws -> Slot {
        try slot(body, municipality, code: try body(code), today: today)
    }

    private static func slot(_ body: RequestBody, _ municipality: MunicipalityCode, code: Code, today: Day) throws
        -> Slot
    {
        let isDraft = try body[draft] ?? false
        return Slot(
            municipality: municipality, code: code, unit: try body(unit), title: try body(title),
            ssyk: try body[ssyk], kind: try body[kind] ?? .arbetspraktik, purpose: try body[purpose],
            period: try period(body), places: try body[places] ?? Capacity(1), hoursPerDay: try body[hours],
            weekdays: try body[weekdays] ?? .mondayToFriday, sfiRequired: try body[sfi],
            licences: try body[licences] ?? [], minimumAge: try body[age]?.number,
            recordCheck: try body[check] ?? false, earmark: try body[earmark], supervisor: try body[supervisor],
            urgency: try body[urgency] ?? .normal, permanentPost: try body[post] ?? false, area: try body[area],
            state: isDraft ? .draft : .offered, offeredOn: isDraft ? nil : today)
    }

    private static func period(_ body: RequestBody) throws -> Period {
        do {
            return try Period(from: try body(from), to: try body(to))
        } catch let error as ValueError {
            throw Problem.invalid([APIFault(pointer: "/to", sentence: error.phrase)])
        }
    }
}

/// Years of age that a slot may ask for.
struct Age: BoundedNumber {
    static let range = Slot.minimumAges
    let number: Int
}
