import Domain
import StrictJSON

/// What a new participant is made of; the same names as in the files, and held to the same rules.
enum ParticipantInput {
    static let referrer = InputField("referrer", Code.self, "The referrer's code.")
    static let reference = InputField("reference", Code.self, "The referrer's own key of the person.")

    private static let others: [APIProperty] = [
        InputField("identity_type", IdentityType.self, "What kind of number identifies the person.")
            .optional(default: "none"),
        InputField("identity", Keyword.self, "The number.").optional,
        InputField("birth_date", Day.self, "Where the number does not say.").optional,
        InputField("sex", Sex.self, "Where the number does not say.").optional,
        InputField("given_name", Line.self, "The given name.").optional,
        InputField("family_name", Line.self, "The family name.").optional,
        InputField("email", EmailAddress.self, "Where the person is reached.").optional,
        InputField("phone", Line.self, "Where the person is reached.").optional,
        InputField("language", Line.self, "The person's language.").optional,
        InputField("protected", Bool.self, "Whether the identity is protected.").optional(default: false),
        InputField("sfi_passed", SFIPassed.self, "The highest SFI course passed.").optional(default: "none"),
        InputField("licences", [Keyword].self, "The person's licences.").optional(default: []),
        InputField("record_check_shown_on", Day.self, "When an extract from the criminal records was shown.")
            .optional,
        InputField("occupations", [SSYK].self, "Occupations sought by SSYK 2012, best first.").optional(default: []),
        InputField("wishes", [Code].self, "Slots wished for, best first.").optional(default: []),
        InputField("available_from", Day.self, "The first day.").optional,
        InputField("available_to", Day.self, "The last day.").optional,
        InputField("weekdays", Weekdays.self, "1 is Monday, 7 Sunday.").optional(default: [1, 2, 3, 4, 5]),
        InputField("hours_per_day", WorkHours.self, "Hours a day; left out it is full time.").optional,
        InputField("areas", [Keyword].self, "Where the person can work; left out it is anywhere.")
            .optional(default: []),
        InputField("priority", PriorityGroup.self, "The priority group; 9 goes first.").optional(default: 0),
        InputField("purpose", SlotPurpose.self, "What the placement is for.").optional,
        InputField("registered_on", Day.self, "When the person was referred; left out, today.").optional,
        InputField("introduction_ended_on", Day.self, "When the introduction ended.").optional,
        InputField("sfi_passed_on", Day.self, "When the course in sfi_passed was passed.").optional,
    ]

    static let schema = APISchema.named(
        "NewParticipant", "A new participant.", [referrer.required, reference.required] + others)

    static let change = APISchema.named(
        "ParticipantChange", "What is to be different.",
        others.map { property in
            var schema = property.schema.orNull
            schema.preset = nil
            return APIProperty(property.name, schema, isRequired: false)
        })

    /// The values as a file's cells; null is an empty one where that is asked for, else as if it were left out.
    static func fields(_ body: RequestBody, emptying: Bool = false) -> [String: String] {
        var fields: [String: String] = [:]
        for property in others {
            guard let value = body.json[property.name] else { continue }
            if let cell = cell(property.name, value) {
                fields[property.name] = cell
            } else if emptying {
                fields[property.name] = ""
            }
        }
        return fields
    }

    private static func cell(_ name: String, _ value: JSON) -> String? {
        // The one word that the files leave out; anywhere else it is what somebody wrote.
        name == "sfi_passed" && value.text == SFIPassed.none.rawValue ? nil : cell(value)
    }

    private static func cell(_ value: JSON) -> String? {
        switch value {
        case .null, .object: nil
        case .bool(let flag): flag ? "yes" : "no"
        case .integer(let number): String(number)
        // Hours are the only number with a fraction, and have two decimals at most.
        case .number(let number): (try? WorkHours(api: .number(number)))?.description ?? "\(number)"
        case .string(let text): text
        case .array(let elements): elements.compactMap(cell).joined(separator: "|")
        }
    }
}

/// 9 goes first.
struct PriorityGroup: BoundedNumber {
    static let range = 0...9
    let number: Int
}
