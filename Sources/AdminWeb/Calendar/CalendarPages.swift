import Domain
import Operations

/// "What is due to whom, and have we handed it in?": the report calendar.
enum CalendarPages {
    static let routes: [PageRoute] = [
        .get("/calendar", .may(.readCalendar), show),
        .post("/calendar/usual", .may(.manageCalendar), addUsual),
        .get("/calendar/new", .may(.manageCalendar), ReportDutyForm.new),
        .post("/calendar/new", .may(.manageCalendar), ReportDutyForm.add),
        .get("/calendar/:code/change", .may(.manageCalendar), ReportDutyForm.edit),
        .post("/calendar/:code/change", .may(.manageCalendar), ReportDutyForm.change),
        .get("/calendar/:code/:due/deliver", .may(.deliverReport), DeliveryForm.show),
        .post("/calendar/:code/:due/deliver", .may(.deliverReport), DeliveryForm.save),
        .post("/calendar/:code/:due/undeliver", .may(.deliverReport), undeliver),
    ]

    static func path(_ code: Code) -> String { "/calendar/" + URLEncoded.encode(code.rawValue) }
    static func path(_ report: DueReport) -> String { "\(path(report.duty.code))/\(report.dueOn)" }

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        let reports = try await visit.operations.reportCalendar(visit.actor)
        let duties = try await visit.operations.reportDuties(visit.actor)
        let open = reports.filter { $0.deliveredOn == nil }
        let delivered = reports.filter { $0.deliveredOn != nil }
            .sorted { ($0.dueOn, $0.duty.code.rawValue) > ($1.dueOn, $1.duty.code.rawValue) }
        let action =
            visit.may(.manageCalendar)
            ? Page.mainAction("/calendar/new", Phrase(sv: "Lägg upp en rapport", en: "Add a report")) : nil
        return .page(
            Page(
                Section.calendar.label, in: .calendar, action: action,
                """
                \(duties.isEmpty ? nothing(visit) : HTML.empty)\
                \(open.isEmpty ? HTML.empty : dueTable(visit, open))\
                \(delivered.isEmpty ? HTML.empty : deliveredTable(visit, delivered))\
                \(duties.isEmpty ? HTML.empty : dutyTable(visit, duties))
                """))
    }

    private static func nothing(_ visit: Visit) -> HTML {
        .nothing(
            Phrase(sv: "Kalendern är tom.", en: "The calendar is empty."),
            visit.may(.manageCalendar)
                ? Phrase(
                    sv:
                        "Börja med det vanliga – årsbokslut, delår, tertial, kommunstyrelsen – och sätt dagarna till era.",
                    en:
                        "Begin with what is common – annual accounts, part-year, tertials, executive board – and set the days to yours."
                ) : nil,
            action: visit.may(.manageCalendar)
                ? Form.button(
                    visit, "/calendar/usual", Phrase(sv: "Lägg upp det vanliga", en: "Add what is common"), style: "")
                : nil)
    }

    private static let labels = (
        due: Phrase(sv: "Senast", en: "Due on"), report: Phrase(sv: "Rapport", en: "Report"),
        to: Phrase(sv: "Till", en: "To"), covers: Phrase(sv: "Avser", en: "Tells of"),
        state: Phrase(sv: "Läge", en: "State"), delivered: Phrase(sv: "Lämnad", en: "Handed in"),
        note: Phrase(sv: "Anteckning", en: "Note"), action: Phrase(sv: "Gör", en: "Do")
    )

    private static func dueTable(_ visit: Visit, _ reports: [DueReport]) -> HTML {
        let mayDeliver = visit.may(.deliverReport)
        let rows = reports.map { report -> HTML in
            let button: HTML =
                report.state == .coming
                ? ""
                : """
                <a class="button low" href="\(path(report))/deliver">\(sv: "Anteckna lämnad", en: "Note as handed in")\
                <span class="hidden">: \(report.duty.title) \(report.dueOn)</span></a>
                """
            return """
                <tr><th scope="row">\(HTML.day(report.dueOn))</th>\(HTML.cell(labels.report, "\(report.duty.title)"))\
                \(HTML.cell(labels.to, "\(report.duty.recipient)"))\(HTML.cell(labels.covers, covers(visit, report)))\
                \(HTML.cell(labels.state, .badge(report.state.label.capitalized, style(report.state))))\
                \(mayDeliver ? HTML.cell(labels.action, button) : HTML.empty)</tr>

                """
        }
        return """
            <table class="data"><caption>\(sv: "Att lämna inom ett år", en: "Due within a year")</caption>
            <thead><tr><th scope="col">\(labels.due)</th><th scope="col">\(labels.report)</th><th scope="col">\(labels.to)</th>\
            <th scope="col">\(labels.covers)</th><th scope="col">\(labels.state)</th>\
            \(mayDeliver ? "<th scope=\"col\">\(labels.action)</th>" : HTML.empty)</tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private static func deliveredTable(_ visit: Visit, _ reports: [DueReport]) -> HTML {
        let mayDeliver = visit.may(.deliverReport)
        let rows = reports.map { report -> HTML in
            let button = Form.button(
                visit, path(report) + "/undeliver", Phrase(sv: "Ta tillbaka", en: "Take back"),
                row: "\(report.duty.title) \(report.dueOn)")
            return """
                <tr><th scope="row">\(HTML.day(report.dueOn))</th>\(HTML.cell(labels.report, "\(report.duty.title)"))\
                \(HTML.cell(labels.to, "\(report.duty.recipient)"))\(HTML.cell(labels.covers, covers(visit, report)))\
                \(HTML.cell(labels.delivered, HTML.day(report.deliveredOn)))\
                \(HTML.cell(labels.note, report.note.map { "\($0)" } ?? "–"))\
                \(mayDeliver ? HTML.cell(labels.action, button) : HTML.empty)</tr>

                """
        }
        return """
            <table class="data"><caption>\(sv: "Lämnade det senaste året", en: "Handed in over the last year")</caption>
            <thead><tr><th scope="col">\(labels.due)</th><th scope="col">\(labels.report)</th><th scope="col">\(labels.to)</th>\
            <th scope="col">\(labels.covers)</th><th scope="col">\(labels.delivered)</th><th scope="col">\(labels.note)</th>\
            \(mayDeliver ? "<th scope=\"col\">\(labels.action)</th>" : HTML.empty)</tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private static func dutyTable(_ visit: Visit, _ duties: [ReportDuty]) -> HTML {
        let days = Phrase(sv: "Varje år", en: "Every year")
        let rows = duties.sorted { SwedishOrder.isBefore($0.title.rawValue, $1.title.rawValue) }.map { duty -> HTML in
            let name: HTML =
                visit.may(.manageCalendar) ? "<a href=\"\(path(duty.code))/change\">\(duty.title)</a>" : "\(duty.title)"
            return """
                <tr><th scope="row">\(name)<span class="sub">\(duty.code)</span></th>\
                \(HTML.cell(labels.to, "\(duty.recipient)"))\(HTML.cell(labels.covers, "\(duty.covers.label)"))\
                \(HTML.cell(days, "\(duty.days.map(\.description).joined(separator: ", "))"))</tr>

                """
        }
        return """
            <table class="data"><caption>\(sv: "Återkommande rapporter", en: "Recurring reports")</caption>
            <thead><tr><th scope="col">\(labels.report)</th><th scope="col">\(labels.to)</th><th scope="col">\(labels.covers)</th>\
            <th scope="col">\(days)</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    /// The days a report tells of; a whole year's figures are a click away.
    private static func covers(_ visit: Visit, _ report: DueReport) -> HTML {
        guard report.duty.covers == .year, report.period.from <= visit.today, visit.may(.readFigures) else {
            return HTML.period(report.period)
        }
        let year = report.period.from.year
        return "<a href=\"/figures/\(year)\">\(sv: "Siffrorna för \(year)", en: "The figures of \(year)")</a>"
    }

    private static func style(_ state: DueReport.State) -> BadgeStyle {
        switch state {
        case .delivered: .good
        case .overdue: .bad
        case .due: .now
        case .coming: .plain
        }
    }

    private static func addUsual(_ visit: Visit) async throws -> PageAnswer {
        let added = try await visit.operations.addUsualReportDuties(visit.actor)
        return .redirect(
            "/calendar",
            Phrase(
                sv: "\(added.count) rapporter är upplagda. Sätt dagarna till era.",
                en: "\(added.count) reports are added. Set the days to yours."))
    }

    private static func undeliver(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        try await visit.operations.undeliverReport(visit.actor, code, dueOn: try DeliveryForm.due(visit))
        return .redirect(
            "/calendar", Phrase(sv: "Rapporten är inte längre lämnad.", en: "The report is no longer handed in."))
    }
}
