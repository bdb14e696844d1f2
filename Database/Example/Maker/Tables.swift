import Domain

let municipality = "1485"

/// A file of the example, in the columns that `praktik import` reads.
struct Table {
    var kind: String
    var columns: [String]
    var rows: [[String]]

    var text: String {
        ([columns] + rows).map { $0.map(Self.cell).joined(separator: ";") + "\n" }.joined()
    }

    private static func cell(_ text: String) -> String {
        guard text.contains(where: { $0 == ";" || $0 == "\"" || $0 == "\n" }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

/// The example of a year: the three years up to its round day, as they stood on that day.
struct Example {
    let today: Day
    private let years: [ExampleYear]
    private let carriedOver: [MadeSlot]
    private let span: ClosedRange<Int>

    init(year: Int) {
        today = roundDay(year)
        span = year - 2...year
        years = span.map(ExampleYear.init)
        carriedOver = makeSlots(year - 3).filter { $0.term == .winter }
    }

    /// In the order in which they can be imported.
    var tables: [Table] { [undertakings, slots, participants, placements, outcomes] }

    private var undertakings: Table {
        Table(
            kind: "undertakings",
            columns: words(
                "municipality code document section number unit text measure target baseline earmark from to cadence rule"
            ),
            rows: exampleUndertakings(span))
    }

    private var slots: Table {
        Table(
            kind: "slots",
            columns: words(
                "municipality code unit title ssyk kind purpose from to places hours_per_day weekdays sfi_required licences "
                    + "minimum_age record_check earmark supervisor urgency permanent_post area state offered_on withdrawn_on "
                    + "withdrawn_reason"),
            rows: (carriedOver + years.flatMap(\.slots)).map(row))
    }

    private func row(_ slot: MadeSlot) -> [String] {
        let line = slot.line
        let state = slot.state(on: today)
        let withdrawn = state == .withdrawn
        return [
            municipality, slot.code, line.unit, line.title, line.ssyk, line.kind.rawValue, text(line.purpose),
            text(slot.from), text(slot.to), String(slot.places), hours(line.minutes), line.weekdays.description,
            text(line.sfi), list(line.licences), line.age.map(String.init) ?? "", yesNo(line.recordCheck), line.earmark,
            line.supervisor, line.urgency.rawValue, yesNo(line.permanent), line.area, state.rawValue,
            text(slot.offeredOn), withdrawn ? text(slot.withdrawnOn) : "", withdrawn ? slot.withdrawnReason : "",
        ]
    }

    private var participants: Table {
        Table(
            kind: "participants",
            columns: words(
                "municipality referrer reference identity_type identity birth_date sex given_name family_name email phone "
                    + "language protected sfi_passed licences record_check_shown_on occupations wishes available_from "
                    + "available_to weekdays hours_per_day areas priority purpose registered_on introduction_ended_on"),
            rows: years.flatMap(\.participants).map(row))
    }

    private func row(_ participant: MadeParticipant) -> [String] {
        let person = participant.person
        // The identity says when the person was born and of which sex; saying it twice could only disagree.
        let numbered = [.personnummer, .samordningsnummer].contains(person.identityType)
        return [
            municipality, participant.referrer, participant.reference, person.identityType.rawValue, person.identity,
            numbered ? "" : text(person.birth), numbered ? "" : person.sex.rawValue, person.givenName,
            person.familyName,
            person.protected ? "" : "\(participant.reference.lowercased())@deltagare.example", participant.phone,
            participant.language, yesNo(person.protected),
            participant.sfi == .none ? "" : participant.sfi.rawValue, list(participant.licences),
            text(participant.recordCheckShownOn), list(participant.occupations), list(participant.wishes),
            text(participant.availableFrom), text(participant.availableTo), participant.weekdays.description,
            hours(participant.minutes), list(participant.areas), String(participant.priority),
            text(participant.purpose), text(participant.registeredOn), text(participant.introductionEndedOn),
        ]
    }

    private var placements: Table {
        Table(
            kind: "placements",
            columns: words("municipality code referrer participant slot from to state state_on reason"),
            rows: years.flatMap(\.placements).compactMap { placement in
                placement.state(on: today).map { event in
                    [
                        municipality, placement.code, placement.participant.referrer, placement.participant.reference,
                        placement.slot.code, text(placement.from), text(placement.to), event.state.rawValue,
                        text(event.day), event.reason,
                    ]
                }
            })
    }

    private var outcomes: Table {
        Table(
            kind: "outcomes",
            columns: words(
                "municipality code placement referrer participant checked_on status employer form subsidised from to "
                    + "student_aid source"),
            rows: years.flatMap(\.outcomes).filter { $0.checkedOn <= today }.map { outcome in
                [
                    municipality, outcome.code, outcome.placement, outcome.referrer, outcome.participant,
                    text(outcome.checkedOn), outcome.status.rawValue, text(outcome.employer), text(outcome.form),
                    text(outcome.subsidised), text(outcome.from), text(outcome.to), text(outcome.studentAid),
                    outcome.source.rawValue,
                ]
            })
    }
}

private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
private func text(_ day: Day?) -> String { day?.description ?? "" }
private func text(_ value: (some Vocabulary)?) -> String { value?.rawValue ?? "" }
private func list(_ values: [String]) -> String { values.joined(separator: "|") }
private func yesNo(_ value: Bool) -> String { value ? "yes" : "no" }

/// Hours with a decimal comma, as spreadsheets here write them.
private func hours(_ minutes: Int) -> String {
    (try? WorkHours(minutes: minutes))?.formatted(decimal: ",") ?? ""
}
