import Domain
import FoundationEssentials
import HTTPTypes
import Operations
import Store

/// A participant's courses on the participant's page: listed, added, removed.
enum CoursePages {
    static func add(_ visit: Visit) async throws -> PageAnswer {
        let (referrer, reference) = (try visit.code("referrer"), try visit.code("reference"))
        var reader = FormReader(visit.form)
        let name = reader.required("name") { try Line($0) }
        let from = reader.required("from") { try Day($0) }
        let to = reader.required("to") { try Day($0) }
        let weekdays = reader.list("weekdays") { try Weekdays($0) }.reduce(into: Weekdays()) { $0.formUnion($1) }
        let hours = reader.optional("hours") { try Course.Hours($0) }
        if let from, let to, from > to { reader.fault("to", ValueError.periodReversed.phrase) }
        if reader.faults.isEmpty, let name, let from, let to {
            let course = Course(
                name: name, period: try Period(from: from, to: to),
                weekdays: weekdays.isEmpty ? .mondayToFriday : weekdays, hours: hours)
            do {
                _ = try await visit.operations.addCourse(
                    visit.actor, referrer: referrer, reference: reference, course)
                return .redirect(
                    ParticipantPages.path(referrer, reference),
                    Phrase(sv: "Kursen är tillagd.", en: "The course is added."))
            } catch let refusal as Refusal where refusal.isAboutInput {
                reader.fault("name", refusal.phrase)
            }
        }
        return .page(try await ParticipantPage.page(visit, reader.state), status: .unprocessableContent)
    }

    static func remove(_ visit: Visit) async throws -> PageAnswer {
        let (referrer, reference) = (try visit.code("referrer"), try visit.code("reference"))
        guard let id = visit.parameters["id"].flatMap({ UUID(uuidString: $0) }) else { throw WebFault.notFound }
        try await visit.operations.removeCourse(
            visit.actor, referrer: referrer, reference: reference, Identifier(id))
        return .redirect(
            ParticipantPages.path(referrer, reference),
            Phrase(sv: "Kursen är borttagen.", en: "The course is removed."))
    }

    static func section(
        _ visit: Visit, _ participant: Participant, _ courses: [Stored<Course>], _ state: FormState
    ) -> HTML {
        let path = ParticipantPages.path(participant) + "/courses"
        let rows = courses.map { stored -> HTML in
            let one = stored.record
            let remove =
                visit.may(.changeParticipant)
                ? Form.button(
                    visit, "\(path)/\(stored.id)/remove", Phrase(sv: "Ta bort", en: "Remove"), row: one.name.rawValue)
                : .empty
            return """
                <li><p><strong>\(one.name)</strong> \(.period(one.period)), \(one.weekdays.label)\
                \(one.hours.map { ", \($0.description)" } ?? HTML.empty)</p> \(remove)</li>
                """
        }
        let list: HTML =
            rows.isEmpty
            ? "<p class=\"muted\">\(sv: "Ingen kurs är antecknad.", en: "No course is recorded.")</p>"
            : "<ul class=\"work\">\(rows)</ul>"
        return """
            <section class="card"><h2>\(sv: "Kurser", en: "Courses")</h2>
            <p class="small muted">\(sv: "Praktik på samma tider stoppas innan den överenskoms.", en: "A placement at the same hours is stopped before it is agreed.")</p>
            \(list)\(visit.may(.changeParticipant) ? adding(visit, path, state) : .empty)</section>
            """
    }

    private static func adding(_ visit: Visit, _ path: String, _ state: FormState) -> HTML {
        let fields: [Field] = [
            Field("name", Phrase(sv: "Kurs", en: "Course"), isRequired: true),
            Field(
                "from", Phrase(sv: "Första dagen", en: "First day"), .input(type: "date", size: .medium),
                isRequired: true),
            Field(
                "to", Phrase(sv: "Sista dagen", en: "Last day"), .input(type: "date", size: .medium), isRequired: true),
            Field(
                "weekdays", Phrase(sv: "Veckodagar", en: "Weekdays"),
                hint: Phrase(sv: "Inga är måndag till fredag.", en: "None is Monday to Friday."),
                .checks((1...7).map { .init(String($0), Weekdays(rawValue: 1 << UInt8($0 - 1)).label) })),
            Field(
                "hours", Phrase(sv: "Tider", en: "Hours"),
                hint: Phrase(
                    sv: "Till exempel 09:00-12:00. Utan tider varnas det bara.",
                    en: "For example 09:00-12:00. Without them there is only a warning."), .input(size: .medium)),
        ]
        let form = Form(
            action: path, state: state, button: Phrase(sv: "Lägg till kursen", en: "Add the course"), isMain: false)
        return """
            <details class="more"\(" open", if: !state.faults.isEmpty)>\
            <summary>\(sv: "Lägg till en kurs…", en: "Add a course…")</summary>\(form.html(visit, fields))</details>
            """
    }
}
