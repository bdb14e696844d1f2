import Domain
import FoundationEssentials
import HTTPTypes
import Operations
import Store

/// The accessibility statement with a form for what does not work, open to anybody, and the reports for whoever handles them.
enum AccessibilityPages {
    static let routes: [PageRoute] = [
        .get("/accessibility", .anybody, show),
        .post("/accessibility", .anybody, report),
        .get("/accessibility/reports", .may(.manageFaultReports), reports),
        .post("/accessibility/reports/:id", .may(.manageFaultReports), handle),
    ]

    private static let title = Phrase(sv: "Tillgänglighet", en: "Accessibility")

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        .page(page(visit, FormState()))
    }

    private static func report(_ visit: Visit) async throws -> PageAnswer {
        var reader = FormReader(visit.form)
        let problem = reader.required("problem") { $0 }
        let page = reader.optional("page") { try Line($0) }
        let contact = reader.optional("contact") { try Line($0) }
        let municipality = visit.municipality ?? reader.required("municipality") { try MunicipalityCode($0) }
        if let problem, let municipality, reader.faults.isEmpty {
            let actor = visit.who?.actor ?? Actor(name: "visitor", role: .visitor, municipality: municipality)
            do {
                try await visit.operations.reportFault(actor, page: page, problem: problem, contact: contact)
                return .redirect(
                    "/accessibility",
                    Phrase(
                        sv: "Tack. Anmälan är sparad och kommunen tittar på den.",
                        en: "Thank you. The report is kept and the municipality will look at it."))
            } catch let refusal as Refusal {
                try reader.take(refusal)
            }
        }
        return .page(Self.page(visit, reader.state), status: .unprocessableContent)
    }

    private static func page(_ visit: Visit, _ state: FormState) -> Page {
        var fields = [
            Field(
                "problem", Phrase(sv: "Vad fungerar inte?", en: "What does not work?"),
                hint: Phrase(
                    sv: "Skriv inga personnummer och inga namn på andra.",
                    en: "Write no identity numbers and no names of others."), .text(rows: 5), isRequired: true),
            Field(
                "page", Phrase(sv: "På vilken sida?", en: "On which page?"), .input(size: .medium)),
            Field(
                "contact", Phrase(sv: "Hur når vi dig?", en: "How do we reach you?"),
                hint: Phrase(
                    sv: "Bara om du vill ha svar: e-post eller telefon.",
                    en: "Only if you want an answer: e-mail or telephone."),
                .input(size: .medium)),
        ]
        if visit.municipality == nil {
            fields.insert(
                Field(
                    "municipality", Phrase(sv: "Kommunens kod", en: "The municipality's code"), .input(size: .short),
                    isRequired: true), at: 0)
        }
        let form = Form(
            action: "/accessibility", state: state, button: Phrase(sv: "Skicka anmälan", en: "Send the report"))
        let list: HTML =
            visit.may(.manageFaultReports)
            ? "<p><a href=\"/accessibility/reports\">\(sv: "Inkomna anmälningar", en: "Reports received")</a></p>"
            : .empty
        return Page(
            title, isFaulty: !state.faults.isEmpty,
            """
            <p class="lead">\(sv: "Praktik ska kunna användas av alla: med tangentbord, skärmläsare, förstoring, utan skript och på en liten skärm.", en: "Praktik is to be usable by everybody: by keyboard, with a screen reader, enlarged, without scripts and on a small screen.")</p>
            <h2>\(sv: "Hur tillgänglig tjänsten är", en: "How accessible the service is")</h2>
            <p>\(sv: "Sidorna är byggda för att följa lagen om tillgänglighet till digital offentlig service, det vill säga WCAG 2.1 på nivå AA (EN 301 549). Varje sida prövas automatiskt på svenska och engelska, på bred och smal skärm, i ljust och mörkt.", en: "The pages are built to meet the Act on Accessibility to Digital Public Service, that is WCAG 2.1 level AA (EN 301 549). Every page is tested automatically in Swedish and English, on wide and narrow screens, light and dark.")</p>
            <h2>\(sv: "Kända brister", en: "Known faults")</h2>
            <p>\(sv: "Vi känner inte till några just nu. Prövningen är till större delen automatisk och hittar inte allt.", en: "We know of none at present. Most of the testing is automatic and does not find everything.")</p>
            <h2>\(sv: "Tillsyn", en: "Supervision")</h2>
            <p>\(sv: "Myndigheten för digital förvaltning har tillsyn över lagen. Du kan anmäla till den om du inte är nöjd med kommunens svar.", en: "The Agency for Digital Government supervises the act. You can report to it if you are not content with the municipality's answer.")</p>
            <section class="card"><h2>\(sv: "Anmäl en brist", en: "Report a fault")</h2>
            \(form.html(visit, fields))</section>\(list)
            """)
    }

    private static func reports(_ visit: Visit) async throws -> PageAnswer {
        .page(try await reportsPage(visit, FormState()))
    }

    private static func reportsPage(_ visit: Visit, _ state: FormState) async throws -> Page {
        let reports = try await visit.operations.faultReports(visit.actor)
        let items = reports.map { card(visit, $0) }
        let none = HTML.nothing(Phrase(sv: "Ingen har anmält någon brist.", en: "Nobody has reported a fault."))
        return Page(
            Phrase(sv: "Inkomna anmälningar", en: "Reports received"), in: .settings,
            under: [.init(path: "/accessibility", label: title)], isFaulty: !state.faults.isEmpty,
            "\(Form.faultSummary(state))\(items.isEmpty ? none : HTML(items))")
    }

    private static func card(_ visit: Visit, _ report: FaultReportRecord) -> HTML {
        let id = report.id.rawValue.uuidString.lowercased()
        let lines = report.problem.split(separator: "\n").map { line -> HTML in "<p>\(line)</p>" }
        let done: HTML
        if let day = report.handledOn {
            done = """
                <p>\(HTML.badge(Phrase(sv: "Hanterad", en: "Handled"), .good)) \(HTML.day(day)) \(report.answer)</p>
                """
        } else {
            let answer = Field(
                "answer", Phrase(sv: "Vad som gjordes", en: "What was done"), .input(size: .medium))
            done = """
                <form class="form" method="post" action="/accessibility/reports/\(id)">\(visit.formToken)\
                <div class="field"><label for="answer-\(id)">\(answer.label)</label>\
                <input id="answer-\(id)" name="answer" maxlength="1000"></div>\
                <button>\(sv: "Hanterad", en: "Handled")</button></form>
                """
        }
        return """
            <section class="card"><h2>\(report.page ?? "–") <span class="muted">\(SwedishTime.text(report.reportedAt))</span></h2>
            \(lines)\(report.contact.map { "<p>\(sv: "Svar till: ", en: "Answer to: ")\($0)</p>" } ?? HTML.empty)\(done)</section>
            """
    }

    private static func handle(_ visit: Visit) async throws -> PageAnswer {
        guard let id = visit.parameters["id"].flatMap({ UUID(uuidString: $0) }) else { throw WebFault.notFound }
        var reader = FormReader(visit.form)
        let answer = reader.optional("answer") { try Line($0) }
        if let fault = reader.faults.first {
            // There is a field of that name at every report: the fault stands above them.
            let state = FormState(faults: [FormFault(field: "", sentence: fault.sentence)])
            return .page(try await reportsPage(visit, state), status: .unprocessableContent)
        }
        try await visit.operations.handleFaultReport(visit.actor, Identifier(id), answer: answer)
        return .redirect(
            "/accessibility/reports", Phrase(sv: "Anmälan är hanterad.", en: "The report is handled."))
    }
}
