import FoundationEssentials

/// What a row of a snapshot says, read to be compared and shown.
struct SnapshotRowContent: Decodable, Hashable {
    struct Outcome: Decodable, Hashable {
        let code: String
        let checkedOn: String
        let status: String
        let employer, form, from, to: String?

        enum CodingKeys: String, CodingKey {
            case code, status, employer, form, from, to
            case checkedOn = "checked_on"
        }

        var text: String {
            [code, checkedOn, status, employer, form, from, to].compactMap(\.self).joined(separator: " ")
        }
    }

    let what: String
    let slot, title, placement, unit, referrer, sex, age, sfi, kind, purpose, occupation, urgency: String?
    let unitName: String?
    let person: Int?
    let from, to, state, startedOn, endedOn: String?
    let places, minutesPerDay, daysToStart: Int?
    let outcomes: [Outcome]?
    let counts: [String: Int]

    enum CodingKeys: String, CodingKey {
        case what, slot, title, placement, unit, referrer, sex, age, sfi, kind, purpose, occupation, urgency, person
        case from, to, state, places, outcomes, counts
        case unitName = "unit_name"
        case startedOn = "started_on"
        case endedOn = "ended_on"
        case minutesPerDay = "minutes_per_day"
        case daysToStart = "days_to_start"
    }

    init(_ text: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    }

    /// What stands in it, by name, but for the person's number and the unit's name, which tell of others too.
    var fields: [(name: String, value: String)] {
        let fields: [(String, String?)] = [
            ("slot", slot), ("title", title), ("unit", unit), ("referrer", referrer), ("sex", sex), ("age", age),
            ("sfi", sfi), ("kind", kind), ("purpose", purpose), ("occupation", occupation), ("urgency", urgency),
            ("from", from), ("to", to), ("state", state), ("started_on", startedOn), ("ended_on", endedOn),
            ("places", places.map(String.init)), ("minutes_per_day", minutesPerDay.map(String.init)),
            ("days_to_start", daysToStart.map(String.init)),
            ("outcomes", outcomes.map { $0.map(\.text).joined(separator: ", ") }),
        ]
        return fields.compactMap { name, value in value.map { (name, $0) } }
    }
}
